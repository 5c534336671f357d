"""A linear model over the rules' and the spaCy model's opinions decides which tokens make a name.

    Tagger.load().tag(features)        # ['B-PER', 'I-PER', 'O', …] with a probability each

Softmax over hashed features, then the best path that is well formed (no I- without its B-). Its
weights are in ``data/models/names.npz``; ``python -m lib.quality.train_names`` makes them.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

CLASSES = ("PER", "ORG", "LOC", "MISC")
TAGS = ("O", *(f"{prefix}-{kind}" for kind in CLASSES for prefix in ("B", "I")))
#: Buckets that features are hashed into.
BUCKETS = 1 << 17
PATH = Path(__file__).resolve().parents[3] / "data" / "models" / "names.npz"
Array = npt.NDArray[np.float32]


def bucket(feature: str) -> int:
    return zlib.crc32(feature.encode("utf-8", "surrogatepass")) % BUCKETS


@dataclass(frozen=True, slots=True)
class Tagger:
    """Weights: one row a bucket, one column a tag; ``steps`` scores a tag after another."""

    weights: Array
    steps: Array

    @classmethod
    @cache
    def load(cls) -> Tagger:
        """The shipped weights, read once a process."""
        with np.load(PATH) as file:
            weights = np.zeros((BUCKETS, len(TAGS)), np.float32)
            weights[file["rows"]] = file["weights"].astype(np.float32) * float(file["scale"])
            return cls(weights, file["steps"].astype(np.float32))

    def tag(self, rows: list[list[str]]) -> list[tuple[str, float]]:
        """The best well-formed tag of every token and the probability of it at that token."""
        if not rows:
            return []
        scores = np.stack([self.weights[[bucket(f) for f in row]].sum(axis=0) for row in rows])
        path = best_path(scores, self.steps)
        spread = np.exp(scores - scores.max(axis=1, keepdims=True))
        spread /= spread.sum(axis=1, keepdims=True)
        return [(TAGS[t], float(spread[i, t])) for i, t in enumerate(path)]


def allowed() -> Array:
    """0 where one tag may follow another, a large penalty where not: I- follows B- or I- of its class."""
    table = np.zeros((len(TAGS), len(TAGS)), np.float32)
    for i, before in enumerate(TAGS):
        for j, tag in enumerate(TAGS):
            if tag.startswith("I-") and before[2:] != tag[2:]:
                table[i, j] = -1e4
    return table


def best_path(scores: Array, steps: Array) -> list[int]:
    """Viterbi."""
    first = scores[0] + np.array([-1e4 if t.startswith("I-") else 0 for t in TAGS], np.float32)
    back = np.zeros(scores.shape, np.int32)
    for i in range(1, len(scores)):
        total = first[:, None] + steps
        back[i] = total.argmax(axis=0)
        first = total.max(axis=0) + scores[i]
    path = [int(first.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]
