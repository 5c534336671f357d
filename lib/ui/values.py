"""What differs, in words for a reader: the value of a difference as the build wrote it is made for machines.

say_value("date", "2021-12")                   # 'Dec 2021'
say_value("number", "127000")                  # '127,000'
say_value("hedge", "at least 3000")            # 'at least 3,000'
say_value("attribution", "named: John Kirby")  # 'John Kirby (a named person)'
"""

from __future__ import annotations

import datetime as dt
import re

from lib.interval import DateInterval, say_day
from lib.phrase import ATTRIBUTION_NAMES

_NUMBER = re.compile(r"(?<![\d.])\d{4,15}(?!\d)")
#: Ends that a value leaves open: '–127000', '100000–'.
_UP_TO, _OR_MORE = re.compile(r"^–(\S+)"), re.compile(r"^([^\s–]+)–(?=\s|$)")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_PART = re.compile(r"(\d{4}-\d{2}-\d{2})T(MO|MI|AF|EV|NI)")
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_QUARTERS = ("first", "second", "third", "fourth")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})Z?")


def say_value(kind: str, value: str) -> str:
    """One value; what is not known here is said as it is."""
    if kind == "date":
        return say_when(value)
    if kind in ("number", "hedge"):
        said = _NUMBER.sub(lambda found: f"{int(found[0]):,}", value)
        return _OR_MORE.sub(r"\1 or more", _UP_TO.sub(r"up to \1", said))
    if kind == "attribution":
        how, _, who = value.partition(": ")
        return f"{who} ({ATTRIBUTION_NAMES[how]})" if who and how in ATTRIBUTION_NAMES else value
    return value


def say_when(value: str) -> str:
    """'24 Jan 2022', 'Dec 2021', '1 Jun 2009, 12:00', '13 Sep 1997, morning' for TIMEX3 values; others as they are."""
    try:
        if part := _PART.fullmatch(value):
            return f"{say_day(dt.date.fromisoformat(part[1]))}, {_PARTS[part[2]]}"
        if week := _WEEK.fullmatch(value):
            day = dt.date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1)
            return f"{'weekend' if week[3] else 'week'} of {say_day(day)}"
        if quarter := _QUARTER.fullmatch(value):
            return f"{_QUARTERS[int(quarter[2]) - 1]} quarter of {quarter[1]}"
        if month := _MONTH.fullmatch(value):
            return str(DateInterval.month(int(month[1]), int(month[2])))
        if moment := _MOMENT.fullmatch(value):
            return f"{say_day(dt.date.fromisoformat(moment[1]))}, {moment[2]}"
        return say_day(dt.date.fromisoformat(value)) if len(value) == 10 else value
    except ValueError:
        return value
