"""The words around numbers, read once from ``data/vocabulary/quantities.toml``.

words("refused", "months")      # frozenset of one list
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from lib.vocabulary import load


@cache
def table(name: str) -> dict[str, Any]:
    """One table: words → what they stand for."""
    found: dict[str, Any] = load("quantities")[name]
    return found


@cache
def words(name: str, part: str) -> frozenset[str]:
    """One list of a table."""
    return frozenset(table(name)[part])


def either(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, longest first; a space stands for any white space."""
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=lambda p: (-len(p), p)))


@cache
def directions(name: str) -> dict[str, str]:
    """Hedge → direction, of a table whose keys are directions."""
    return {phrase: direction for direction, phrases in table(name).items() for phrase in phrases}
