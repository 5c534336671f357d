"""Several days by their number: 'Feb 3-5', 'the night of Feb. 3-4', 'Dec. 4 and 11', 'the week of Aug. 22'.

Those without a year take it as one day does (``dates``).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from lib.find.times import calendar
from lib.find.times.context import Answer, Context, UnanchoredError, absolute
from lib.find.times.dates import full, month_of, number_of, without_year, year_of
from lib.find.times.grammar import Match
from lib.find.times.numbers import ordinal
from lib.interval import DateInterval


def beside(match: Match, context: Context) -> Answer | None:
    """The 11 of 'Dec. 4 and 11', the 4 of '4 and 11 December': a day of the month beside it, on the same side."""
    month_, number = month_of(match), number_of(match)
    other = ordinal(match.get("first", "last")) or 0
    if (number > other) != match.has("first") or number == other:
        return None
    year = int(match.get("year")) if match.has("year") else context.year
    if year is None:
        context.day_or(f"XXXX-{month_:02d}-{number:02d}")
        said = context.previous(0, ("day",))
        if said is not None and (said.interval.start.month, said.interval.start.day) == (month_, other):
            year = said.interval.start.year
        else:
            found = year_of(month_, other, context)
            year = found[0].year if found else None
    day = calendar.make(year, month_, number) if year is not None else None
    if day is None:
        return None
    why = f"is {calendar.say(day)}: it shares the month of the day beside it"
    if match.has("year"):
        return absolute(day.isoformat(), "day-beside", why)
    return context.counted(day.isoformat(), "day-beside", why, score=0.9)


def day_range(match: Match, context: Context) -> Answer | None:
    """'Feb. 3-5', '3–5 February 2022': one expression over several days; None where it is no such range."""
    month_, first, last = month_of(match), ordinal(match.get("day")) or 0, ordinal(match.get("day2")) or 0
    if last <= first:
        return None
    rule, year = "day-range", int(match.get("year")) if match.has("year") else context.year
    if year is None:
        if context.anchor is None:
            raise UnanchoredError(f"XXXX-{month_:02d}-{first:02d}/XXXX-{month_:02d}-{last:02d}")
        found = year_of(month_, first, context)
        year = found[0].year if found else context.anchor.year
    one, two = calendar.make(year, month_, first), calendar.make(year, month_, last)
    if one is None or two is None:
        return None
    days = DateInterval.between(one, two)
    value = f"{one.isoformat()}/{two.isoformat()}"
    if match.has("year"):
        return absolute(value, rule, f"runs from {calendar.say(one)} to {calendar.say(two)}", interval=days)
    return context.counted(
        value, rule, f"runs from {calendar.say(one)} to {calendar.say(two)}, seen from {context.from_anchor}",
        interval=days,
    )  # fmt: skip


def night_range(match: Match, context: Context) -> Answer | None:
    """'the night of Feb. 3-4': one night, from the first day into the next one; None for other stretches of days."""
    names = {"month2": "month", "day3": "day", "day4": "day2"}
    groups = {names.get(name, name): text for name, text in match.groups.items()}
    days = day_range(replace(match, groups=groups), context)
    if days is None or days.interval is None or days.interval.days != 2:
        return None
    first = days.interval.start
    value = f"{first.isoformat()}TNI"
    why = f"is the night of {calendar.say(first)}, which ends on {calendar.say(first + dt.timedelta(days=1))}"
    return replace(days, type="TIME", value=value, rule="night-into", interval=calendar.interval(value), why=why)


def week_of(match: Match, context: Context) -> Answer | None:
    """'the week of Aug. 22': the ISO week that holds the day."""
    day = without_year(match, context) if not match.has("year") else full(match, context)
    if day is None or day.interval is None:
        return None
    value = calendar.at(day.interval.start, "W")
    days = calendar.interval(value)
    why = f"is {days}: the week that holds {calendar.say(day.interval.start)}"
    return replace(day, value=value, rule="week-of-day", why=why, interval=days, alternatives=())
