"""What each source of names proposes, before overlaps are settled.

    Candidate(start=0, end=6, label="COUNTRY", method="gazetteer", score=0.9)

Offsets are code points into ``article.text``, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposed name. ``weight`` settles overlaps; ``score`` is what a reader is told."""

    start: int
    end: int
    label: str
    method: str
    score: float
    role: str = "name"
    weight: float = 0.0

    def overlaps(self, other: Candidate) -> bool:
        return self.start < other.end and other.start < self.end


def settle(candidates: list[Candidate]) -> list[Candidate]:
    """The non-overlapping candidates, heaviest first, then longest; returned in reading order."""
    taken: list[Candidate] = []
    ends: dict[int, bool] = {}
    for one in sorted(candidates, key=lambda c: (-c.weight, c.start - c.end, c.start)):
        cells = range(one.start, one.end)
        if one.end > one.start and not any(cell in ends for cell in cells):
            taken.append(one)
            ends.update(dict.fromkeys(cells, True))
    return sorted(taken, key=lambda c: c.start)
