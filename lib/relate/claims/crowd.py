"""What a sentence has in common with the *other* sentences of an article: against that its best likeness is held.

crowd = crowd_of(mixed, padded(bounds), usual=0.3)
crowd.across[row, article], crowd.along[column]     # means over the second to fourth best
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
#: Sentences of an article, from the best on, that tell how alike a sentence is to any.
CROWD = 4
#: Numbers that are sorted at once, 16 MB: an article of a thousand sentences must not cost gigabytes.
_AT_ONCE = 4_000_000
#: Articles of like length, by number, and the numbers of their statements, (articles, longest of them or CROWD).
Alike = tuple[NDArray[np.int64], NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Crowd:
    """One article's rows beside every article (``across``), and every column beside this article (``along``).

    The two bests are (2, rows, articles) and (2, columns).
    """

    across: Floats
    along: Floats
    best_across: Floats
    best_along: Floats

    def rivals(self, row: int, article: int, column: int, own: float) -> float:
        """The sum of what row and column have at best with another than each other, where ``own`` is theirs."""
        there, here = self.best_across[:, row, article], self.best_along[:, column]
        # The best one that is as good as theirs is theirs, or is as good a rival as any.
        return float(there[int(there[0] <= own)] + here[int(here[0] <= own)])


def crowd_of(mixed: Floats, where: Sequence[Alike], usual: float) -> Crowd:
    """Mean likeness to the second to fourth best: of each row in each article, of each column in this article.

    An article of fewer sentences is filled up with ``usual``: a sentence alone is not unlike others, there are none.
    """
    more = np.full((len(mixed), 2), (usual, -np.inf), np.float32)
    values = np.concatenate([mixed, more], axis=1)
    best = np.empty((len(mixed), sum(len(articles) for articles, _ in where), CROWD), np.float32)
    for articles, numbers in where:
        step = max(_AT_ONCE // numbers.size, 1)
        for row in range(0, len(mixed), step):
            best[row : row + step, articles] = -np.sort(-values[row : row + step, numbers], axis=2)[:, :, :CROWD]
    lacking = np.full((max(CROWD - len(mixed), 0), mixed.shape[1]), usual, np.float32)
    along = -np.sort(-np.concatenate([mixed, lacking]), axis=0)[:CROWD]
    return Crowd(best[:, :, 1:].mean(axis=2), along[1:].mean(axis=0), np.moveaxis(best, 2, 0)[:2], along[:2])


def padded(bounds: Sequence[tuple[int, int]]) -> list[Alike]:
    """Numbers of each article's statements; up to CROWD then -2, after that -1.

    Articles of like length stand together: beside one long article the short ones are not filled up to its length.
    """
    sizes: dict[int, list[int]] = {}
    for number, (first, last) in enumerate(bounds):
        sizes.setdefault(max(last - first, CROWD).bit_length(), []).append(number)
    found = []
    for articles in sizes.values():
        longest = max(bounds[n][1] - bounds[n][0] for n in articles)
        where = np.full((len(articles), max(longest, CROWD)), -1, np.int64)
        where[:, :CROWD] = -2
        for row, number in enumerate(articles):
            first, last = bounds[number]
            where[row, : last - first] = np.arange(first, last)
        found.append((np.array(articles, np.int64), where))
    return found
