"""Parts of a year: 'the third quarter', 'Q4 2021', 'the first half', 'last summer', 'the winter of 2014'."""

from __future__ import annotations

import datetime as dt
import re

from lib.find.times import calendar
from lib.find.times.context import Answer, Context, Said, UnanchoredError, absolute, reading
from lib.find.times.grammar import Match
from lib.find.times.months import two_digit_year
from lib.find.times.numbers import month, ordinal, season


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
    if match.has("fiscal"):
        reason += "; a company's own fiscal year may count otherwise"
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


def same_quarter(match: Match, context: Context) -> Answer | None:
    """'the quarter', 'that quarter', 'the year-ago quarter': the one named before, or a year back from it."""
    period = match.get("unit") == "period"
    said = context.previous(4, ("quarter",) if not period else ("quarter", "month", "half", "year"))
    if match.has("year"):
        return _of_year(match, said, context)
    if said is None and period and context.anchor is not None and match.has("ago"):
        return context.counted(
            f"{context.anchor.year - 1:04d}", "quarter-year-ago",
            f"is taken as the year before that of {context.from_anchor}, since no part of a year is named", score=0.5,
        )  # fmt: skip
    if said is None:
        if context.anchor is None or period:
            return None
        base = calendar.shift(context.anchor, "Q", -1)
        if base is None:
            return None
        back = calendar.shift(base, "Y", -1) if match.has("ago") else base
        if back is None:
            return None
        return context.counted(
            calendar.at(back, "Q"), "quarter-latest", f"is taken as the last full quarter before {context.from_anchor}",
            score=0.6,
        )  # fmt: skip
    if match.has("ago"):
        value = f"{int(said.value[:4]) - 1:04d}{said.value[4:]}"
        return context.counted_from(said, value, "quarter-year-ago", f"is one year before “{said.text}”")
    return context.counted_from(said, said.value, "quarter-same", f"is the one named before, “{said.text}”")


def _of_year(match: Match, said: Said | None, context: Context) -> Answer | None:
    """'the 1988 quarter', 'the 1988 period': the part of the year named before, in the year written."""
    year = int(match.get("year"))
    if said is not None and "/" not in said.value:
        value = f"{year:04d}{said.value[4:]}"
        return context.counted_from(said, value, "quarter-of-year", f"is the part of “{said.text}”, in {year}")
    if match.get("unit") == "period" or context.anchor is None:
        return None
    last = calendar.shift(context.anchor, "Q", -1)
    if last is None:
        return None
    return context.counted(
        f"{year:04d}{calendar.at(last, 'Q')[4:]}", "quarter-of-year",
        f"is taken as the part of {year} that the last full quarter before {context.from_anchor} is of its year",
        score=0.6,
    )  # fmt: skip


def same_period(match: Match, context: Context) -> Answer | None:
    """'the same period last year', 'the same month a year ago'."""
    unit = {"m": "month", "q": "quarter", "d": "day", "w": "week", "y": "year"}.get(match.get("unit")[:1], "")
    said = context.previous(3, (unit,) if unit in ("month", "quarter", "day") else ("quarter", "month", "half", "day"))
    if said is None and context.anchor is None:
        raise UnanchoredError
    if match.has("year"):
        year = int(match.get("year"))
    else:
        base = (
            said.interval.start.year if said and ("ago" in match.text or "earlier" in match.text) else context.day.year
        )
        year = base - 1
    if said is None:
        # What is compared with a quarter of last year is the last full one.
        here = (
            calendar.shift(context.day, "Q", -1) if unit == "quarter" and not match.has("year") else None
        ) or context.day
        back = calendar.shift(here, "Y", year - context.day.year) or here
        value = f"{year:04d}" if unit not in ("month", "quarter") else calendar.at(back, unit[0].upper())
        return context.counted(value, "same-period", f"is taken in {year}", score=0.6)
    part = "/" not in said.value and (unit == "day" or said.interval.precision != "day")
    value = f"{year:04d}{said.value[4:]}" if part else f"{year:04d}"
    return context.counted_from(said, value, "same-period", f"is the time of “{said.text}”, taken in {year}")


def the_season(match: Match, context: Context) -> Answer:
    """'summer 2021', 'last winter', 'this spring', 'the fall of last year'."""
    name = season(match.get("season"))
    if match.has("year"):
        value = f"{match.get('year')}-{name}"
        return absolute(value, "season-of-written-year", f"is the {match.get('season')} of {match.get('year')}")
    anchor = context.day_or(f"XXXX-{name}")
    if "year" in match.text.split():
        year = anchor.year + (-1 if match.has("w2") else 1 if match.has("w3") else 0)
    else:
        start = dt.date(anchor.year, calendar.SEASON_MONTH[name], 1)
        begun = start <= anchor
        winter = name == "WI" and anchor.month <= 2  # the winter that is running began last December
        if match.has("w2"):
            over = calendar.interval(f"{anchor.year:04d}-{name}")
            ended = over is not None and over.end <= anchor and not winter
            year = anchor.year if ended else anchor.year - 1
        elif match.has("w3"):
            year = anchor.year if not begun and not winter else anchor.year + 1
        else:
            year = anchor.year
    return _season(year, name, match, context, "season-relative")


def bare_season(match: Match, context: Context) -> Answer:
    """'in the summer': the last one in the past, the next one ahead."""
    name = season(match.get("season"))
    if context.year is not None:
        return absolute(f"{context.year:04d}-{name}", "season-of-written-year", "takes the year of the date beside it")
    anchor = context.day_or(f"XXXX-{name}")
    start = dt.date(anchor.year, calendar.SEASON_MONTH[name], 1)
    kind = context.tense().kind
    year = anchor.year
    if kind == "past" and start > anchor:
        year -= 1
    elif kind == "future" and start <= anchor:
        days = calendar.interval(f"{year:04d}-{name}")
        year += 1 if days is None or days.end <= anchor else 0
    return _season(year, name, match, context, "season-open")


def season_of_previous(match: Match, context: Context) -> Answer | None:
    """'the spring of that year': of the year named before; None where none was."""
    said = context.previous(3)
    if said is None:
        return None
    value = f"{said.interval.start.year:04d}-{season(match.get('season'))}"
    return context.counted_from(said, value, "season-of-previous", f"takes the year of “{said.text}”")


def _season(year: int, name: str, match: Match, context: Context, rule: str) -> Answer:
    days = calendar.interval(f"{year:04d}-{name}")
    if name == "WI" and days and context.anchor and context.anchor.month <= 2 and year == context.anchor.year:
        days = calendar.months_from(year - 1, 12, 3, "season")
    return context.counted(
        f"{year:04d}-{name}", rule, f"is the {match.get('season')} of {year}, counted from {context.from_anchor}",
        interval=days, score=0.85,
    )  # fmt: skip
