"""Errors by kind, commonest first, with a few examples where the gold is ours.

errors = Errors("times", data)
errors.add("day missed", "Thursday", "relaxed", "value")     # the figures that it lowers
yield from errors.rows()
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lib.quality.dataset import DataSet
from lib.quality.figures import ErrorKind

#: Kinds kept for the report, examples of each, and characters of an example.
KINDS, EXAMPLES, LENGTH = 12, 3, 100


class Errors:
    """Counts of kinds. An example of a corpus that is not ours is never kept: its text may not be passed on."""

    def __init__(self, measure: str, data: DataSet) -> None:
        self.measure, self.data = measure, data
        self.counts: dict[str, int] = defaultdict(int)
        self.examples: dict[str, list[str]] = defaultdict(list)
        self.keys: dict[str, tuple[str, ...]] = {}

    def add(self, kind: str, example: str = "", *keys: str) -> None:
        """One more of a kind; ``kind`` never holds words of a text."""
        self.counts[kind] += 1
        self.keys[kind] = keys
        words = " ".join(example.split())
        if self.data.ours and words and words not in self.examples[kind] and len(self.examples[kind]) < EXAMPLES:
            self.examples[kind].append(words if len(words) <= LENGTH else words[: LENGTH - 1] + "…")

    def rows(self) -> Iterator[ErrorKind]:
        ranked = sorted(self.counts.items(), key=lambda item: (-item[1], item[0]))
        for kind, n in ranked[:KINDS]:
            yield ErrorKind(self.measure, self.data.key, kind, n, tuple(self.examples[kind]), self.keys[kind])
