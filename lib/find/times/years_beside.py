"""The year that a date borrows from the one beside it: 'May 3 and June 4, 2009', 'from March 2019 to June'."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from lib.find.times.grammar import Match
from lib.find.times.numbers import month

_LINK = re.compile(
    r"\s*,?\s*(?:and|or|to|through|until|till|-|–|—|,|&|and (?:in|on|the)|and from|to the)?\s*(?:the |in |on )?$"
)
_LEADS = re.compile(r"\s*(?:to|through|until|till|-|–|—|and|or)\s*(?:in )?$")
_TAKES = ("month", "month-day", "day-beside", "day-range", "bare-season", "quarter")
_GIVES = ("full-date", "day-beside", "month-year", "day-range", "season", "quarter")


def _start(match: Match) -> int:
    return match.start


def year_beside(match: Match, matches: Sequence[Match], text: str) -> int | None:
    """The year of a full date that a link word ties to this one; None where there is none.

    After a link the year is that of the date after it; a date after 'to' follows the one before it,
    so 'November 2019 to March' ends in 2020.
    """
    if match.kind not in _TAKES or match.has("year"):
        return None
    for other in matches[bisect_right(matches, match.end, key=_start) :]:
        if other.start > match.end + 12:
            break
        if other.kind in _GIVES and other.has("year"):
            if other.start - match.end < 12 and _LINK.fullmatch(text[match.end : other.start]):
                return int(other.get("year"))
            break
        if other.kind == "year" and text[match.end : other.start] in (" in ", " of "):
            return int(other.get("year"))
    for other in reversed(matches[: bisect_left(matches, match.start, key=_start)]):
        if other.end < match.start - 60:
            break
        if other.kind in _GIVES and other.has("year") and other.has("month") and other.end <= match.start:
            gap = text[other.end : match.start]
            if len(gap) < 12 and _LEADS.fullmatch(gap) and gap.strip() and match.has("month"):
                later = month(match.get("month")) < month(other.get("month"))
                return int(other.get("year")) + (1 if later else 0)
            return None
    return None
