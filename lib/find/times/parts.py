"""Quarters and halves of a year: 'the third quarter', 'Q4 2021', 'the first half', 'the July-September period'."""

from __future__ import annotations

import datetime as dt
import re

from lib.find.times import calendar
from lib.find.times.context import Answer, Context, absolute, reading
from lib.find.times.grammar import Match
from lib.find.times.months import two_digit_year
from lib.find.times.numbers import month, ordinal

#: A fiscal year's own words, wherever in the phrase they stand.
_FISCAL = re.compile(r"\b(?:fiscal|financial)\b|\bfy")


def _part(match: Match) -> str:
    """'Q3' or 'H1'."""
    if match.has("h") or match.has("h2"):
        return "H" + match.get("h", "h2").strip("h")
    number = ordinal(match.get("n", "n2")) or 1
    half = match.get("unit") == "half"
    if number == -1:
        number = 2 if half else 4
    return f"{'H' if half else 'Q'}{number}"


def quarter(match: Match, context: Context) -> Answer | None:
    """'the third quarter', 'third-quarter', 'the first half of 2021', 'Q4', 'last year's first quarter'."""
    part = _part(match)
    if part[0] == "H" and part not in ("H1", "H2"):
        return None
    if _FISCAL.search(match.text):
        return _fiscal(part, match, context)
    written = match.has("year") or match.has("yy")
    if written:
        year = int(match.get("year")) if match.has("year") else two_digit_year(match.get("yy"), context)
        value = f"{year:04d}-{part}"
        return absolute(value, "quarter-of-written-year", f"is {part} of {year}, as written")
    if match.get("n") == "last" and part == "Q4" and not any(match.has(w) for w in ("w", "w2", "w3", "ref")):
        last = calendar.shift(context.day_or("XXXX-Q4"), "Q", -1) or context.day
        return context.counted(
            calendar.at(last, "Q"), "quarter-last", f"is the quarter before that of {context.from_anchor}"
        )
    if context.year is not None:
        return absolute(f"{context.year:04d}-{part}", "quarter-of-written-year", "takes the year of the date beside it")
    anchor = context.day_or(f"XXXX-{part}")
    if match.get("ref") == "new year":
        year = anchor.year + (anchor.month > 6)
        return context.counted(
            f"{year:04d}-{part}", "new-year", f"is {part} of {year}, seen from {context.from_anchor}"
        )
    if match.has("ago"):
        said = context.previous(2, ("quarter", "half", "year"))
        base = said.interval.start.year if said else anchor.year
        return context.counted(f"{base - 1:04d}-{part}", "quarter-year-ago", "is counted one year back", score=0.85)
    if match.has("w") or match.has("w2") or match.has("w3"):
        year = anchor.year + (-1 if match.has("w2") else 1 if match.has("w3") else 0)
        return context.counted(
            f"{year:04d}-{part}", "quarter-of-relative-year", f"is {part} of {year}, counted from {context.from_anchor}"
        )
    return _nearest(part, match, context)


def _fiscal(part: str, match: Match, context: Context) -> Answer:
    """'the third quarter of fiscal 2022': no days are given, since a fiscal year starts where its owner says."""
    named = match.has("year") or match.has("yy")
    if not named:
        why = f"is {part} of a fiscal year, whose first day is not said"
        return absolute(f"XXXX-{part}", "fiscal-quarter", why, interval=None, score=0.9)
    year = int(match.get("year")) if match.has("year") else two_digit_year(match.get("yy"), context)
    why = f"is {part} of the fiscal year {year}, whose first day is not said"
    return absolute(f"FY{year:04d}-{part}", "fiscal-quarter", why, interval=None)


def _nearest(part: str, match: Match, context: Context) -> Answer:
    anchor, tense = context.day, context.tense()
    start = dt.date(anchor.year, (3 if part[0] == "Q" else 6) * (int(part[1]) - 1) + 1, 1)
    this_year = calendar.interval(f"{anchor.year:04d}-{part}")
    over = this_year is not None and this_year.end <= anchor + dt.timedelta(days=20)
    back = start if over else start.replace(year=anchor.year - 1)
    ahead = start.replace(year=anchor.year + 1) if this_year is not None and this_year.end <= anchor else start
    forward = tense.kind == "future" or (tense.kind == "present" and (ahead - anchor).days < 120)
    if "-" in match.text and re.search(r"\b(?:report|post|announce|release|publish)\w*$", tense.word):
        forward = False  # 'expects to report third-quarter profit': the quarter is over
    # Early in a year, stories still tell of the year before: its first part counts as running only later.
    running = start <= anchor - dt.timedelta(days=45 if part[1] == "1" else 14) and not over
    if running and not forward and "-" not in match.text:
        return context.counted(
            f"{anchor.year:04d}-{part}", "quarter-running",
            f"is {part} of {anchor.year}: the one that is running, seen from {context.from_anchor}",
            alternatives=(reading(f"{back.year:04d}-{part}", "if it looks back"),), score=0.75,
        )  # fmt: skip
    if tense.kind == "past" and not tense.strong and ahead.year == anchor.year:
        forward = forward or dt.timedelta(0) < ahead - anchor <= dt.timedelta(days=60)
    chosen, other = (ahead, back) if forward else (back, ahead)
    rule = "quarter-future" if forward else "quarter-past"
    reason = f"the {'next' if forward else 'last'} one, seen from {context.from_anchor}; {tense.clause}"
    alternatives = (reading(f"{other.year:04d}-{part}", "if it looks the other way"),) if other != chosen else ()
    return context.counted(
        f"{chosen.year:04d}-{part}",
        rule,
        f"is {part} of {chosen.year}: {reason}",
        alternatives=alternatives,
        score=0.88,
    )


def by_month(match: Match, context: Context) -> Answer | None:
    """'the September quarter', 'the July-September period': the quarter that ends with the month; None for others."""
    last = month(match.get("month"))
    if last % 3 or (match.has("first") and month(match.get("first")) != last - 2):
        return None
    if not match.has("first") and match.get("unit") == "period":
        return None
    part = f"Q{last // 3}"
    if match.has("year"):
        return absolute(f"{match.get('year')}-{part}", "quarter-by-month", f"is {part} of {match.get('year')}")
    anchor = context.day_or(f"XXXX-{part}")
    if match.has("w") or match.has("w2"):
        year = anchor.year - match.has("w2")
    else:
        begun = dt.date(anchor.year, last - 2, 1) <= anchor
        ahead = context.tense().kind == "future" and context.tense().strong
        year = anchor.year + (ahead and last < anchor.month) - (not begun and not ahead)
    value = f"{year:04d}-{part}"
    return context.counted(
        value, "quarter-by-month", f"is {part} of {year}: its last month is named, seen from {context.from_anchor}",
        score=0.85,
    )  # fmt: skip
