"""What repeats: 'every day', 'twice a week', 'each September', 'annual', 'every other year'."""

from __future__ import annotations

from lib.find.times.context import Answer, Context, absolute
from lib.find.times.durations import value_of
from lib.find.times.grammar import Match
from lib.find.times.numbers import daypart, month, number, season, unit, words


def _set(value: str, rule: str, why: str) -> Answer:
    return absolute(value, rule, why, type="SET", interval=None, anchor_how="none")


def every(match: Match, _: Context) -> Answer:
    """'every day', 'each two weeks', 'every other year'."""
    amount = number(match.get("n")) if match.has("n") else 1.0 if not match.has("few") else None
    amount = {"other": 2.0, "second": 2.0, "third": 3.0, "fourth": 4.0}.get(match.get("other"), amount)
    value = value_of(amount, unit(match.get("unit")))
    return _set(value, "set-every-unit", f"is a repeated time: once in {value}")


def part(match: Match, _: Context) -> Answer:
    """'every morning', 'each summer', 'every September'."""
    if match.has("month"):
        value = f"XXXX-{month(match.get('month')):02d}"
    elif match.has("season"):
        value = f"XXXX-{season(match.get('season'))}"
    else:
        value = f"XXXX-XX-XXT{daypart(match.get('daypart'))}"
    return _set(value, "set-every-part", "is a repeated time of the day or year")


def times(match: Match, _: Context) -> Answer:
    """'twice a week', 'three times per day'."""
    value = value_of(1, unit(match.get("unit")))
    return _set(value, "set-times-a-unit", f"is so many times in each {match.get('unit')}")


def per(match: Match, context: Context) -> Answer | None:
    """'300 cars per day'; None where the unit is counted ('kilometers per hour') or is no rate in time."""
    symbol = unit(match.get("unit"))
    if symbol in ("h", "m", "s"):
        return None
    return _set(value_of(1, symbol), "set-rate", f"is a rate: each {match.get('unit')}")


def frequency(match: Match, _: Context) -> Answer:
    """'daily', 'annual'."""
    word = match.get("word")
    value = words("frequencies")[word.replace("bi-", "bi")]
    return _set(value, "set-word", f"is a repeated time: once in {value}")
