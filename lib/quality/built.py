"""A data set built as a user builds it, in a folder that is thrown away: its tables, and where gold sentences are.

tables = built(data.inputs)
tables.sentence(data.folder, side)          # ('3f9a…', 4): article_id and sentence_id
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from lib import generation
from lib.build.options import Options
from lib.build.progress import Progress
from lib.build.run import build
from lib.quality.claims_gold import ArticleKey, Side
from lib.quality.compared import Place, compared
from lib.read import RawArticle, read
from lib.schema import Problem

TABLES = (
    "articles", "sentences", "stories", "claims", "claim_sentences", "differences", "nearest", "unshared", "quantities",
)  # fmt: skip
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tables:
    """Rows of ``TABLES`` as plain dictionaries, and the score of each pair of sentences that was compared closely."""

    rows: Mapping[str, Sequence[Row]]
    scores: Mapping[tuple[Place, Place], float] = field(default_factory=dict)
    _by_text: dict[str, str] = field(default_factory=dict, init=False)
    _places: dict[str, list[tuple[int, int, int]]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._by_text.update((row["text"], row["article_id"]) for row in self.rows["articles"])
        for row in self.rows["sentences"]:
            self._places.setdefault(row["article_id"], []).append((row["start"], row["end"], row["sentence_id"]))

    @property
    def texts(self) -> dict[Place, str]:
        """Every sentence of the body with its words."""
        whole = {row["article_id"]: row["text"] for row in self.rows["articles"]}
        return {
            (row["article_id"], row["sentence_id"]): whole[row["article_id"]][row["start"] : row["end"]]
            for row in self.rows["sentences"]
        }

    def article(self, text: str) -> str | None:
        """The id of the article with this text; None where the build has none."""
        return self._by_text.get(text)

    def sentence(self, folder: Path, side: Side) -> Place | None:
        """The one sentence that the words of a side are in, a third of them or more; None where there is none.

        Words can begin before their sentence does: a dateline ('PORTO (AW) —') is no part of the body.
        """
        text = article(folder, side.article).text
        start, end = side.place(text)
        known = self.article(text) or ""
        held = [
            (number, min(end, after) - max(start, first))
            for first, after, number in self._places.get(known, ())
            if first < end and start < after
        ]
        return (known, held[0][0]) if len(held) == 1 and 3 * held[0][1] >= end - start else None


def article(folder: Path, key: ArticleKey) -> RawArticle:
    """The article that a gold pair names. Raises ``IndexError`` where the file has fewer."""
    return _read(folder / key[0])[(key[1] or 1) - 1]


@cache
def _read(path: Path) -> tuple[RawArticle, ...]:
    return tuple(one for one in read(path) if not isinstance(one, Problem))


@cache
def built(inputs: Path, lines: tuple[int, ...] | None = None) -> Tables:
    """Build and read the tables; once in a process. ``lines``: those of a file that are built, from 1."""
    with tempfile.TemporaryDirectory(prefix="dateline-quality-") as folder:
        corpus = Path(folder) / "corpus"
        build_in(corpus, inputs, lines)
        scores = {pair: agreement.score for agreement, pair in compared(corpus)}
        return replace(tables_of(corpus), scores=scores)


def build_in(corpus: Path, inputs: Path, lines: tuple[int, ...] | None = None) -> None:
    """Build into a new folder whose own folder is there."""
    corpus.mkdir()
    if lines is not None:
        told = inputs.read_text(encoding="utf-8").splitlines(keepends=True)
        inputs = corpus.with_name(inputs.name)
        inputs.write_text("".join(told[n - 1] for n in lines), encoding="utf-8")
    with Progress(quiet=True) as progress:
        build(Options((str(inputs),), corpus, quiet=True), progress)


def tables_of(corpus: Path) -> Tables:
    """The tables of the current generation of a corpus."""
    current = generation.current(corpus)
    return Tables({name: pq.read_table(current / f"{name}.parquet").to_pylist() for name in TABLES})
