"""Seasons: 'the summer of 2003', 'last winter', 'in the spring', 'the fall of that year'."""

from __future__ import annotations

import datetime as dt

from lib.find.times import calendar
from lib.find.times.context import Answer, Context, absolute
from lib.find.times.grammar import Match
from lib.find.times.months import two_digit_year
from lib.find.times.numbers import season


def the_season(match: Match, context: Context) -> Answer:
    """'summer 2021', 'last winter', 'this spring', 'the fall of last year'."""
    name = season(match.get("season"))
    if match.has("year"):
        value = f"{match.get('year')}-{name}"
        return absolute(value, "season-of-written-year", f"is the {match.get('season')} of {match.get('year')}")
    if match.has("yy"):
        year = two_digit_year(match.get("yy"), context)
        return absolute(f"{year:04d}-{name}", "season-of-written-year", f"is the {match.get('season')} of {year}")
    anchor = context.day_or(f"XXXX-{name}")
    if "year" in match.text.split():
        year = anchor.year + (-1 if match.has("w2") else 1 if match.has("w3") else 0)
    else:
        start = dt.date(anchor.year, calendar.SEASON_MONTH[name], 1)
        begun = start <= anchor
        winter = name == "WI" and anchor.month <= 2  # the winter that is running began last December
        if match.has("w2"):
            over = calendar.interval(f"{anchor.year:04d}-{name}")
            ended = over is not None and over.end <= anchor and not winter
            year = anchor.year if ended else anchor.year - 1
        elif match.has("w3"):
            year = anchor.year if not begun and not winter else anchor.year + 1
        else:
            year = anchor.year
    return _season(year, name, match, context, "season-relative")


def bare_season(match: Match, context: Context) -> Answer:
    """'in the summer': the last one in the past, the next one ahead."""
    name = season(match.get("season"))
    if context.year is not None:
        return absolute(f"{context.year:04d}-{name}", "season-of-written-year", "takes the year of the date beside it")
    anchor = context.day_or(f"XXXX-{name}")
    start = dt.date(anchor.year, calendar.SEASON_MONTH[name], 1)
    kind = context.tense().kind
    year = anchor.year
    if kind == "past" and start > anchor:
        year -= 1
    elif kind == "future" and start <= anchor:
        days = calendar.interval(f"{year:04d}-{name}")
        year += 1 if days is None or days.end <= anchor else 0
    return _season(year, name, match, context, "season-open")


def season_of_previous(match: Match, context: Context) -> Answer | None:
    """'the spring of that year': of the year named before; None where none was."""
    said = context.previous(3)
    if said is None:
        return None
    value = f"{said.interval.start.year:04d}-{season(match.get('season'))}"
    return context.counted_from(said, value, "season-of-previous", f"takes the year of “{said.text}”")


def _season(year: int, name: str, match: Match, context: Context, rule: str) -> Answer:
    days = calendar.interval(f"{year:04d}-{name}")
    if name == "WI" and days and context.anchor and context.anchor.month <= 2 and year == context.anchor.year:
        days = calendar.months_from(year - 1, 12, 3, "season")
    return context.counted(
        f"{year:04d}-{name}", rule, f"is the {match.get('season')} of {year}, counted from {context.from_anchor}",
        interval=days, score=0.85,
    )  # fmt: skip
