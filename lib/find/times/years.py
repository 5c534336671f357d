"""Years and longer: '2014', 'the 1990s', 'the 19th century', 'fiscal 2021', '2019-20'."""

from __future__ import annotations

import datetime as dt

from lib.find.times.context import Answer, Context, absolute
from lib.find.times.grammar import Match
from lib.find.times.months import two_digit_year
from lib.find.times.numbers import ordinal, words
from lib.interval import DateInterval


def year(match: Match, _: Context) -> Answer:
    value = match.get("year")
    return absolute(value, "year", f"is the year {value}, as written", score=0.95)


def short(match: Match, context: Context) -> Answer:
    """The '98 of "in '98"."""
    value = f"{two_digit_year(match.get('yy'), context):04d}"
    return absolute(value, "short-year", f"is the year {value}: its last two figures are written", score=0.8)


def before_christ(match: Match, _: Context) -> Answer:
    value = f"BC{int(match.get('n')):04d}"
    return absolute(value, "year-bc", f"is a year before Christ, {value}", interval=None)


def span(match: Match, _: Context) -> Answer | None:
    """'2019-20', '2014–2016', without days where it is fiscal; None where the second year does not follow the first."""
    first, end = int(match.get("year")), match.get("end")
    last = int(end) if len(end) == 4 else first - first % 100 + int(end)
    if not first < last <= min(first + 100, 2999):
        return None
    if "fiscal" in match.text or "financial" in match.text:
        why = f"is the fiscal year {first} to {last}, whose first day is not said"
        return absolute(f"FY{first}/{last}", "fiscal-year", why, interval=None)
    days = DateInterval(DateInterval.year(first).start, DateInterval.year(last).end, "range")
    return absolute(f"{first}/{last}", "year-range", f"runs from {first} to {last}, as written", interval=days)


def fiscal(match: Match, context: Context) -> Answer:
    """No days are given: a fiscal year starts where its owner says."""
    written = match.get("year", "year2")
    value = int(written) if written else two_digit_year(match.get("yy"), context)
    return absolute(
        f"FY{value}", "fiscal-year", f"is the fiscal year {value}, whose first day is not said", interval=None
    )


def decade(match: Match, context: Context) -> Answer:
    """'the 1990s', 'the '80s', 'the nineties'."""
    if match.has("year"):
        value = match.get("year")[:3]
    else:
        digit = match.get("yy")[0] if match.has("yy") else str(words("decades")[match.get("tens")])
        hundred = {"nineteen": "19", "eighteen": "18", "seventeen": "17"}.get(match.get("hundred"))
        recent = context.anchor.year if context.anchor else 2030
        value = (hundred or ("20" if 2000 + int(digit) * 10 <= recent and int(digit) < 2 else "19")) + digit
    return absolute(value, "decade", f"is the decade {value}0 to {value}9")


def century(match: Match, _: Context) -> Answer | None:
    """'the 19th century' is '18': TIMEX3 cuts the year short."""
    number = ordinal(match.get("n"))
    if not number or number > 30:
        return None
    if match.has("era"):
        return absolute(f"BC{number - 1:02d}", "century", f"is the {number}. century before Christ", interval=None)
    return absolute(f"{number - 1:02d}", "century", f"is the years {number - 1}00 to {number - 1}99")


def september_11(_: Match, context: Context) -> Answer | None:
    """'9/11', 'the Sept. 11 attacks': always the year 2001; None in what was published before."""
    if context.anchor is not None and context.anchor < dt.date(2001, 9, 11):
        return None
    return absolute("2001-09-11", "september-11", "is Tue 11 Sep 2001, the day of the attacks", score=0.95)
