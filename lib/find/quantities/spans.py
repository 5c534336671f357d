"""Rows by their place in the text: which of them touch a stretch, in logarithmic time.

Spans(mentions).holds(12, 15)      # whether one mention takes in the whole stretch
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar


class Placed(Protocol):
    """A row with a place; ``start`` and ``end`` are code points."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=Placed)


class Spans(Generic[P]):
    """Rows sorted by start; they may touch, but hardly overlap."""

    def __init__(self, rows: Sequence[P]) -> None:
        self._rows = sorted(rows, key=lambda row: row.start)
        self._starts = [row.start for row in self._rows]

    def within(self, start: int, end: int) -> list[P]:
        """The rows that begin in a stretch."""
        return self._rows[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def touches(self, start: int, end: int) -> bool:
        """Whether a row shares a code point with the stretch."""
        at = bisect_left(self._starts, end)
        return any(row.end > start for row in self._rows[max(0, at - 2) : at])

    def holds(self, start: int, end: int) -> bool:
        """Whether a row takes in the whole stretch."""
        at = bisect_right(self._starts, start)
        return any(row.end >= end for row in self._rows[max(0, at - 2) : at])
