"""The year that a passage tells of: 'In October 2003 he joined. In January he left.' is of January 2004.

    year_told(1, None, context)        # (2004, the Said of 'October 2003')

News counts a month without a year from publication; a passage of background counts it from the date told
just before. That date must be written in full, stand free ('in', 'on', 'by' before it) and lie well back, and
what happened must be told in the past by a verb that is not one of reporting: 'she said in March' is of now.
"""

from __future__ import annotations

import datetime as dt

from lib.find.times import calendar
from lib.find.times.context import Context, Said

#: A passage is background where its date lies at least this many days before the anchor.
_WELL_BACK = 548
_SENTENCES = 2


def year_told(month: int, day: int | None, context: Context) -> tuple[int, Said] | None:
    """The year of a month or day that a passage of background names without one; None outside of such a passage."""
    said = context.previous(_SENTENCES)
    if said is None or context.anchor is None or not said.settles or said.interval.precision not in _KNOWN:
        return None
    tense = context.tense()
    if tense.kind not in ("past", "none") or tense.reports:
        return None
    start = said.interval.start
    # Days between, not a day further back: there is none before the year 1, which some files give.
    if (context.anchor - said.interval.end).days < _WELL_BACK:
        return None
    for year in (start.year, start.year + 1):
        last = calendar.make(year, month, day) if day else dt.date(year, month, 28)
        if last is not None and last >= start:
            return year, said
    return None


_KNOWN = ("day", "month", "season", "quarter", "year")
