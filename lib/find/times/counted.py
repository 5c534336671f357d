"""So many units away: 'two weeks ago', 'three days later', 'a year earlier', 'ten years from now'."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from lib.find.times import calendar
from lib.find.times.context import Answer, Context, Said, absolute
from lib.find.times.durations import value_of
from lib.find.times.grammar import Match
from lib.find.times.numbers import number, unit, weekday
from lib.find.times.units import before_said

_CLOCK = ("h", "m", "s")
_CLOCK_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def amount(match: Match) -> float | None:
    """The number of units; None where it is vague ('several')."""
    if match.has("half"):
        return 0.25 if "quarter" in match.get("half") else 0.5
    base = 1.0 if match.has("q") else number(match.get("n")) if match.has("n") else None
    return None if base is None else base + (0.5 if "half" in match.get("more") else 0)


def _measure(match: Match) -> tuple[str, float | None]:
    """Unit and number; whole days written in hours are days: 48 hours are two."""
    symbol, away = unit(match.get("unit", "bare")), None if match.has("bare") else amount(match)
    if symbol == "h" and away and away % 24 == 0:
        return "D", away / 24
    return symbol, away


def _vague(value: str, context: Context) -> Answer:
    side = "the past" if value == "PAST_REF" else "the future"
    return absolute(value, "vague-distance", f"points to {side} without a number", interval=None, anchor_how="none")


def _away(symbol: str, away: float) -> tuple[str, int]:
    """Whole units for parts of one: two and a half years are 30 months."""
    if away == int(away):
        return symbol, int(away)
    finer = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "W": ("D", 7), "M": ("D", 30)}.get(symbol)
    return (finer[0], round(away * finer[1])) if finer else (symbol, round(away))


def _to_the_minute(symbol: str, away: float | None, back: bool, context: Context) -> Answer | None:
    """'eight minutes later' after '14:46 local time (0546 UTC)': counted from the clock, the local one; else None."""
    clocks = [s for s in context.said if context.sentence_id - s.sentence_id <= 2 and _CLOCK_TIME.match(s.value)]
    if not clocks or away is None or symbol == "s":
        return None
    last = clocks[-1]
    if last.value.endswith("Z") and len(clocks) > 1 and clocks[-2].sentence_id == last.sentence_id:
        last = clocks[-2] if not clocks[-2].value.endswith("Z") else last
    hour, minute = int(last.value[11:13]), int(last.value[14:16])
    at = dt.datetime.combine(last.interval.start, dt.time()) + dt.timedelta(hours=hour, minutes=minute)
    step = dt.timedelta(minutes=away if symbol == "m" else away * 60)
    at = at - step if back else at + step
    value = f"{at:%Y-%m-%dT%H:%M}{'Z' if last.value.endswith('Z') else ''}"
    return context.counted_from(last, value, "clock-units-away", f"is {at:%H:%M}: counted from “{last.text}”", 0.7)


def _same_day(symbol: str, away: float | None, said: Said | None, context: Context, *, back: bool = True) -> Answer:
    """'hours earlier', 'ten minutes ago': taken in the day that it is counted from, while it is shorter than one."""
    if (said is None and context.anchor is None) or (symbol == "h" and (away or 0) >= 12):
        return _vague("PAST_REF", context)
    if said is not None and (exact := _to_the_minute(symbol, away, back, context)):
        return exact
    if said is not None:
        day = said.interval.start
        return replace(
            context.counted_from(said, day.isoformat(), "clock-units-away", f"is in the day of “{said.text}”", 0.6),
            type="TIME",
        )
    why = f"is taken in the day of {context.from_anchor}"
    return context.counted(context.day.isoformat(), "clock-units-away", why, type="TIME", score=0.6)


def ago(match: Match, context: Context) -> Answer | None:
    """'two weeks ago', 'three years from now', 'decades ago'."""
    forward = match.has("now") or match.text.endswith("hence")
    reference = "FUTURE_REF" if forward else "PAST_REF"
    symbol, away = _measure(match)
    if symbol in _CLOCK:
        return _vague(reference, context) if forward else _same_day(symbol, away, None, context)
    if away is None:
        return _vague(reference, context)
    said = context.previous(1, ("quarter",))
    if symbol == "Y" and away == 1 and said is not None and not forward:
        value = f"{int(said.value[:4]) - 1:04d}{said.value[4:]}"
        return context.counted_from(
            said, value, "year-before-same-part", f"is the same part of the year before, counted from “{said.text}”"
        )
    sign = 1 if forward else -1
    grain, whole = _away(symbol, away)
    day = calendar.shift(context.day, grain, sign * whole)
    if day is None:
        return None
    value = calendar.at(day, grain if grain != "DE" or whole > 0 else "Y")
    return context.counted(
        value, "units-from-now" if forward else "units-ago",
        f"is {calendar.interval(value) or value}: counted {'on' if forward else 'back'} from {context.from_anchor}",
        alternatives=(), score=0.92,
    )  # fmt: skip


def later(match: Match, context: Context) -> Answer | None:
    """'two days later', 'three weeks earlier': from the date named before, else from the anchor."""
    back = match.get("dir") in ("earlier", "before", "previously", "beforehand", "prior")
    symbol, away = _measure(match)
    if symbol in _CLOCK:
        return _same_day(symbol, away, context.day_before(3), context, back=back)
    if away is None:
        return _vague("PAST_REF" if back else "FUTURE_REF", context)
    if away == 1 and symbol in ("Y", "Q", "M", "W", "D"):
        one = before_said(Match(match.kind, match.start, match.end, match.text, {
            "unit": match.get("unit"), "dir": "before" if back else "after"}), context)  # fmt: skip
        if one is not None:
            return one
    grain, whole = _away(symbol, away)
    said = context.previous(3)
    sign = -1 if back else 1
    if said is not None and (grain not in ("D", "W") or said.interval.days <= 31):
        base = said.interval.start if back or said.interval.days > 1 else said.interval.last
        day = calendar.shift(base, grain, sign * whole)
        if day is None:
            return None
        value = calendar.at(day, grain if said.interval.days <= 31 or grain in ("Y", "DE", "CE", "M") else "M")
        return context.counted_from(
            said, value, "units-from-previous",
            f"is {calendar.interval(value) or value}: counted from “{said.text}”, {said.interval}",
        )  # fmt: skip
    if said is None and not back and context.tense().kind == "past":
        return _vague("FUTURE_REF", context) if context.anchor is None else _from_anchor(grain, -0, context)
    return _from_anchor(grain, sign * whole, context)


def ago_at(match: Match, context: Context) -> Answer | None:
    """'40 years ago this month', 'fifty years ago on Tuesday', 'three weeks ago today': as fine as what is added."""
    at, symbol, away = match.get("at"), unit(match.get("unit")), amount(match)
    if away is None or away != int(away) or symbol in _CLOCK:
        return None
    day: dt.date | None = context.day
    if match.has("weekday"):
        named = weekday(match.get("weekday"))
        ahead = context.tense().kind == "future"
        day = calendar.on_or_after(context.day, named) if ahead else calendar.on_or_before(context.day, named)
    elif at in ("yesterday", "tomorrow"):
        day = context.day + dt.timedelta(days=1 if at == "tomorrow" else -1)
    elif match.has("w2") or match.has("w3"):
        day = calendar.shift(context.day, unit(match.get("unit2")), -1 if match.has("w2") else 1)
    day = calendar.shift(day, symbol, -int(away)) if day is not None else None
    if day is None:
        return None
    value = calendar.at(day, unit(match.get("unit2")) if match.has("unit2") else "D")
    why = f"is {calendar.interval(value) or value}: counted back from {context.from_anchor}"
    return context.counted(value, "units-ago-at", why)


_ORDER = ("CE", "DE", "Y", "M", "W", "D", "h", "m", "s")


def compound(match: Match, context: Context) -> Answer | None:
    """'a year and two months', 'one hour, 20 minutes', 'two years and three months later'; None for other pairs."""
    units = unit(match.get("unit")), unit(match.get("unit2"))
    first, second = 1.0 if match.has("q") else number(match.get("n")), number(match.get("n2"))
    if first is None or second is None or not set(units) <= set(_ORDER):
        return None
    if _ORDER.index(units[0]) >= _ORDER.index(units[1]) or (units[1] in _CLOCK) != (units[0] in _CLOCK):
        return None
    if not match.has("dir"):
        value = value_of(first, units[0]) + value_of(second, units[1]).removeprefix("P").removeprefix("T")
        return absolute(
            value, "duration", f"is a length of time, {value}", type="DURATION", interval=None, anchor_how="none"
        )
    if units[1] in _CLOCK or first != int(first) or second != int(second):
        return None
    said = context.previous(3) if match.get("dir") != "ago" else None
    sign = 1 if match.get("dir") == "later" else -1
    base: dt.date | None = said.interval.start if said is not None else context.day
    for symbol, away in zip(units, (first, second), strict=True):
        base = calendar.shift(base, symbol, sign * int(away)) if base is not None else None
    if base is None:
        return None
    value = calendar.at(base, units[1])
    if said is not None:
        return context.counted_from(said, value, "units-from-previous", f"is {value}: counted from “{said.text}”")
    return context.counted(value, "units-ago", f"is {value}: counted from {context.from_anchor}", score=0.7)


def _from_anchor(grain: str, steps: int, context: Context) -> Answer | None:
    if steps == 0:
        return _vague("FUTURE_REF", context)
    day = calendar.shift(context.day, grain, steps)
    if day is None:
        return None
    value = calendar.at(day, grain)
    return context.counted(
        value, "units-earlier-than-anchor",
        f"is {calendar.interval(value) or value}: counted from {context.from_anchor}, as no other day is named",
        score=0.6,
    )  # fmt: skip
