"""Spans of days in words."""

from __future__ import annotations

import datetime as dt

from lib.interval import DateInterval, say_day


def say_span(first: dt.date | None, last: dt.date | None) -> str:
    """'1–4 Feb 2022'; 'unknown' where no day is known."""
    return str(DateInterval.between(first, last)) if first and last else "unknown"


def say_published(published: dt.date | None, start: dt.date | None, end: dt.date | None, how: str) -> str:
    """A publication date with how it is known, where that is not from the article's own words."""
    if published:
        day = str(DateInterval.day(published))
        return f"{day} ({how})" if how in ("inferred", "assumed") else day
    if start and end:
        return f"day not known; between {DateInterval(start, end)}"
    if start:
        return f"day not known; not before {say_day(start)}"
    if end:
        return f"day not known; not after {say_day(end - dt.timedelta(days=1))}"
    return "day not known"
