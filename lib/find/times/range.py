"""Two dates that bound one stretch of time: 'from Monday to Wednesday', 'between 2008 and 2010'."""

from __future__ import annotations

import datetime as dt
import re

from lib.schema import TimeExpression

_TO = re.compile(r"\s*,?\s*(?:to|until|till|through|and|-|–|—)\s*$", re.IGNORECASE)


def last_of_range(text: str, first: TimeExpression, second: TimeExpression) -> dt.date | None:
    """The day after the end of the stretch that two neighbouring rows bound; None where they bound none."""
    if first.date_start is None or second.date_end is None or second.date_end <= first.date_start:
        return None
    if len(text[first.end : second.start]) > 12 or not _TO.fullmatch(text[first.end : second.start]):
        return None
    bridge = text[first.end : second.start].strip().lower()
    if bridge == "and" and not re.search(r"\bbetween\s*$", text[max(0, first.start - 12) : first.start], re.IGNORECASE):
        return None
    if bridge in ("to", "until", "till", "through", "-", "–", "—", "and"):
        return second.date_end
    return None
