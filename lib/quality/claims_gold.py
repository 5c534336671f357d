"""Pairs of sentences that were judged by hand: the same statement, a near miss, or open.

    gold = read_pairs(Path("tests/gold/claims"))
    gold.pairs[0].a.sentence, gold.pairs[0].same, gold.complete

A sentence is named by words that stand once in its article's text; ``place`` gives their offsets.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

#: What may differ between two sentences that state the same.
DIFFERENCES = ("number", "date", "attribution", "certainty", "wording", "detail", "polarity")
#: File and number of the article in it (None where the file is one article).
ArticleKey = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Side:
    """One sentence: its article, and words that only it has."""

    article: ArticleKey
    sentence: str

    def place(self, text: str) -> tuple[int, int]:
        """Offsets of the words in the article's text. Raises ``ValueError`` where they are not there exactly once."""
        if (n := text.count(self.sentence)) != 1:
            raise ValueError(f"{self.article}: {self.sentence!r} stands {n} times in the text; allowed is once")
        start = text.index(self.sentence)
        return start, start + len(self.sentence)


@dataclass(frozen=True, slots=True)
class GoldPair:
    """``same`` is None where readers may differ."""

    a: Side
    b: Side
    same: bool | None
    differs: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class ClaimsGold:
    """``complete``: pairs of articles of which every shared or open pair of sentences is listed."""

    pairs: tuple[GoldPair, ...]
    complete: tuple[tuple[ArticleKey, ArticleKey], ...]


def read_pairs(folder: Path) -> ClaimsGold:
    """``pairs.jsonl`` and ``complete.jsonl`` of a folder. Raises ``ValueError`` naming the line that is wrong."""
    complete = folder / "complete.jsonl"
    return ClaimsGold(
        tuple(_lines(folder / "pairs.jsonl", _pair)),
        tuple(_lines(complete, _articles) if complete.is_file() else ()),
    )


def _lines(path: Path, made: Callable[[Any], T]) -> Iterator[T]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            yield made(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path.name} line {number}: {error!r}; README.md beside it has the fields") from error


def _pair(row: Mapping[str, Any]) -> GoldPair:
    differs = tuple(row["differs"])
    if unknown := set(differs) - set(DIFFERENCES):
        raise ValueError(f"differs in {', '.join(sorted(unknown))}; allowed are {', '.join(DIFFERENCES)}")
    if row["same"] not in (True, False, None):
        raise ValueError(f"same is {row['same']!r}; allowed are true, false and null")
    return GoldPair(_side(row["a"]), _side(row["b"]), row["same"], differs, row["why"])


def _side(row: Mapping[str, Any]) -> Side:
    return Side(_article(row), row["sentence"])


def _articles(row: Mapping[str, Any]) -> tuple[ArticleKey, ArticleKey]:
    return _article(row["a"]), _article(row["b"])


def _article(row: Mapping[str, Any]) -> ArticleKey:
    return row["file"], row["item"]
