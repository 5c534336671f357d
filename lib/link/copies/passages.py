"""Where two articles have the same words in the same order: the evidence for a copy.

    passages(a, b)        # [Passage(start=0, end=120, other_start=40, other_end=161, n_words=21), …]

Greedy string tiling (Wise 1993, as METER did for the reuse of agency stories: Clough et al., ACL 2002), with one
pass from left to right in place of repeated ones: at each word the longest match that starts there is taken, if it
has ``SIZE`` words. No word is in two passages. A passage never runs over words that are not body.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.link.copies.words import SIZE, Words, rolling

#: Places at which a match is tried where one phrase stands many times; keeps refrains linear.
_MAX_PLACES = 8


@dataclass(frozen=True, slots=True)
class Passage:
    """Offsets of one stretch of equal words in both texts."""

    start: int
    end: int
    other_start: int
    other_end: int
    n_words: int


def passages(one: Words, other: Words) -> list[Passage]:
    """Maximal stretches of at least ``SIZE`` equal words, in the order of ``one``."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, value in zip(*_seeds(other), strict=True):
        if len(places[value]) < _MAX_PLACES:
            places[value].append(place)
    seeds = dict(zip(*_seeds(one), strict=True))
    left, right = one.hashes.tolist(), other.hashes.tolist()
    joined, other_joined = one.follows.tolist(), other.follows.tolist()
    used = [False] * len(right)
    found: list[Passage] = []
    at = 0
    while at < len(left):
        best, best_place = 0, 0
        for place in places.get(seeds[at], ()) if at in seeds else ():
            if used[place]:
                continue
            n = 1
            while (
                at + n < len(left) and place + n < len(right) and left[at + n] == right[place + n]
                and joined[at + n] and other_joined[place + n] and not used[place + n]
            ):  # fmt: skip
                n += 1
            if n > best:
                best, best_place = n, place
        if best < SIZE:
            at += 1
            continue
        last, other_last = at + best - 1, best_place + best - 1
        used[best_place : other_last + 1] = [True] * best
        start, end = int(one.starts[at]), int(one.ends[last])
        found.append(Passage(start, end, int(other.starts[best_place]), int(other.ends[other_last]), best))
        at += best
    return found


def _seeds(words: Words) -> tuple[list[int], list[int]]:
    """Places of the stretches of ``SIZE`` words without a gap, and their hashes."""
    values = rolling(words.hashes)
    whole: NDArray[np.bool_] = np.ones(len(values), np.bool_)
    for k in range(1, SIZE):
        whole &= words.follows[k : k + len(values)]
    return np.flatnonzero(whole).tolist(), values[whole].tolist()
