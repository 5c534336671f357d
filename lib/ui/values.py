"""What differs, in words for a reader: the value of a difference as the build wrote it is made for machines.

say_value("date", "2021-12")                   # 'Dec 2021'
say_value("number", "127000")                  # '127,000'
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
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})Z?")


def say_value(kind: str, value: str) -> str:
    """One value; what is not known here is said as it is."""
    if kind == "date":
        return say_when(value)
    if kind == "number":
        said = _NUMBER.sub(lambda found: f"{int(found[0]):,}", value)
        return _OR_MORE.sub(r"\1 or more", _UP_TO.sub(r"up to \1", said))
    if kind == "attribution":
        how, _, who = value.partition(": ")
        return f"{who} ({ATTRIBUTION_NAMES[how]})" if who and how in ATTRIBUTION_NAMES else value
    return value


def say_when(value: str) -> str:
    """'24 Jan 2022', 'Dec 2021', '1 Jun 2009, 12:00', for values of ISO 8601; others as they are."""
    try:
        if month := _MONTH.fullmatch(value):
            return str(DateInterval.month(int(month[1]), int(month[2])))
        if moment := _MOMENT.fullmatch(value):
            return f"{say_day(dt.date.fromisoformat(moment[1]))}, {moment[2]}"
        return say_day(dt.date.fromisoformat(value)) if len(value) == 10 else value
    except ValueError:
        return value
