"""Articles and their marked spans between reading and writing: on disk, a few hundred in memory at a time.

with Spool(scratch) as spool:
    spool.add(article, spans)
for chunk in spool.chunks():        # list[(Article, list[MarkedSpan])], in the order of adding
    ...
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq

from lib.schema import Article, MarkedSpan
from lib.tables import to_table

#: A chunk ends after so many articles or so many characters, whichever comes first.
MAX_ARTICLES = 500
MAX_CHARACTERS = 4_000_000


class Spool:
    """Write once, then read as often as wanted."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._articles: list[Article] = []
        self._spans: list[MarkedSpan] = []
        self._characters = 0
        self._n = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if error is None:
            self._flush()

    def add(self, article: Article, spans: list[MarkedSpan]) -> None:
        self._articles.append(article)
        self._spans.extend(spans)
        self._characters += len(article.text)
        if len(self._articles) >= MAX_ARTICLES or self._characters >= MAX_CHARACTERS:
            self._flush()

    def chunks(self) -> Iterator[list[tuple[Article, list[MarkedSpan]]]]:
        for articles, marked in zip(self.tables("articles"), self.tables("spans"), strict=True):
            spans: dict[str, list[MarkedSpan]] = {}
            for row in marked.to_pylist():
                spans.setdefault(row["article_id"], []).append(MarkedSpan(**row))
            read = [Article(**row) for row in articles.to_pylist()]
            yield [(article, spans.get(article.article_id, [])) for article in read]

    def tables(self, name: str) -> Iterator[pa.Table]:
        """The 'articles' or the 'spans', a chunk at a time."""
        for number in range(self._n):
            yield pq.read_table(self._place(name, number))

    def _flush(self) -> None:
        if self._articles:
            pq.write_table(to_table(Article, self._articles), self._place("articles", self._n), compression="zstd")
            pq.write_table(to_table(MarkedSpan, self._spans), self._place("spans", self._n), compression="zstd")
            self._n += 1
        self._articles, self._spans, self._characters = [], [], 0

    def _place(self, name: str, number: int) -> Path:
        return self._folder / f"spool-{name}-{number:06}.parquet"
