"""Days all in figures, whose order is open: '3/2/2022' is 3 February or March 2.

day_first_in("It was signed on 25/12/2021.")      # True: what the other dates of a text prove
"""

from __future__ import annotations

import re

from lib.find.times import calendar
from lib.find.times.context import Answer, Context, absolute, reading
from lib.find.times.grammar import Match
from lib.text.dates_written import reads_day_first

_FIGURES = re.compile(r"(?<![\d/.-])\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/-])")


def day_first_in(text: str) -> bool | None:
    """Whether a text writes 3/2/2022 with the day first, by its '25/12/2021'; None where none proves it, or not all."""
    return reads_day_first(_FIGURES.findall(text))


def numeric(match: Match, context: Context) -> Answer | None:
    """'3/2/2022': as other dates of the article prove; else month first with slashes, day first with full stops."""
    first, second, written = int(match.get("first")), int(match.get("second")), match.get("year")
    year = int(written)
    if len(written) == 2:
        year += 2000 if year <= ((context.anchor.year - 2000) if context.anchor else 40) + 10 else 1900
    if len(written) == 2 and match.get("mark") in "-.":
        return None
    american, european = calendar.make(year, first, second), calendar.make(year, second, first)
    told = context.day_first if match.get("mark") == "/" else None
    order = (european, american) if match.get("mark") == "." or told else (american, european)
    day = order[0] or order[1]
    if day is None:
        return None
    other = order[1] if order[0] else None
    if other == day or other is None:
        return absolute(day.isoformat(), "numeric-date", f"is {calendar.say(day)}: it can be read one way only")
    first_is = "month" if order[0] is american else "day"
    if told is not None:
        why = f"is {calendar.say(day)}: the {first_is} comes first in other dates of the article"
        return absolute(day.isoformat(), "numeric-date-as-others", why, score=0.95)
    return absolute(
        day.isoformat(), "numeric-date-ambiguous", f"is {calendar.say(day)} if the {first_is} comes first",
        alternatives=(reading(other.isoformat(), f"if the {'day' if first_is == 'month' else 'month'} comes first"),),
        score=0.7,
    )  # fmt: skip
