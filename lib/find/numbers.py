"""Amounts as written: '60', '1,000', 'twenty-five thousand', 'two and a half', 'a dozen', '1.2bn'.

number("two and a half")        # 2.5
"""

from __future__ import annotations

import re
from functools import cache

from lib.vocabulary import load

#: Thousands are set apart by a comma or a space.
_APART = re.compile(r"(?<=\d)[,\s](?=\d{3}(?!\d))")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_SHORT = re.compile(r"(\d+(?:\.\d+)?)([a-z]+)")


@cache
def _words(table: str) -> dict[str, float]:
    found: dict[str, float] = load("numbers")[table]
    return found


def number(text: str) -> float | None:
    """The number that the lower-case words name, or None where they name none ('several')."""
    text = _APART.sub("", text.strip()).replace(",", "")
    text = re.sub(r"\sand\sa\shalf\s", " 0.5 ", text)
    half = 0.0
    if text.endswith(" 1/2"):
        text, half = text.removesuffix(" 1/2"), 0.5
    text = re.sub(r"(\d+)\s?([½¼¾])", lambda hit: f"{int(hit[1]) + _FRACTIONS[hit[2]]:g}", text)
    if text.endswith(" and a half"):
        text, half = text.removesuffix(" and a half"), 0.5
    total, current = 0.0, 0.0
    known = _words("words")
    for word in re.split(r"[-\s]+", text):
        if re.fullmatch(r"\d+(?:\.\d+)?", word):
            current += float(word)
        elif (glued := _SHORT.fullmatch(word)) and glued[2] in _words("short"):
            current += _times(float(glued[1]), _words("short")[glued[2]])
        elif word in known:
            value = known[word]
            if value == 12 and word == "dozen":
                current = max(current, 1) * value
            elif value >= 100:
                # 'half a million' and '0.4 million' are less than one.
                current = _times(current or 1, value)
                total, current = (total + current, 0.0) if value >= 1000 else (total, current)
            elif word in ("a", "an"):
                current = current or 0.0
            else:
                current += value
        elif word and word != "and":
            return None
    result = total + current + half
    if result == 0 and text in ("a", "an"):
        return 1.0
    return result if result or text in ("0", "zero") else None


def _times(amount: float, scale: float) -> float:
    """'1.1 billion' is 1100000000, without the tail that binary fractions leave."""
    return round(amount * scale, 6)


def say(value: float) -> str:
    """'2' or '2.5': no needless decimals."""
    return f"{value:g}" if value < 10**6 else str(int(value))
