"""Holidays: fixed, the nth weekday of a month, or counted from Easter; all from ``time_holidays.toml``."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import Any

from lib.find.times import calendar
from lib.find.times.context import Answer, Context, absolute
from lib.find.times.grammar import Match
from lib.find.times.numbers import words
from lib.vocabulary import load


@cache
def _table() -> dict[str, tuple[str, Any]]:
    return {name.lower(): (kind, rule) for kind, rows in load("time_holidays").items() for name, rule in rows.items()}


def day_of(name: str, year: int, country: str = "") -> dt.date | None:
    """The holiday's day in a year; None where it cannot be told."""
    kind, rule = _table()[name.lower()]
    if kind == "nth":
        return calendar.nth_weekday(year, *rule)
    if kind == "easter":
        return calendar.easter(year) + dt.timedelta(days=rule)
    if kind == "after":
        before = day_of(rule[0], year)
        return before + dt.timedelta(days=rule[1]) if before else None
    if kind == "country":
        rule = next((d for c, d in rule.items() if c.lower() in country), "")
        if not rule:
            return None
    month, day = str(rule).split("-")
    return calendar.make(year, int(month), int(day))


def weekend(match: Match, context: Context) -> Answer | None:
    """'Easter weekend', 'the Labor Day weekend': the weekend that holds the holiday or is nearest to it."""
    one = holiday(match, context)
    if one is None or one.interval is None:
        return None
    day = one.interval.start
    near = {7: 0, 6: 0, 5: 1, 4: 2, 1: -1, 2: -2}.get(day.isoweekday(), 3)
    value = calendar.at(day + dt.timedelta(days=near), "WE")
    days = calendar.interval(value)
    return replace(
        one, value=value, rule="holiday-weekend", interval=days, alternatives=(),
        why=f"is {days}: the weekend nearest to {calendar.say(day)}",
    )  # fmt: skip


def named(match: Match, _: Context) -> Answer:
    """'Black Monday': a day of history that goes by a name."""
    value = str(words("named_days")[match.get("day")])
    return absolute(value, "named-day", f"is {value}: the day that history calls so")


def holiday(match: Match, context: Context) -> Answer | None:
    """'Christmas', 'Easter 2022', 'last Thanksgiving', 'Christmas Eve last year'."""
    name, words = match.get("holiday"), context.words
    if _table()[name][0] == "country" and day_of(name, 2000, words) is None:
        return None
    if match.has("year"):
        day = day_of(name, int(match.get("year")), words)
        if day is None:
            return None
        return absolute(day.isoformat(), "holiday-of-written-year", f"is {calendar.say(day)}")
    fixed = day_of(name, 2000, words) if _table()[name][0] in ("fixed", "country") else None
    anchor = context.day_or(f"XXXX-{fixed.month:02d}-{fixed.day:02d}" if fixed else "")
    days = [d for y in (-1, 0, 1) if (d := day_of(name, anchor.year + y, words))]
    if not days:
        return None
    back, ahead = max(d for d in days if d <= anchor), min(d for d in days if d >= anchor)
    forward = context.tense().kind in ("future", "present") or (
        context.tense().kind == "none" and (ahead - anchor).days * 2 < (anchor - back).days
    )
    if not context.tense().strong and (ahead - anchor).days <= 45 and (anchor - back).days >= 200:
        forward = True  # 'the crew that won the Christmas race': nothing says that it was last year's
    if match.has("w2"):
        forward = False
        if "year" in match.text:
            back = day_of(name, anchor.year - 1, words) or back
    elif match.has("w3"):
        forward = True
    elif match.has("w"):
        forward = abs((ahead - anchor).days) < abs((anchor - back).days)
    day = ahead if forward else back
    return context.counted(
        day.isoformat(), "holiday",
        f"is {calendar.say(day)}: the {'next' if forward else 'last'} one seen from {context.from_anchor}; "
        f"{context.tense().clause}", score=0.9,
    )  # fmt: skip
