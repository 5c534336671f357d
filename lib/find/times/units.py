"""A unit counted from an anchor: 'last week', 'this year', 'the next day', 'that month', 'the week before last'."""

from __future__ import annotations

import datetime as dt
import re

from lib.find.times import calendar
from lib.find.times.context import Answer, Context, Said, UnanchoredError, absolute
from lib.find.times.grammar import Match
from lib.find.times.numbers import unit
from lib.find.times.weekdays import before_last as weekday_before_last

_CLOCK = ("h", "m", "s")
_BACK = ("previous", "prior", "preceding")
_SAME = ("that", "same", "very same", "that very", "that same")


_ENDS = re.compile(r"\s*(?:[,.;:)\"'–—-]|$|(?:and|when|but|as|in|at|on|not|that)\b)")


#: 'the following year, 1911, …'
_APPOSITION = re.compile(r", ((?:1\d|20)\d\d)(?=,|\.| -| –|$)")
#: 'That day has come': the day is what is spoken of, not when.
_IS = re.compile(r" (?:has|have|is|was|will|had|would|came|comes)\b")


def _plain(which: str) -> str:
    return which.removeprefix("the ").removeprefix("this ") if which not in ("this",) else which


def this(match: Match, context: Context) -> Answer | None:
    """'last week', 'this year', 'next month', 'the current quarter'; None for 'the last minute'."""
    symbol, which = unit(match.get("unit")), _plain(match.get("w", "w2", "w3"))
    if symbol == "Y" and (written := _APPOSITION.match(context.after)):
        return absolute(written[1], "year-in-apposition", f"is {written[1]}, which is written after it")
    step = 0 if match.has("w") else -1 if match.has("w2") else 1
    if symbol in _CLOCK or (symbol == "D" and match.get("w2") == "the last"):
        return None  # 'at the last minute', 'on the last day'
    if which in ("following", *_BACK) or (match.get("w3") == "the next" and context.tense().kind == "past"):
        said = context.previous_within(symbol)
        if said is not None:
            return from_said(said, symbol, step, context)
    if symbol == "D" and step == 0:
        return context.counted(context.day.isoformat(), "this-day", f"is the day of {context.from_anchor}")
    if symbol == "W" and match.get("w") == "the" and context.day.isoweekday() == 1:
        return from_anchor(symbol, -1, context)  # on a Monday, "for the week" sums up the one that is over
    if symbol == "W" and step == 0 and context.day.isoweekday() == 7 and context.tense().kind == "future":
        return from_anchor(symbol, 1, context)  # on a Sunday, what lies ahead "this week" is in the week to come
    if symbol == "Q" and which in ("latest", "most recent"):
        step = -1
    if match.get("fiscal") in ("fiscal", "financial") and symbol == "Y":
        value = f"FY{context.day.year + step}"
        return context.counted(value, "fiscal-year", f"is {value}, counted from {context.from_anchor}", interval=None)
    return from_anchor(symbol, step, context)


def from_anchor(symbol: str, step: int, context: Context) -> Answer | None:
    """The unit that lies ``step`` units from the anchor's own."""
    anchor = context.day
    day = calendar.shift(anchor, symbol, step)
    if day is None:
        return None
    if symbol == "WE" and step == -1 and anchor.isoweekday() > 5:
        day = anchor - dt.timedelta(days=7)
    value = calendar.at(day, symbol)
    rule = {0: "this-unit", -1: "last-unit", 1: "next-unit"}[step]
    word = {0: "one that holds", -1: "one before that of", 1: "one after that of"}[step]
    days = calendar.interval(value)
    return context.counted(value, rule, f"is {days or value}: the {word} {context.from_anchor}")


def from_said(said: Said, symbol: str, step: int, context: Context) -> Answer | None:
    """The unit that lies ``step`` units from a date named before."""
    base = said.interval.last if step > 0 else said.interval.start
    day = calendar.shift(base, symbol, step)
    if day is None:
        return None
    value = calendar.at(day, symbol)
    days = calendar.interval(value)
    rule = {0: "same-unit", -1: "unit-before-previous", 1: "unit-after-previous"}[step]
    word = {0: "it falls in the time", -1: "the one before", 1: "the one after"}[step]
    return context.counted_from(said, value, rule, f"is {days or value}: {word} named before, “{said.text}”")


def which(match: Match, context: Context) -> Answer | None:
    """'that day', 'the same month', 'the following year', 'the next day'; None where nothing came before."""
    symbol, word = unit(match.get("unit")), match.get("which").removeprefix("the ")
    if symbol in _CLOCK:
        return None
    step = 0 if word in _SAME else -1 if word in _BACK else 1
    if symbol == "Y" and (written := _APPOSITION.match(context.after)):
        return absolute(written[1], "year-in-apposition", f"is {written[1]}, which is written after it")
    said = context.day_before(4) if symbol == "D" else context.previous_within(symbol)
    if said is not None and (word != "next" or context.tense().kind != "future"):
        return from_said(said, symbol, step, context)
    if step == 0:
        if context.anchor is None:
            return None
        past = context.tense().kind == "past"
        near = {"D": 0}.get(symbol, -1 if past else 0)
        return (
            from_anchor(symbol, near, context)
            if "same" in word or (symbol == "D" and past and not _IS.match(context.after))
            else None
        )
    if step > 0 and symbol == "D" and context.tense().kind == "past" and context.tense().strong:
        return absolute("PAST_REF", "vague-distance", "points to the past: the day that it follows is not told",
                        interval=None, anchor_how="none", score=0.5)  # fmt: skip
    return from_anchor(symbol, step, context)


def before_last(match: Match, context: Context) -> Answer | None:
    """'the week before last', 'the weekend after next', 'the Friday before last'."""
    if match.has("weekday"):
        return weekday_before_last(match, context)
    symbol = unit(match.get("unit"))
    if symbol in _CLOCK:
        return None
    step = -2 if match.get("dir") == "before last" else 2
    day = calendar.shift(context.day, symbol, step)
    if day is None:
        return None
    value = calendar.at(day, symbol)
    return context.counted(
        value,
        "unit-before-last",
        f"is {calendar.interval(value) or value}: two away from that of {context.from_anchor}",
    )


def before_said(match: Match, context: Context) -> Answer | None:
    """'the day before', 'a year earlier', 'the week after', 'year-earlier'."""
    symbol = unit(match.get("unit", "unit2"))
    if symbol in _CLOCK:
        return None
    direction = match.get("dir", "dir2")
    if direction in ("before", "after") and not _ENDS.match(context.after):
        return None  # 'a day before the vote' is a length and the word 'before'
    step = 1 if direction in ("after", "later", "following") else -1
    said = context.previous(2)
    if symbol == "Y" and said is not None and said.interval.precision in ("quarter", "month", "half") and step < 0:
        value = f"{int(said.value[:4]) - 1:04d}{said.value[4:]}"
        return context.counted_from(
            said, value, "year-before-same-part", f"is the same part of the year before, counted from “{said.text}”"
        )
    if said is not None and (symbol not in ("D", "W") or said.interval.days <= 7):
        return from_said(said, symbol, step, context)
    if context.anchor is None:
        raise UnanchoredError
    if direction in ("before", "previous", "prior", "earlier", "ago", "previously"):
        answer = from_anchor(symbol, -1, context)
    else:
        return None
    return answer


def part(match: Match, context: Context) -> Answer | None:
    """'the end of the year', 'the start of the week', 'year-end': of the anchor's own unit."""
    symbol = unit(match.get("unit") or match.get("ends"))
    if symbol == "D" and re.match(r"(?:early|earlier|late|later) in", match.get("lead")):
        day = context.day_before()
        return from_said(day, symbol, 0, context) if day else from_anchor(symbol, 0, context)
    if symbol in _CLOCK or symbol == "D":
        return None
    if symbol == "CE" and match.get("lead").endswith("turn of"):
        return _turn_of_century(context)
    said = context.previous(0)
    if said is not None and symbol == "Y" and said.interval.precision == "year":
        return from_said(said, symbol, 0, context)
    decade = context.previous(1, ("decade",)) if symbol == "DE" else None
    return from_said(decade, symbol, 0, context) if decade else from_anchor(symbol, 0, context)


def _turn_of_century(context: Context) -> Answer:
    """'at the turn of the century': the year in hundreds that is nearest, or the last one where the verb is past."""
    year = context.day.year // 100 * 100
    if context.day.year - year > 80 and context.tense().kind != "past":
        year += 100
    return context.counted(
        f"{year:04d}", "turn-of-century", f"is {year}: the year in hundreds seen from {context.from_anchor}", score=0.7
    )


def the_day(_: Match, context: Context) -> Answer | None:
    """'2 percent lower on the day', 'the day's losses': the day named before, else the anchor's."""
    said = context.day_before(2)
    if said is not None and not said.bounds:
        return from_said(said, "D", 0, context)
    return from_anchor("D", 0, context)


def weekend(match: Match, context: Context) -> Answer:
    """'the weekend': the last one in the past, the coming one ahead."""
    anchor = context.day
    saturday = calendar.on_or_after(anchor, 6)
    if anchor.isoweekday() == 7:
        saturday = anchor - dt.timedelta(days=1)
    kind = context.tense().kind
    back = kind == "past" or (kind == "none" and anchor.isoweekday() <= 3)
    if back and anchor.isoweekday() < 6:
        saturday -= dt.timedelta(days=7)
    value = calendar.at(saturday, "WE")
    return context.counted(
        value, "the-weekend",
        f"is {calendar.interval(value)}: the {'last' if back else 'next'} one seen from {context.from_anchor}; "
        f"{context.tense().clause}", score=0.85,
    )  # fmt: skip


def new_year(_: Match, context: Context) -> Answer:
    """'the new year': in the second half of a year the next one, else the one that has begun."""
    value = f"{context.day.year + (context.day.month > 6):04d}"
    return context.counted(value, "new-year", f"is {value}: the year that is new around {context.from_anchor}")
