"""Names as the labels of rows: short, and never one label for two.

To Plotly a label is the row's identity: two entities of one label would be drawn as one row whose number is neither's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from lib.charts.theme import safe


def apart(names: Iterable[str]) -> list[str]:
    """``names`` in their order, those that stand more than once numbered: 'Georgia', 'Georgia (2)'."""
    taken: Counter[str] = Counter()
    given: set[str] = set()
    told = []
    for name in names:
        taken[name] += 1
        label = name if taken[name] == 1 else f"{name} ({taken[name]})"
        while label in given:
            taken[name] += 1
            label = f"{name} ({taken[name]})"
        given.add(label)
        told.append(label)
    return told


def labels(names: Sequence[str], limit: int) -> list[str]:
    """One label a name, of at most ``limit`` characters where no number follows, safe for Plotly and all different.

    A name that is too long is cut at its end; where that leaves two names alike, in its middle, since names of
    institutions often differ by their last word.
    """
    short = [_cut(name, limit) for name in names]
    alike = Counter(short)
    told = (_middle(name, limit) if alike[cut] > 1 else cut for name, cut in zip(names, short, strict=True))
    return [safe(label) for label in apart(told)]


def _cut(name: str, limit: int) -> str:
    name = " ".join(name.split())
    return name if len(name) <= limit else name[: limit - 1].rstrip() + "…"


def _middle(name: str, limit: int) -> str:
    name = " ".join(name.split())
    if len(name) <= limit:
        return name
    head = (limit - 1) // 2
    return f"{name[:head].rstrip()}…{name[head + 1 - limit :].lstrip()}"
