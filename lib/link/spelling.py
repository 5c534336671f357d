"""Spelling variants and misprints: pairs of forms one slip apart, found without comparing all with all.

    misprints(["Ukraine", "Ukriane"])       # [('Ukriane', 'Ukraine')]

Candidates share a form with one letter deleted (Garbe 2012, SymSpell); pairs are then checked with
Damerau's distance (optimal string alignment).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

#: Shorter names are one letter apart too often: Iran and Iraq, Mali and Malta.
SHORTEST = 6


def neighbours(forms: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of distinct forms at distance one, each once. Near-linear in the number of forms."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for form in sorted(set(forms)):
        if SHORTEST - 1 <= len(form) <= 60:
            for key in {form, *(form[:i] + form[i + 1 :] for i in range(len(form)))}:
                buckets[key].append(form)
    seen: set[tuple[str, str]] = set()
    for group in buckets.values():
        if not 1 < len(group) <= 40:
            continue
        for i, first in enumerate(group):
            for second in group[i + 1 :]:
                pair = (first, second)
                long_enough = max(len(first), len(second)) >= SHORTEST
                if pair not in seen and long_enough and OSA.distance(first, second, score_cutoff=1) <= 1:
                    seen.add(pair)
                    yield pair


def kind_of_slip(first: str, second: str) -> str:
    """How two forms at distance one differ: 'swapped' letters, a 'doubled' one, one 'lost', or 'another' letter.

    Another letter often makes another name: Carlo and Carla, Health and Wealth.
    """
    short, long = sorted((first, second), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        return "swapped" if sorted(short) == sorted(long) else "another"
    return "doubled" if at and long[at] == long[at - 1] else "lost"


def is_slip(first: str, second: str) -> bool:
    """Whether two folded forms one apart may be one name: no digit, no plural, the changed word long enough."""
    if any(c.isdigit() for c in first + second) or first[:1] != second[:1]:
        return False
    if first + "s" == second or second + "s" == first:
        return False
    one, two = first.split(), second.split()
    if len(one) != len(two):
        return False
    changed = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    return len(changed) == 1 and min(map(len, changed[0])) >= SHORTEST - 1
