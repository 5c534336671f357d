"""Amounts in running text: digits, words, vague words and shares, each with its least and greatest value.

[a.low for a in amounts("twenty-five thousand men and dozens of tanks")]      # [25000.0, 24.0]

Only the amount itself is read here; hedges, units and ranges are read around it by ``spoken``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lib.find.numbers import number
from lib.find.quantities.vocabulary import either, table, words
from lib.vocabulary import load

_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SMALL = rf"(?:(?:{_TENS})(?:[-\s](?:{_UNITS})(?!-))?|{_TEENS}|{_UNITS}|zero)"
_BELOW = rf"(?:(?:{_SMALL}|an?)[-\s]hundred(?:(?:\sand)?[-\s]{_SMALL})?|{_SMALL})"
#: '1,000', '1 000', '10,00,000'. A plain space parts thousands only where a word follows: cells of a table are apart.
_DIGITS = (
    r"(?:\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
    r"|(?<!\d\s)[1-9]\d{0,2}(?:\x20\d{3})+(?=\x20[a-z])|\d+)(?:\.\d+)?(?:\s?[½¼¾])?"
)
_SCALE = "thousand|million|billion|trillion|lakh|crore"
#: A currency sign may touch the amount; a letter, a hyphen or a point may not ('F-16', 'MH17', '10.0.0.1').
_BEFORE = r"(?<![\w#@/:.,\\+])(?<![^\dnmk%][-–])"
#: Nothing is so long a number that its digits need reading to the end.
_MAX = 40


@dataclass(frozen=True, slots=True)
class Amount:
    """``kind``: 'digits', 'words', 'vague', 'none' or 'share' (low and high are percent). Offsets into the text."""

    start: int
    end: int
    text: str
    kind: str
    low: float
    high: float
    scale: float = 1.0


@cache
def _pattern() -> re.Pattern[str]:
    short = either(load("numbers")["short"])
    fraction = "|".join(table("fractions"))
    vague = either(table("vague"))
    glued = either(unit for unit in table("units") if len(unit) <= 4)
    scaled = r"(?:several|a\sfew|a\scouple(?:\sof)?)\s(?:hundred|thousand|million|billion|dozen)"
    several = "two|three|four|five|six|seven|eight|nine"
    return re.compile(
        rf"(?P<part>\b(?:half|(?:a\s)?quarter\sof)\san?\s(?:hundred|{_SCALE}|dozen)\b|\bhalf\s(?:a|(?:of\s)?(?:a|one|1))(?=\sper)|\ba\ssingle(?=\s[a-z]))"
        rf"|(?P<share>\b(?:an?|one|{several})[-\s](?:{fraction})s?(?=\s+of\b)|\b(?:one|{several})-(?:{fraction})s?\b"
        rf"|\bhalf(?=\s+(?:of|the|its|their|his|her|our)\b))"
        rf"|(?P<ratio>\b(?:one|{several}|[1-9])\s(?:in|out\sof)\s(?:every\s)?(?:{several}|ten|twenty|[2-9]|10|20|100)\b"
        rf"(?!\s(?:{either(words('refused', 'after'))})\b|[-.,:]?\d))"
        rf"|(?P<vague>\b(?:{scaled}|{vague})\b(?!-))"
        rf"|(?P<dozen>\b(?:{_SMALL}|a)\sdozen\b)"
        rf"|(?P<none>\b(?:no(?=\s+[a-z])(?!\s+(?:more|less|fewer|later|longer|one|doubt)\b)|none(?=\s+of\b)|not\sa\ssingle)\b)"
        rf"|(?P<digits>{_BEFORE}{_DIGITS}(?:[-\s](?:hundred|{_SCALE})\b|\s?(?:{short})\b)?"
        rf"(?:(?![\w°]|[.,:/]\d)|(?=(?:{glued})(?!\w))))"
        rf"|(?P<words>(?<![\w-])(?:(?:{_BELOW}|an?)(?:\sand\sa\shalf)?[-\s](?:{_SCALE})"
        rf"(?:(?:\sand)?\s{_BELOW}(?:[-\s]thousand)?(?:(?:\sand)?\s{_BELOW})?)?"
        rf"|{_BELOW}(?:\sand\sa\shalf)?)\b)",
        re.IGNORECASE,
    )


def amounts(text: str) -> Iterator[Amount]:
    """Every amount of a text, left to right, never overlapping."""
    for hit in _pattern().finditer(text):
        kind, said = hit.lastgroup or "", hit[0]
        if len(said) <= _MAX and (found := _READERS[kind](kind, hit.start(), said)):
            yield found


def _share(kind: str, start: int, said: str) -> Amount | None:
    parts = re.split(r"[-\s]+", said.lower())
    name = parts[-1] if parts[-1] in table("fractions") else parts[-1].removesuffix("s")
    name = "half" if name == "halve" else name
    many = 1.0 if len(parts) == 1 else number(parts[0]) or 1.0
    value = round(many * float(table("fractions")[name]), 3)
    return Amount(start, start + len(said), said, kind, value, value) if value <= 100 else None


def _vague(kind: str, start: int, said: str) -> Amount | None:
    plain = " ".join(said.lower().split())
    if plain in table("vague"):
        low, high = table("vague")[plain]
        return Amount(start, start + len(said), said, kind, low, high)
    first, _, scale = plain.rpartition(" ")
    times = number("a " + scale) or 1.0
    low, high = table("vague")[first]
    return Amount(start, start + len(said), said, kind, low * times, high * times)


def _part(kind: str, start: int, said: str) -> Amount | None:
    *first, scale = said.lower().split()
    if scale == "single":
        return Amount(start, start + len(said), said, "words", 1.0, 1.0)
    if scale in ("a", "one", "1"):  # 'half a percentage point', 'half of 1 percent'
        return Amount(start, start + len(said), said, "words", 0.5, 0.5)
    value = (number("a " + scale) or 0) * (0.5 if first[0] == "half" else 0.25)
    return Amount(start, start + len(said), said, "words", value, value)


def _plain(kind: str, start: int, said: str) -> Amount | None:
    value = number(said.lower())
    if value is None:
        return None
    scale = re.search(rf"({_SCALE}|hundred|dozen)$|\d\s?({either(load('numbers')['short'])})$", said.lower())
    size = 1.0
    if scale:
        size = (number("a " + scale[1]) or 1.0) if scale[1] else float(load("numbers")["short"][scale[2]])
    return Amount(start, start + len(said), said, "words" if kind != "digits" else kind, value, value, size)


def _ratio(kind: str, start: int, said: str) -> Amount | None:
    """'Eight in ten' is 80 percent; 'two in two villages' is two."""
    first, *_, last = said.split()
    many, of = number(first.lower()) or 0.0, number(last.lower()) or 0.0
    if not 0 < many < of:
        return _plain("digits" if first.isdigit() else "words", start, first)
    value = round(100 * many / of, 3)
    return Amount(start, start + len(said), said, "share", value, value)


def _none(kind: str, start: int, said: str) -> Amount | None:
    return Amount(start, start + len(said), said, kind, 0.0, 0.0)


_READERS = {
    "share": _share, "ratio": _ratio, "vague": _vague, "part": _part, "dozen": _plain, "digits": _plain,
    "words": _plain, "none": _none,
}  # fmt: skip
