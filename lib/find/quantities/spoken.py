"""An amount with the words that belong to it: hedge, currency, unit, the other end of a range.

[(s.low, s.high, s.hedge, s.unit) for s in spoken("between $2 and 3 million, or at least 40km")]
# [(2000000.0, 3000000.0, 'between', 'USD'), (40.0, None, 'at least', 'km')]

``low`` and ``high`` follow the hedge: 'more than 5' has no high, 'up to 5' no low, and 'about', 'nearly' and a bare
number are their own low and high. 'Dozens' is a range with the hedge 'about'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from lib.find.quantities.amounts import Amount, amounts
from lib.find.quantities.vocabulary import directions, either, table

#: Code points before and after an amount in which its hedge and unit are looked for.
_REACH = 40
#: Hedges that are also prepositions: 'over two rounds of talks' hedges nothing.
_PREPOSITIONS = frozenset({"over", "under", "above", "below", "beneath", "beyond", "near", "around", "only", "just"})
#: How many times the first a second number is at least, where a change and a level are told rather than a range.
FAR = 2
_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b)", re.IGNORECASE)
#: Words for money that are other words too, unless the amount is large.
_OTHER_WORDS = frozenset({"won", "rand", "real", "cents", "dollar", "euro"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """``start``–``end`` takes in hedge and unit; ``first``–``last`` is the number alone."""

    start: int
    end: int
    first: int
    last: int
    low: float | None
    high: float | None
    unit: str
    hedge: str
    hedge_text: str
    kind: str
    value: float


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s(\[\"'“‘—–-]))({either(directions('hedges'))})\s*$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s?({either(directions('hedges_after'))})(?!\w)", re.IGNORECASE)


@cache
def _unit() -> re.Pattern[str]:
    known = {**table("units"), **table("money"), **table("currencies")}
    return re.compile(rf"(?:[-\s]|\sof\s)?({either(known)})(?![\w$])", re.IGNORECASE)


@cache
def _currency() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<![\w])|(?<=\d))({either(table('currencies'))})\s?$", re.IGNORECASE)


@cache
def _joint() -> re.Pattern[str]:
    """What stands between the two ends of a range; the second may repeat the currency."""
    money = either(table("currencies"))
    return re.compile(rf"(?:\s?%|\s?percent)?(?:\s+(and|to|or)\s+|([-–—]))(?:{money})?\s?", re.IGNORECASE)


def spoken(text: str) -> Iterator[Spoken]:
    """Every amount of a text with what belongs to it, left to right, never overlapping."""
    found, at, done = list(amounts(text)), 0, 0
    while at < len(found):
        first = found[at]
        second = found[at + 1] if at + 1 < len(found) else None
        joined = _range(text, first, second, done) if second is not None else None
        if joined == "score":  # '3-1', 'fifty-fifty'
            done, at = second.end if second is not None else done, at + 2
            continue
        one = joined if isinstance(joined, Spoken) else _alone(first)
        one = _hedged(text, _signed(text, _with_unit(text, one, done), done), done)
        yield one
        done, at = one.end, at + (2 if joined else 1)


def _alone(a: Amount) -> Spoken:
    vague = a.kind == "vague"
    return Spoken(
        a.start, a.end, a.start, a.end, a.low, a.high, "percent" if a.kind == "share" else "",
        "about" if vague else "exactly", a.text if vague else "", a.kind, a.high,
    )  # fmt: skip


def _range(text: str, a: Amount, b: Amount, done: int) -> Spoken | str | None:
    """The two as one range; 'score' where the pair is no quantity; None where each stands alone."""
    if "none" in (a.kind, b.kind) or b.start - a.end > 20:
        return None
    joint = _joint().fullmatch(text, a.end, b.start)
    if joint is None:
        return None
    before = text[max(done, a.start - 30) : a.start].lower()
    scale = b.scale if a.scale == 1 and b.scale > 1 and a.low < 1000 and a.low * b.scale <= b.high else 1.0
    low, high = a.low * scale, b.high
    between = re.search(r"\bbetween\s+(?:about |around |roughly )?\W?$", before)
    if joint[1] and joint[1].lower() == "and" and not between:
        return None
    telephone = a.end - a.start == 3 and b.end - b.start == 4 and b.scale == 1
    if joint[2] and (low >= high or telephone):
        return "score"
    anywhere = re.search(
        r"\b(?:rang\w+|anywhere|estimates?|varied|varying|var(?:y|ies)|spanning)\s+from\s+\W?$", before
    )
    opening = re.search(r"(?:^|[,;:—]\s)\W?from\s+(?:about |around |some )?\W?$", before)
    anywhere = anywhere or (opening if a.start <= 30 or (opening and opening.start()) else None)
    if low >= high or (re.search(r"\bfrom\s+(?:about |around |some |roughly )?\W?$", before) and not anywhere):
        return None
    if not (between or anywhere) and _changed_to(text, a, b, before):
        return None
    unit = "percent" if a.kind == "share" and b.kind == "share" else ""
    word = between or anywhere
    start = a.start if word is None else max(done, a.start - 30) + word.start()
    said = text[start : a.start].strip() if word is not None else ""
    said = re.sub(r"\W+$", "", said)
    return Spoken(start, b.end, a.start, b.end, low, high, unit, "between", said, b.kind, high)


def _changed_to(text: str, a: Amount, b: Amount, before: str) -> bool:
    """A change and the level that it led to: 'rose 12% to 340 million', 'fell by $1.20 to $80.30'.

    'Rose 2 to 5 percent' is a range: the two have one unit, said once.
    """
    shares = [_PERCENT.match(text, one.end) is not None for one in (a, b)]
    if shares == [True, False]:
        return True
    to = re.search(r"\bto\b", text[a.end : b.start], re.IGNORECASE)
    changes = to is not None and b.high > FAR * a.low and _change().search(before) is not None
    return changes and shares != [False, True]


@cache
def _change() -> re.Pattern[str]:
    known = table("ranges")
    return re.compile(rf"\b(?:{either(known['changes'])})\s+(?:(?:{either(known['between'])})\s+)*\W?$", re.IGNORECASE)


def _with_unit(text: str, one: Spoken, done: int) -> Spoken:
    money = _currency().search(text[max(done, one.first - 5) : one.first])
    if money:
        first = one.first - (len(money[0]))
        start = min(one.start, first)
        return replace(one, start=start, first=first, unit=table("currencies")[money[1].lower()])
    if one.unit or one.kind == "none":
        return one
    hit = _unit().match(text, one.end, min(len(text), one.end + _REACH))
    if hit is not None and " of" in hit[0].lower()[:3] and one.kind != "vague":
        hit = None
    if hit is None:
        return _metres(text, one)
    said = " ".join(hit[1].lower().split())
    if said in _OTHER_WORDS and one.value < 1000 and said not in ("cents", "dollar", "euro"):
        return one
    unit = table("money").get(said) or table("currencies").get(said) or table("units")[said]
    if said in ("pound", "pounds") and one.value >= 10**6:
        unit = "GBP"
    return replace(one, end=hit.end(), last=hit.end(), unit=unit)


def _metres(text: str, one: Spoken) -> Spoken:
    """'the 100m race' is a length, '3.5m people' an amount: a noun in the plural must follow."""
    said = text[one.first : one.last].lower()
    if not re.search(r"\dm$", said) or one.hedge == "between" or "." in said or one.value > 10**9:
        return one
    if re.match(
        r"\s+(?:more\s+)?(?:[\w-]+\s+){0,2}?(?:\w+s|people|men|women|children)\b", text[one.end : one.end + 40]
    ):
        return one
    metres = one.value / 10**6
    return replace(one, low=metres, high=metres, value=metres, unit="m")


def _signed(text: str, one: Spoken, done: int) -> Spoken:
    """'Minus 5 degrees': below nought. A hyphen is a sign where nothing stands before it."""
    hit = re.search(r"(?:\bminus\s|\N{MINUS SIGN}|^-)$", text[max(done, one.start - 6) : one.start], re.IGNORECASE)
    if hit is None or one.low is None or one.low != one.high or one.kind not in ("digits", "words"):
        return one
    start = one.start - len(hit[0])
    return replace(one, start=start, first=start, low=-one.low, high=-one.low)


def _hedged(text: str, one: Spoken, done: int) -> Spoken:
    """Hedges before and after; of several, a direction outweighs 'about', and the first direction counts."""
    start, end = one.start, one.end
    found: list[str] = []
    for _ in range(2):
        window = max(done, start - _REACH)
        hit = _before().search(text[window:start])
        if hit is None:
            break
        said = " ".join(hit[1].lower().split())
        if said in _PREPOSITIONS and not one.unit and one.value < 10:
            break
        found.insert(0, directions("hedges")[said])
        start = window + hit.start(1)
    words = text[start : one.first if one.hedge != "between" else one.start].strip() if found else ""
    words = re.sub(r"[\s$€£¥₹]+$", "", words)
    if hit := _after().match(text, end, min(len(text), end + _REACH)):
        said = " ".join(hit[0].lower().split())
        found.append(directions("hedges_after").get(said) or directions("hedges_after")[hit[1].lower()])
        words, end = (f"{words} … {hit[0].strip()}" if words else hit[0].strip()), hit.end()
    firm = [direction for direction in found if direction in ("at least", "at most")]
    hedge = firm[0] if firm else "about" if "about" in found else ""
    one = replace(one, start=start, end=end)
    if not found or one.kind == "none":
        return one
    if one.hedge == "between":
        return replace(one, hedge_text=" ".join(filter(None, (words, one.hedge_text))))
    low, high = one.low, one.high
    if hedge == "at least":
        high = None
    elif hedge == "at most":
        low = None
    return replace(one, low=low, high=high, hedge=hedge or one.hedge, hedge_text=words)
