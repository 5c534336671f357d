"""Durations: 'two years', 'more than three hours', 'the past decade', 'a 30-day truce', 'for weeks'.

A duration is a length, not a date: it has no days of its own and never makes an event.
"""

from __future__ import annotations

import re

from lib.find.times.context import Answer, Context, absolute
from lib.find.times.grammar import Match
from lib.find.times.numbers import number, ordinal, say, unit

_LENGTHS = {"h": "H", "m": "M", "s": "S"}


def value_of(amount: float | None, symbol: str) -> str:
    """'P2Y', 'PT3H', 'PXD'; fortnights become weeks, half hours minutes."""
    if symbol == "2W":
        amount, symbol = (None if amount is None else amount * 2), "W"
    if symbol == "h" and amount is not None and amount != int(amount) and amount < 1:
        amount, symbol = amount * 60, "m"
    count = "X" if amount is None else say(amount)
    return f"PT{count}{_LENGTHS[symbol]}" if symbol in _LENGTHS else f"P{count}{symbol}"


def _length(value: str, rule: str, why: str) -> Answer:
    return absolute(value, rule, why, type="DURATION", interval=None, anchor_how="none")


def counted(match: Match, context: Context) -> Answer | None:
    """'two years', '10-day', 'several weeks', 'a day', 'two and a half hours'; None for ages and fractions."""
    symbol = unit(match.get("unit"))
    if symbol == "Q" and not re.search(r"consecutive|straight|successive|more", match.text):
        return None
    if _IS_YEAR.match(match.get("n")) and not match.get("unit").endswith("s"):
        return None  # 'the 1988 quarter', 'the 1990 fiscal year'
    if match.text.startswith("many ") and context.before.endswith("as "):
        return None  # 'the third in as many months' counts cases
    if match.text == "one day" and (some := _some_day(context)):
        return some
    article = match.get("n") in ("a", "an")
    if article and (context.after[:1] == "-" or _is_rate(match, context)):
        if context.after[:1] == "-":
            return None
        return absolute(
            value_of(1, symbol), "set-rate", f"is a rate: each {match.get('unit')}",
            type="SET", interval=None, anchor_how="none",
        )  # fmt: skip
    if article and match.get("unit") == "second":
        return None
    words = match.get("n")
    if words.startswith(("another", "an additional", "an extra")):
        words = "a"
    amount = number(words) if words else None
    if amount is not None and "half" in match.get("more"):
        amount += 0.5
    value = value_of(amount, symbol)
    rule = "duration" if amount is not None else "duration-vague"
    return _length(value, rule, f"is a length of time, {value}")


def _some_day(context: Context) -> Answer | None:
    """'She will one day return', 'One day he left': a day that nobody knows; None where it is a length."""
    before, tense = context.before.rstrip(), context.tense()
    if re.match(r"(?:-| (?:after|before|later|earlier|of|to|in|ago|per|at|and|or|trip|only)\b)", context.after):
        return None
    if _PREPOSITION.search(before) and not re.search(r"\b(?:and|that|could|would|will|may|might|to)$", before):
        return None
    if tense.kind == "future" or re.search(r"\b(?:would|will|could|may|might|to|can)$", before):
        side = "future"
    elif tense.kind == "past" and (not before or before[-1] in ",;:\"'"):
        side = "past"
    else:
        return None
    return absolute(f"{side.upper()}_REF", f"{side}-reference", f"points to the {side} without a date", interval=None,
                    anchor_how="none", score=0.7)  # fmt: skip


_IS_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_RATE = re.compile(r"(?:\d|%|percent|per cent|million|billion|thousand|times|once|twice|dollars|euros|pounds|cents)$")
_PREPOSITION = re.compile(
    r"(?:^|\b)(?:for|in|within|after|about|over|nearly|almost|than|least|of|by|every|and|or|to|just|is|was|be|lasted?|"
    r"took|take|takes|until|only|spent|spend|half|once|per|with|before|through|on|from|as|at|not|what|such|quite)$"
)

_AMOUNT = re.compile(
    r"\d|^(?:many|several|few|dozens|hundreds|thousands|millions|one|two|three|four|five|six|seven|eight|nine|ten)$"
)


def _is_rate(match: Match, context: Context) -> bool:
    """'$3 million a year', '20 barrels a day': the unit stands after an amount, not after a preposition."""
    before = context.before.rstrip()
    if not before or _PREPOSITION.search(before) or before[-1] in ",.;:(\"'—–":
        return False
    if _RATE.search(before):
        return True
    tail = before.split()[-5:]
    return any(_AMOUNT.search(word) for word in tail)


def past(match: Match, _: Context) -> Answer | None:
    """'the last 30 years', 'the next few weeks', 'the first nine months', 'the two days'."""
    if _IS_YEAR.match(match.get("n")) and not match.get("unit").endswith("s"):
        return None
    symbol = unit(match.get("unit"))
    amount = number(match.get("n")) if match.has("n") else None
    value = value_of(amount, symbol)
    return _length(value, "duration-from-now" if match.has("w2") or match.has("w3") else "duration",
                   f"is a length of time, {value}")  # fmt: skip


def recent(match: Match, context: Context) -> Answer | None:
    """'recent days', 'the coming weeks', 'the past years': so many days, and nobody says how many."""
    if match.get("unit") in ("hours", "minutes") and re.match(r" of\b", context.after):
        return None  # 'the early hours of Thursday', 'the final minutes of the match'
    value = value_of(None, unit(match.get("unit")))
    if match.get("recent") in ("recent", "coming"):
        side = "up to now" if match.get("recent") == "recent" else "from now on"
        return _length(value, "recent-units", f"is a length of time {side} that nobody counts, {value}")
    return _length(value, "duration-vague", f"is a length of time that nobody counts, {value}")


def whole(match: Match, context: Context) -> Answer | None:
    """'the past year', 'the last week' after 'over', 'all day', 'the entire week'."""
    word, symbol = match.get("past"), unit(match.get("unit"))
    if word in ("the last", "the next") and symbol in ("m", "s"):
        return None  # 'at the last minute'
    stretch = re.search(r"\b(?:over|during|within|throughout)$", context.before.rstrip()) is not None
    if word in ("the last", "the next", "the coming") and symbol not in _LENGTHS and not stretch:
        if word == "the coming" or not re.search(r"(?:in|over|during|within|for|throughout|of|through)$",
                                                 context.before.rstrip()):  # fmt: skip
            return None
        if word == "the next" and symbol in ("D", "CE", "ML"):
            return None
    value = value_of(1, symbol)
    return _length(value, "duration-from-now", f"is a length of time, {value}")


def run(match: Match, _: Context) -> Answer | None:
    """'the third straight day', 'a second consecutive year': the length of the run; its article may be another's."""
    number_, symbol = ordinal(match.get("n", "n2")), unit(match.get("unit", "unit2"))
    if not number_:
        return None
    value = value_of(float(number_), symbol)
    return _length(value, "run-of-units", f"is a run of {number_} in a row, {value}")


def half(match: Match, context: Context) -> Answer | None:
    """'half an hour', 'half a century', 'three-quarters of an hour'."""
    share = 0.75 if match.get("half").startswith("three") else 0.25 if "quarter" in match.get("half") else 0.5
    symbol = unit(match.get("unit"))
    value = {
        "h": f"PT{say(60 * share)}M", "Y": f"P{say(12 * share)}M", "DE": f"P{say(10 * share)}Y",
        "CE": f"P{say(100 * share)}Y", "m": f"PT{say(60 * share)}S", "D": f"PT{say(24 * share)}H",
    }.get(symbol, value_of(share, symbol))  # fmt: skip
    return _length(value, "duration-half", f"is a part of a unit, {value}")


def long(match: Match, _: Context) -> Answer:
    """'year-long', 'decades-long'."""
    text = match.get("unit")
    value = value_of(None if text.endswith("s") else 1, unit(text))
    return _length(value, "duration" if not text.endswith("s") else "duration-vague", f"is a length of time, {value}")


#: '####' is the verb of 'it may last months', which ``mask`` blanks.
_LEAD = re.compile(
    r"#{4}$|\b(?:for|in|within|over|after|by|took|take|takes|taking|spent|spend|spending|lasted|lasting|of|through|"
    r"many|these|those|long|last|during|require[sd]?|wait|waited|waits|waiting|were|than|into)$"
)


#: 'in the coming weeks and months'
_SERIES = re.compile(r"\b(?:hours|days|weeks|months|years) (?:and|or) $")


def bare(match: Match, context: Context) -> Answer | None:
    """'for weeks', 'hours after', 'years of war': plural units where the words around make them a length."""
    after = context.after.lstrip()
    if re.search(r"\bover the$", context.before.rstrip()) and match.get("unit") in ("years", "decades", "centuries"):
        return _length(value_of(None, unit(match.get("unit"))), "duration-vague", "is a length of time, not counted")
    lead = _LEAD.search(context.before.rstrip()) or _SERIES.search(context.before)
    follows = re.match(r"(?:after|before|of (?!the\b|his\b|her\b|their\b|our\b)|into|from|without|away|and)\b", after)
    if context.after[:1] == "-" or not (lead or follows) or (follows and follows[0] == "and" and not lead):
        return None
    if context.before.endswith("as many ") or (
        match.get("unit") == "hours" and re.search(r"(?:early|late) $", context.before)
    ):
        return None  # 'the third in as many months', 'the early hours of Thursday'
    if match.get("unit") in ("minutes", "seconds") and after.startswith("of ") and not (lead and lead[0] == "within"):
        return None
    value = value_of(None, unit(match.get("unit")))
    return _length(value, "duration-vague", f"is a length of time that nobody counts, {value}")
