"""Every table of a generation, checked and sorted: by publication day, then article, then place in the text.

counts = Writer(draft, scratch, order).tables({"mentions": parts, …})
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from lib.build.entries import Entry
from lib.build.parsed import ParsedRows
from lib.build.sorting import ArticleOrder, write_sorted
from lib.build.spool import Spool
from lib.schema import TABLES, Article
from lib.tables import to_table


def in_order(entries: Mapping[str, Entry]) -> ArticleOrder:
    """Article ids by day, those without one last, then by id."""
    return ArticleOrder(sorted(entries, key=lambda known: (entries[known].published or dt.date.max, known)))


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes into one folder and remembers nothing; ``scratch`` holds what does not fit in memory."""

    folder: Path
    scratch: Path
    order: ArticleOrder

    def sorted(self, name: str, parts: Iterable[pa.Table]) -> int:
        """A table with a row or more an article; rows of articles that were left out are dropped."""
        return write_sorted(TABLES[name], parts, self.order, self.folder / f"{name}.parquet", self.scratch)

    def whole(self, name: str, rows: Iterable[Any]) -> int:
        """A table that is small whatever the corpus, in the order given."""
        table = to_table(TABLES[name], rows)
        pq.write_table(table, self.folder / f"{name}.parquet", compression="zstd")
        return int(table.num_rows)


def article_tables(spool: Spool, entries: Mapping[str, Entry], store: ParsedRows) -> Iterator[pa.Table]:
    """The articles as they are written: with their words counted and what linking changed."""
    for chunk in spool.chunks():
        yield to_table(
            Article,
            [
                entries[article.article_id].changed(article, n_words=store.n_words(entries[article.article_id].key))
                for article, _ in chunk
                if article.article_id in entries
            ],
        )
