"""A vague date is an interval, never a midnight: first day, exclusive end, precision.

DateInterval.month(2022, 1)                      # 1 to 31 January 2022
str(DateInterval.day(date(2022, 2, 3)))          # '3 Feb 2022'
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

#: Days outside of these years are no days of news, and there is no day after 9999.
FIRST_YEAR, LAST_YEAR = 1000, 2999
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True, order=True)
class DateInterval:
    """Days from ``start`` up to and without ``end``. Raises ``ValueError`` when empty or reversed."""

    start: dt.date
    end: dt.date
    precision: str = "range"

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"an interval needs at least one day: {self.start} to {self.end} (exclusive)")

    @classmethod
    def day(cls, day: dt.date) -> DateInterval:
        return cls(day, day + dt.timedelta(days=1), "day")

    @classmethod
    def week(cls, day: dt.date) -> DateInterval:
        """The ISO week (Monday first) that holds ``day``."""
        monday = day - dt.timedelta(days=day.weekday())
        return cls(monday, monday + dt.timedelta(days=7), "week")

    @classmethod
    def month(cls, year: int, month: int) -> DateInterval:
        return cls(dt.date(year, month, 1), _next_month(year, month), "month")

    @classmethod
    def year(cls, year: int) -> DateInterval:
        return cls(dt.date(year, 1, 1), dt.date(year + 1, 1, 1), "year")

    @classmethod
    def between(cls, first: dt.date, last: dt.date) -> DateInterval:
        """Both days included."""
        return cls(first, last + dt.timedelta(days=1), "day" if first == last else "range")

    @property
    def last(self) -> dt.date:
        return self.end - dt.timedelta(days=1)

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    def overlaps(self, other: DateInterval) -> bool:
        return self.start < other.end and other.start < self.end

    def __contains__(self, day: dt.date) -> bool:
        return self.start <= day < self.end

    def __str__(self) -> str:
        first, last = self.start, self.last
        if first == last:
            return say_day(first)
        if (first.day, last + dt.timedelta(days=1)) == (1, _next_month(first.year, first.month)):
            return f"{MONTHS[first.month - 1]} {first.year}"
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{say_day(last)}"
        if first.year == last.year:
            return f"{first.day} {MONTHS[first.month - 1]} – {say_day(last)}"
        return f"{say_day(first)} – {say_day(last)}"


def read_day(text: str) -> dt.date:
    """The day written '2022-02-03', as every engine reads it. Raises ``ValueError`` for all other forms and years."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise ValueError(f"{text!r} is not a day such as 2022-02-03")
    day = dt.date.fromisoformat(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"{text!r} is outside of the years {FIRST_YEAR} to {LAST_YEAR}")
    return day


def say_day(day: dt.date) -> str:
    """'3 Feb 2022': no locale, no leading zero."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_bucket(first: dt.date, grain: str) -> str:
    """The day, week, month or year that begins on a day: '3 Feb 2022', 'the week of 31 Jan 2022', 'Feb 2022'."""
    month = f"{MONTHS[first.month - 1]} {first.year}"
    return {"year": str(first.year), "month": month, "week": f"the week of {say_day(first)}"}.get(grain, say_day(first))


def say_published(day: dt.date | None, how: str) -> str:
    """A day of publication, never without saying so where it is only inferred or assumed."""
    if day is None:
        return "day not known"
    return f"{say_day(day)} ({how})" if how in ("inferred", "assumed") else say_day(day)


def _next_month(year: int, month: int) -> dt.date:
    return dt.date(year + month // 12, month % 12 + 1, 1)
