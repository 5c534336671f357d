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
    more = [d for d in scores(counts, others) if d.z > 0 and d.n >= LEAST]
    return sorted(more, key=lambda d: (-d.z, d.word))[:top]


def scores(counts: Mapping[str, int], others: Mapping[str, int]) -> list[Distinct]:
    """Every word that is said ``LEAST`` times in all, with its z-score: negative where ``others`` have more of it."""
    n, m = sum(counts.values()), sum(others.values())
    if not n or not m or len(counts.keys() | others.keys()) < 2:
        return []  # nothing to compare, or one word alone: it sets nobody apart
    found = []
    for word in counts.keys() | others.keys():
        y, x = counts.get(word, 0), others.get(word, 0)
        if y + x < LEAST:
            continue
        prior = PRIOR * (x + y) / (n + m)
        odds = math.log((y + prior) / (n + PRIOR - y - prior)) - math.log((x + prior) / (m + PRIOR - x - prior))
        found.append(Distinct(word, y, x, odds / math.sqrt(1 / (y + prior) + 1 / (x + prior))))
    return found
