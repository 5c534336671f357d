"""Dates of long ago, with their era: '15 March 44 BC', 'August 410 AD', 'A.D. 79'.

Their days are not given: the calendar of that time was another one, and no timeline of news reaches back to it.
"""

from __future__ import annotations

from lib.find.times import calendar
from lib.find.times.context import Answer, Context, absolute
from lib.find.times.grammar import Match
from lib.find.times.numbers import month, ordinal

_FIRST_WITH_DAYS = 1000  # as the pattern of plain years has it


def _is_before_christ(match: Match) -> bool:
    return match.get("era", "era2").startswith("b")


def dated(match: Match, _: Context) -> Answer | None:
    """A month, or a day and month, of a year with its era; None where no such month or day can be."""
    year, month_ = int(match.get("n", "n2")), month(match.get("month"))
    number = ordinal(match.get("day", "day2")) if match.has("day") or match.has("day2") else None
    if year == 0 or (number is not None and calendar.make(2000, month_, number) is None):
        return None
    written = f"{month_:02d}" + (f"-{number:02d}" if number is not None else "")
    said = f"{f'{number} ' if number is not None else ''}{calendar.LONG_MONTHS[month_ - 1]}"
    if _is_before_christ(match):
        why = f"is {said} of the year {year} before Christ"
        return absolute(f"BC{year:04d}-{written}", "era-date", why, interval=None)
    value = f"{year:04d}-{written}"
    days = calendar.interval(value) if year >= _FIRST_WITH_DAYS else None
    return absolute(value, "era-date", f"is {said} of the year {year}, as written", interval=days)


def year(match: Match, _: Context) -> Answer | None:
    """'A.D. 79', '410 AD'; None for a year 0."""
    number = int(match.get("n", "n2"))
    if number == 0:
        return None
    value = f"{number:04d}"
    days = calendar.interval(value) if number >= _FIRST_WITH_DAYS else None
    return absolute(value, "year-ad", f"is the year {number} after Christ, as written", interval=days)
