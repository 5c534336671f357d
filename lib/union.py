"""Disjoint sets of the numbers below ``n`` (Galler and Fischer 1964, with path halving).

union = Union(4)
union.join(0, 2)
union.groups()      # [[0, 2], [1], [3]]
"""

from __future__ import annotations

from collections import defaultdict


class Union:
    """Every number is alone at first."""

    def __init__(self, n: int) -> None:
        self._parent = list(range(n))

    def find(self, number: int) -> int:
        """The least number of its set, which stands for it."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.find(one), self.find(other)))
        self._parent[high] = low

    def groups(self) -> list[list[int]]:
        """Every set with its numbers in order, by the least of them."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parent)):
            found[self.find(number)].append(number)
        return list(found.values())
