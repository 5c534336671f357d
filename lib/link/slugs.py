"""Readable, unique ids from names: 'volodymyr-zelenskyy', 'georgia-place'.

slug("São Paulo")                       # 'sao-paulo'
"""

from __future__ import annotations

import re

from lib.link.forms import folded

_NOT = re.compile(r"[^\w]+")


def slug(name: str) -> str:
    """Lower case, no diacritics, hyphens between words; 'x' where nothing is left."""
    return _NOT.sub("-", folded(name)).strip("-_")[:80] or "x"


class Slugs:
    """Ids given so far; a second thing with the same name gets its label, then a number."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, name: str, label: str) -> str:
        base = slug(name)
        tries = [base, f"{base}-{label.lower()}"]
        number = 2
        while tries[-1] in self._taken and tries[0] in self._taken:
            tries.append(f"{base}-{label.lower()}-{number}")
            number += 1
        free = next(t for t in tries if t not in self._taken)
        self._taken.add(free)
        return free
