"""Numbers as written in phrases of time: '60', '1,000', 'twenty-five', 'two and a half', 'a dozen'.

number("two and a half")        # 2.5
"""

from __future__ import annotations

import re
from typing import Any

from lib.vocabulary import load


def words(table: str) -> dict[str, Any]:
    """One table of ``time_words.toml``."""
    found: dict[str, Any] = load("time_words")[table]
    return found


def number(text: str) -> float | None:
    """The number that the words name, or None where they name none ('several')."""
    text = text.strip().replace(",", "")
    half = 0.0
    if text.endswith(" 1/2"):
        text, half = text.removesuffix(" 1/2"), 0.5
    if text.endswith("½"):
        text, half = text[:-1].strip(), 0.5
    if text.endswith(" and a half"):
        text, half = text.removesuffix(" and a half"), 0.5
    total, current = 0.0, 0.0
    known = words("numbers")
    for word in re.split(r"[- ]+", text):
        if re.fullmatch(r"\d+(?:\.\d+)?", word):
            current += float(word)
        elif word == "billion":
            current = max(current, 1) * 10**9
        elif word in known:
            value = known[word]
            if value == 12 and word == "dozen":
                current = max(current, 1) * value
            elif value >= 100:
                current = max(current, 1) * value
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
    return result if result or text == "0" else None


def say(value: float) -> str:
    """'2' or '2.5': no needless decimals."""
    return f"{value:g}" if value < 10**6 else str(int(value))


def ordinal(text: str) -> int | None:
    """'third' → 3, '21st' → 21, 'final' → -1; None where it is none of these."""
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits[0])
    found: int | None = words("ordinals").get(text)
    return found


def month(text: str) -> int:
    found: int = words("months")[text.rstrip(".")]
    return found


def weekday(text: str) -> int:
    """ISO: Monday is 1."""
    found: int = words("weekdays")[text.removesuffix("s") if text.endswith("days") else text.rstrip(".")]
    return found


def unit(text: str) -> str:
    """The TIMEX3 symbol of a unit, singular or plural: 'D', 'W', 'WE', 'Y', 'DE'; clock units are 'h', 'm', 's'."""
    table = words("units")
    word = text if text in table else {"centuries": "century", "millennia": "millennium"}.get(text, text.rstrip("s"))
    symbol: str = table[word]
    if word.startswith(("second", "sec", "minute", "min", "hour", "hr")) and word != "millennium":
        return symbol.lower()
    return symbol


def daypart(text: str) -> str:
    table = words("dayparts")
    found: str = table.get(text) or table[re.split(r"[- ]", text)[-1]]
    return found


def season(text: str) -> str:
    found: str = words("seasons")[text]
    return found
