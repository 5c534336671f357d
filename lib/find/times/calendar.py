"""Calendar arithmetic on TIMEX3 values: shift a day, write it at a grain, read an interval back.

at(date(2022, 2, 3), "W")        # '2022-W05'
interval("2022-Q1")              # 1 Jan – 31 Mar 2022, precision 'quarter'
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from lib.interval import MONTHS, DateInterval

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
#: First month of a season, as the northern meteorological calendar has it.
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
_FINE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?$")


def say(day: dt.date) -> str:
    """'Thu 3 Feb 2022'."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def make(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where there is none (31 June)."""
    if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
        return dt.date(year, month, day)
    return None


def add_months(day: dt.date, n: int) -> dt.date | None:
    """The day n months on, clamped to the month's end; None outside of the years 1 to 9999."""
    index = day.year * 12 + day.month - 1 + n
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift(day: dt.date, unit: str, n: int) -> dt.date | None:
    """The day n units on (units as in ``numbers.unit``; a night counts as a day)."""
    if unit in _MONTHS_IN:
        return add_months(day, n * _MONTHS_IN[unit])
    days = n * {"D": 1, "W": 7, "WE": 7, "2W": 14}.get(unit, 0)
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def at(day: dt.date, unit: str) -> str:
    """The TIMEX3 value of the unit that holds the day."""
    iso = day.isocalendar()
    values = {
        "W": f"{iso.year}-W{iso.week:02d}",
        "2W": f"{iso.year}-W{iso.week:02d}",
        "WE": f"{iso.year}-W{iso.week:02d}-WE",
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04d}",
        "DE": f"{day.year:04d}"[:3],
        "CE": f"{day.year:04d}"[:2],
        "ML": f"{day.year:04d}"[:1],
    }
    return values.get(unit, day.isoformat())


def on_or_before(day: dt.date, weekday: int) -> dt.date:
    """The last such weekday (ISO number) that is not after the day."""
    return day - dt.timedelta(days=(day.isoweekday() - weekday) % 7)


def on_or_after(day: dt.date, weekday: int) -> dt.date:
    return day + dt.timedelta(days=(weekday - day.isoweekday()) % 7)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> dt.date:
    """The nth such weekday of a month; n = -1 is the last."""
    if n < 0:
        return on_or_before(dt.date(year, month, calendar.monthrange(year, month)[1]), weekday)
    return on_or_after(dt.date(year, month, 1), weekday) + dt.timedelta(days=7 * (n - 1))


def easter(year: int) -> dt.date:
    """Western Easter Sunday, by the Gauss–Oudin method (Explanatory Supplement to the Astronomical Almanac, 1992)."""
    century = year // 100
    golden = year % 19
    tilt = (century - 17) // 25
    full = (century - century // 4 - (century - tilt) // 3 + 19 * golden + 15) % 30
    full -= (full // 28) * (1 - (29 // (full + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + full + 2 - century + century // 4) % 7
    moved = full - weekday
    month = 3 + (moved + 40) // 44
    return dt.date(year, month, moved + 28 - 31 * (month // 4))


def interval(value: str) -> DateInterval | None:
    """The days that a TIMEX3 date value covers; None where it names none (durations, references, open values)."""
    try:
        return _interval(value)
    except (ValueError, OverflowError):
        return None


def _interval(value: str) -> DateInterval | None:
    if "/" in value:
        first, _, last = value.partition("/")
        one, two = _interval(first), _interval(last)
        return DateInterval(one.start, two.end, "range") if one and two else None
    if fine := _FINE.match(value):
        return DateInterval.day(dt.date(int(fine[1]), int(fine[2]), int(fine[3])))
    if weeks := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = dt.date.fromisocalendar(int(weeks[1]), int(weeks[2]), 1)
        if weeks[3]:
            return DateInterval(monday + dt.timedelta(days=5), monday + dt.timedelta(days=7), "weekend")
        return DateInterval.week(monday)
    if months := re.fullmatch(r"(\d{4})-(\d\d)(?:-XX)?", value):
        return DateInterval.month(int(months[1]), int(months[2]))
    if part := re.fullmatch(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)", value):
        year, name = int(part[1]), part[2]
        start = {"Q": lambda: 3 * int(name[1]) - 2, "H": lambda: 6 * int(name[1]) - 5}.get(
            name[0], lambda: SEASON_MONTH.get(name, 1)
        )()
        length, precision = (6, "half") if name[0] == "H" else (3, "quarter" if name[0] == "Q" else "season")
        return months_from(year, start, length, precision)
    if re.fullmatch(r"\d{4}", value):
        return DateInterval.year(int(value))
    if re.fullmatch(r"\d{3}", value):
        return DateInterval(dt.date(int(value) * 10, 1, 1), dt.date(int(value) * 10 + 10, 1, 1), "decade")
    if re.fullmatch(r"\d{2}", value):
        return DateInterval(dt.date(int(value) * 100, 1, 1), dt.date(int(value) * 100 + 100, 1, 1), "century")
    return None


def months_from(year: int, month: int, length: int, precision: str) -> DateInterval | None:
    end = add_months(dt.date(year, month, 1), length)
    return DateInterval(dt.date(year, month, 1), end, precision) if end else None
