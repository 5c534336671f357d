"""What comparing says of rows that were written before it: kept on disk, and read again in the order of those rows.

    write_pointers(pointers, articles, path)                   # story by story
    Pointers(path, "quantities").of("a1", (5, 12))             # 'l9'; asked article by article

They come story by story, which is not the order of the rows; so they are sorted as every table is
(``lib.build.sorting``), and memory holds one bucket of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lib.build.sorting import ArticleOrder, write_sorted
from lib.build.streams import ROWS, ByArticle
from lib.schema.columns import column
from lib.tables import to_table

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pointer:
    """One row of ``table`` and the id that it gets."""

    article_id: str = column("articles.article_id")
    start: int = column("first code point of the row")
    end: int = column("one past its last code point")
    table: str = column("quantities or standings")
    target: str = column("ledger.ledger_id or claims.claim_id")


def write_pointers(pointers: Iterable[Pointer], articles: Path, path: Path) -> int:
    """Write pointers in the order of the articles of a file; how many they are."""
    known = [str(one) for one in pq.read_table(articles, columns=["article_id"])["article_id"].to_pylist()]
    return write_sorted(Pointer, _tables(iter(pointers)), ArticleOrder(known), path, path.parent)


def _tables(pointers: Iterator[Pointer]) -> Iterator[pa.Table]:
    while some := list(islice(pointers, ROWS)):
        yield to_table(Pointer, some)


class Pointers:
    """The targets of one table's rows, asked in the order of the articles. Every target must belong to a row asked."""

    def __init__(self, path: Path, table: str) -> None:
        rows = (pointer for pointer in ByArticle(Pointer, path) if pointer.table == table)
        self._articles = groupby(rows, key=attrgetter("article_id"))
        self._article, self._passed, self._targets = "", False, dict[Span, str]()
        self._advance()

    def of(self, article_id: str, span: Span) -> str | None:
        """The target of one row; None where it has none."""
        if self._passed and article_id != self._article:
            self._advance()
        if article_id != self._article:
            return None
        self._passed = True
        return self._targets.get(span)

    def _advance(self) -> None:
        article_id, rows = next(self._articles, ("", ()))
        self._article, self._passed = article_id, False
        self._targets = {(p.start, p.end): p.target for p in rows}
