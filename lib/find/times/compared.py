"""Parts of a year that lean on one named before: 'the quarter', 'the year-ago quarter', 'the same month last year'."""

from __future__ import annotations

import re
from functools import cache

from lib.find.times import calendar
from lib.find.times.context import Answer, Context, Said, UnanchoredError, absolute
from lib.find.times.grammar import Match
from lib.find.times.numbers import words


def same_quarter(match: Match, context: Context) -> Answer | None:
    """'the quarter', 'that quarter', 'the year-ago quarter': the one named before, or a year back from it."""
    period = match.get("unit") == "period"
    if not match.has("ago") and not match.has("year") and (ended := _ended(context)):
        return ended
    precisions = ("quarter",) if not period else ("quarter", "month", "half", "year")
    said = context.previous(4, precisions, skip=() if period else _COMPARISONS)
    if match.has("year"):
        return _of_year(match, said, context)
    if said is None and period and context.anchor is not None and match.has("ago"):
        return context.counted(
            f"{context.anchor.year - 1:04d}", "quarter-year-ago",
            f"is taken as the year before that of {context.from_anchor}, since no part of a year is named", score=0.5,
        )  # fmt: skip
    if said is None:
        if context.anchor is None or period:
            return None
        base = calendar.shift(context.anchor, "Q", -1)
        if base is None:
            return None
        back = calendar.shift(base, "Y", -1) if match.has("ago") else base
        if back is None:
            return None
        return context.counted(
            calendar.at(back, "Q"), "quarter-latest", f"is taken as the last full quarter before {context.from_anchor}",
            score=0.6,
        )  # fmt: skip
    if match.has("ago"):
        value = f"{int(said.value[:4]) - 1:04d}{said.value[4:]}"
        return context.counted_from(said, value, "quarter-year-ago", f"is one year before “{said.text}”")
    return context.counted_from(said, said.value, "quarter-same", f"is the one named before, “{said.text}”")


#: Rules of what is only compared with: 'up from the same quarter a year ago. In the quarter …' goes on with the first.
_COMPARISONS = ("same-period", "quarter-year-ago", "year-before-same-part")


@cache
def _end() -> re.Pattern[str]:
    months = "|".join(sorted(words("months"), key=len, reverse=True))
    return re.compile(
        r",? (?:that |which )?(?P<verb>ended|ending|ends|to|through)(?: on)?(?: the end of)?(?: (?:late|early|mid))?"
        rf"(?: \d{{1,2}})?[ -](?P<month>{months})\b\.?(?: \d{{1,2}}\b)?(?:,? (?P<year>(?:19|20)\d\d)\b)?"
    )


def _ended(context: Context) -> Answer | None:
    """'the quarter ended March 31': the quarter of the year that ends with the month; None for other months."""
    found = _end().match(context.after)
    if found is None or words("months")[found["month"]] % 3:
        return None
    last = words("months")[found["month"]]
    if found["year"]:
        value = f"{found['year']}-Q{last // 3}"
        return absolute(value, "quarter-by-month", f"is {value}: the end that is written after it")
    anchor = context.day_or(f"XXXX-Q{last // 3}")
    ahead = found["verb"] in ("ending", "ends") and last >= anchor.month
    year = anchor.year - (last > anchor.month and not ahead)
    value = f"{year:04d}-Q{last // 3}"
    return context.counted(
        value, "quarter-by-month", f"is {value}: its last month is named, seen from {context.from_anchor}", score=0.85
    )


def _of_year(match: Match, said: Said | None, context: Context) -> Answer | None:
    """'the 1988 quarter', 'the 1988 period': the part of the year named before, in the year written."""
    year = int(match.get("year"))
    if said is not None and "/" not in said.value:
        value = f"{year:04d}{said.value[4:]}"
        return context.counted_from(said, value, "quarter-of-year", f"is the part of “{said.text}”, in {year}")
    if match.get("unit") == "period" or context.anchor is None:
        return None
    last = calendar.shift(context.anchor, "Q", -1)
    if last is None:
        return None
    return context.counted(
        f"{year:04d}{calendar.at(last, 'Q')[4:]}", "quarter-of-year",
        f"is taken as the part of {year} that the last full quarter before {context.from_anchor} is of its year",
        score=0.6,
    )  # fmt: skip


def same_period(match: Match, context: Context) -> Answer | None:
    """'the same period last year', 'the same month a year ago'."""
    unit = {"m": "month", "q": "quarter", "d": "day", "w": "week", "y": "year"}.get(match.get("unit")[:1], "")
    said = context.previous(3, (unit,) if unit in ("month", "quarter", "day") else ("quarter", "month", "half", "day"))
    if said is None and context.anchor is None:
        raise UnanchoredError
    if match.has("year"):
        year = int(match.get("year"))
    else:
        base = (
            said.interval.start.year if said and ("ago" in match.text or "earlier" in match.text) else context.day.year
        )
        year = base - 1
    if said is None:
        # What is compared with a quarter of last year is the last full one.
        here = (
            calendar.shift(context.day, "Q", -1) if unit == "quarter" and not match.has("year") else None
        ) or context.day
        back = calendar.shift(here, "Y", year - context.day.year) or here
        value = f"{year:04d}" if unit not in ("month", "quarter") else calendar.at(back, unit[0].upper())
        return context.counted(value, "same-period", f"is taken in {year}", score=0.6)
    part = "/" not in said.value and (unit == "day" or said.interval.precision != "day")
    value = f"{year:04d}{said.value[4:]}" if part else f"{year:04d}"
    return context.counted_from(said, value, "same-period", f"is the time of “{said.text}”, taken in {year}")
