"""A folder of invented articles of which every pair of sentences within an event is judged.

    there = Judged.of("bureau")
    there.rows[0]["source"], there.event(1), there.gold.pairs[0].same

``wire`` and ``bureau`` name the event of an article ``story``, ``desk`` names it ``event``.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from lib.quality.claims_gold import ClaimsGold, read_pairs
from lib.read import read
from lib.schema import Problem

Items = frozenset[int | None]


@dataclass(frozen=True)
class Judged:
    """``rows``: the lines of ``articles.jsonl``; ``texts``: what the reader makes of them; ``guide``: the README."""

    rows: tuple[dict[str, Any], ...]
    texts: tuple[str, ...]
    gold: ClaimsGold
    guide: str

    @classmethod
    def of(cls, name: str) -> Judged:
        folder = Path(__file__).parent / name
        path = folder / "articles.jsonl"
        rows = tuple(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
        texts = tuple(one.text for one in read(path) if not isinstance(one, Problem))
        return cls(rows, texts, read_pairs(folder), (folder / "README.md").read_text(encoding="utf-8"))

    def event(self, item: int | None) -> str:
        """The event of an article by its line, from 1. Raises ``ValueError`` without a line."""
        if item is None:
            raise ValueError("an article of a file of several is named by its line")
        row = self.rows[item - 1]
        return str(row.get("story") or row["event"])

    def events(self) -> dict[str, list[dict[str, Any]]]:
        """Event → its articles, in their order."""
        found: dict[str, list[dict[str, Any]]] = {}
        for item, row in enumerate(self.rows, start=1):
            found.setdefault(self.event(item), []).append(row)
        return found

    def within(self) -> set[Items]:
        """Every two articles of one event."""
        items = range(1, len(self.rows) + 1)
        return {frozenset(two) for two in combinations(items, 2) if self.event(two[0]) == self.event(two[1])}

    def verdicts(self) -> Counter[tuple[str, bool | None]]:
        """How many pairs of an event are shared (True), open (None) and near misses (False)."""
        return Counter((self.event(pair.a.article[1]), pair.same) for pair in self.gold.pairs)
