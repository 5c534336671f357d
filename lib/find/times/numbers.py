"""The words of time as values: 'third', 'Feb.', 'Tuesdays', 'fortnight'; amounts come from ``lib.find.numbers``.

ordinal("21st")        # 21
"""

from __future__ import annotations

import re
from typing import Any

from lib.find import numbers
from lib.find.numbers import say
from lib.vocabulary import load

__all__ = ["daypart", "month", "number", "ordinal", "say", "season", "unit", "weekday", "words"]


def words(table: str) -> dict[str, Any]:
    """One table of ``time_words.toml``."""
    found: dict[str, Any] = load("time_words")[table]
    return found


def number(text: str) -> float | None:
    """An amount as ``lib.find.numbers`` reads it, 'two-and-a-half' too; None where it is none."""
    return numbers.number(text.replace("-and-a-half", " and a half"))


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
