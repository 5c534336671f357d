"""A written date as a day: ISO, RFC 2822, "Feb. 3, 2022", "3 February 2022", epochs, "3/2/2022".

    parse_date("Thu, 03 Feb 2022 23:10:00 -0500").day      # date(2022, 2, 3): the local day that is stated
    parse_date("3/2/2022").ambiguous                       # True: 3 February or March 2

A date that no calendar has is None, never a neighbour of it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_ISO = re.compile(r"(?<![\d-])(?P<year>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d|-\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)")
#: A year, to which a page may have glued a film's length or the next word: 'JAN 15, 202202:47Watch'.
_YEAR = r"(?P<year>\d{4})(?:(?!\d)|(?=\d{1,2}:\d{2}(?!\d)))"
_MONTH_DAY = re.compile(rf"(?i:\b{_MONTH}\s{{1,3}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}{_YEAR})")
_DAY_MONTH = re.compile(
    rf"(?i:(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s-]{{1,3}}(?:of )?{_MONTH},?[\s-]{{1,3}}{_YEAR})"
)
_SLASH = re.compile(r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?![\d/-])")
_EPOCH = re.compile(r"-?\d{9,10}(?:\.\d+)?$|\d{12,13}(?:\.\d+)?$|\d{16}(?:\.0)?$|\d{19}(?:\.0)?$")
#: A day and a time in one number: 20220203231500.
_STAMP = re.compile(r"\d{8}(?:[01]\d|2[0-3])(?:[0-5]\d){1,2}(?:\.0)?")
_WRITTEN = (_ISO, _MONTH_DAY, _DAY_MONTH)


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A day and the words that it was read from; ``start`` and ``end`` are their place in the text given."""

    day: dt.date
    words: str
    start: int = 0
    end: int = 0
    ambiguous: bool = False
    #: The other reading of an ambiguous date.
    other: dt.date | None = None


def parse_date(value: object, *, day_first: bool | None = None) -> ReadDate | None:
    """The day that a metadata value states; None where it states none. ``day_first`` settles 3/2/2022."""
    if isinstance(value, dt.datetime):
        return ReadDate(value.date(), value.isoformat())
    if isinstance(value, dt.date):
        return ReadDate(value, value.isoformat())
    if isinstance(value, bool) or value is None:
        return None
    words = str(value).strip()
    alone = len(words) <= 8 or words[8:9] in ("T", " ", "_") or _STAMP.fullmatch(words)
    compact = _COMPACT.fullmatch(words[:8]) if alone else None
    if compact and (day := _calendar(compact["year"], compact["m"], compact["d"])):
        return ReadDate(day, words)
    if _EPOCH.match(words):
        return _epoch(words)
    found = find_date(words[:200], day_first=day_first)
    return ReadDate(found.day, words, 0, len(words), found.ambiguous, found.other) if found else None


def find_date(text: str, *, day_first: bool | None = None) -> ReadDate | None:
    """The first full date (day, month, year) written in ``text``; None where there is none."""
    best: ReadDate | None = None
    for pattern in _WRITTEN:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            month = groups.get("m") or str(_MONTHS[groups["month"].casefold()])
            day = _calendar(groups["year"], month, groups["d"])
            if day and (best is None or match.start() < best.start):
                best = ReadDate(day, match.group(), match.start(), match.end())
            if day:
                break
    for match in _SLASH.finditer(text):
        slash = _slash(match, day_first)
        if slash and (best is None or match.start() < best.start):
            return slash
    return best


def reads_day_first(values: Iterable[object]) -> bool | None:
    """Whether a column of dates like 3/2/2022 puts the day first; None where no row proves it, or rows disagree."""
    day_first = month_first = False
    for value in values:
        match = _SLASH.match(str(value).strip()[:40]) if value is not None else None
        if match:
            day_first |= int(match["a"]) > 12 >= int(match["b"])
            month_first |= int(match["b"]) > 12 >= int(match["a"])
    return day_first if day_first != month_first else None


def _slash(match: re.Match[str], day_first: bool | None) -> ReadDate | None:
    year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
    by_day, by_month = _calendar(year, match["b"], match["a"]), _calendar(year, match["a"], match["b"])
    if match["sep"] == ".":  # 3.2.2022 is written where the day comes first
        by_month = None
    if by_day and by_month and by_day != by_month:
        first, second = (by_month, by_day) if day_first is False else (by_day, by_month)
        return ReadDate(first, match.group(), match.start(), match.end(), day_first is None, second)
    only = by_day or by_month
    return ReadDate(only, match.group(), match.start(), match.end()) if only else None


def _epoch(words: str) -> ReadDate | None:
    whole = words.lstrip("-").split(".")[0]
    scale = {9: 1, 10: 1, 12: 10**3, 13: 10**3, 16: 10**6, 19: 10**9}[len(whole)]
    seconds = int(whole) // scale * (-1 if words.startswith("-") else 1)
    day = (dt.datetime(1970, 1, 1) + dt.timedelta(seconds=seconds)).date()
    return ReadDate(day, f"{words} (seconds since 1970, UTC)" if scale == 1 else f"{words} (since 1970, UTC)")


def _calendar(year: str, month: str, day: str) -> dt.date | None:
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if 1700 <= found.year <= 2100 else None
