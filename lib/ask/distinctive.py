"""Words that set one source apart: log-odds ratio with an informative Dirichlet prior.

Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16 (2008), equations 16, 18 and 22.
The prior is the corpus in view, scaled to a fixed weight, so that a rare word needs more than luck.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

#: Weight of the prior, in words. The corpus in view gives its shape.
PRIOR = 500.0
#: A word said once sets nobody apart.
LEAST = 2


@dataclass(frozen=True, slots=True)
class Distinct:
    """One word of one source. ``z``: standard deviations from what the other sources would lead to expect."""

    word: str
    n: int
    others: int
    z: float


def distinctive(counts: Mapping[str, int], others: Mapping[str, int], top: int = 10) -> list[Distinct]:
    """The ``top`` words that ``counts`` has more of than ``others``, most distinctive first."""
    n, m = sum(counts.values()), sum(others.values())
    if not n or not m or len(counts.keys() | others.keys()) < 2:
        return []  # nothing to compare, or one word alone: it sets nobody apart
    found = []
    for word, y in counts.items():
        if y < LEAST:
            continue
        x = others.get(word, 0)
        prior = PRIOR * (x + y) / (n + m)
        odds = math.log((y + prior) / (n + PRIOR - y - prior)) - math.log((x + prior) / (m + PRIOR - x - prior))
        z = odds / math.sqrt(1 / (y + prior) + 1 / (x + prior))
        if z > 0:
            found.append(Distinct(word, y, x, z))
    return sorted(found, key=lambda d: (-d.z, d.word))[:top]
