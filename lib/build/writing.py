"""Every table of a generation, checked and sorted: by publication day, then article, then place in the text.

counts = Writer(draft, scratch, order).tables({"mentions": parts, …})
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lib.build.entries import Entry
from lib.build.linking import REWRITTEN, Sorted, added_mentions, link_all, write_articles
from lib.build.memory import between_stages
from lib.build.parsed import FOUND, ParsedRows
from lib.build.progress import Progress
from lib.build.redating import redate
from lib.build.relating import relate_all
from lib.build.sorting import ArticleOrder, write_sorted
from lib.build.spool import Spool
from lib.schema import TABLES, Article, Mention, Problem
from lib.schema.scratch import SCRATCH_TABLES
from lib.tables import to_table


def in_order(entries: Mapping[str, Entry]) -> ArticleOrder:
    """Article ids by day, those without one last, then by id."""
    return ArticleOrder(sorted(entries, key=lambda known: (entries[known].published or dt.date.max, known)))


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the tables of one generation; ``scratch`` holds what does not fit in memory."""

    folder: Path
    scratch: Path
    order: ArticleOrder

    def sorted(self, name: str, parts: Iterable[pa.Table], folder: Path | None = None) -> int:
        """A table with a row or more an article; rows of articles that were left out are dropped."""
        return write_sorted(
            (TABLES | SCRATCH_TABLES)[name],
            parts,
            self.order,
            (folder or self.folder) / f"{name}.parquet",
            self.scratch,
        )

    def whole(self, name: str, rows: Iterable[Any]) -> int:
        """A table that is small whatever the corpus, in the order given."""
        table = to_table(TABLES[name], rows)
        pq.write_table(table, self.folder / f"{name}.parquet", compression="zstd")
        return int(table.num_rows)


def write_tables(
    writer: Writer,
    spool: Spool,
    entries: Mapping[str, Entry],
    store: ParsedRows,
    vectors: Path,
    problems: Sequence[Problem],
    progress: Progress,
) -> dict[str, int]:
    """All tables but ``build``, linked and compared; rows of each, in the order of ``TABLES``.

    ``vectors`` is where sentence vectors are kept between builds.
    """
    keys = {entry.key for entry in entries.values()}
    tables = Sorted(writer.scratch / "found", writer.scratch / "linked", writer.folder, writer.order.article_ids)
    tables.found.mkdir()
    tables.linked.mkdir()
    counts = {"problems": writer.whole("problems", problems)}
    for name in progress.through(("articles", "spans", *(n for n in FOUND if n != "words")), "sorting", "tables"):
        if name == "articles":
            parts = article_tables(spool, entries, store)
        elif name == "spans":
            parts = spool.tables(name)
        else:
            parts = store.tables(name, keys)
        if name in SCRATCH_TABLES:
            writer.sorted(name, parts, tables.found)
        else:
            counts[name] = writer.sorted(name, parts, tables.found if name in REWRITTEN else None)
    counts |= write_articles(tables, progress)
    redate(tables, entries, progress)
    between_stages(len(entries))
    added = added_mentions(tables, progress)
    # A word that turned out to be part of a name is no content word any more.
    words = (outside(table, added) for table in store.tables("words", keys))
    counts["words"] = writer.sorted("words", words)
    counts |= link_all(tables, added, entries, progress)
    added.clear()
    between_stages(len(entries))
    counts |= relate_all(tables, vectors, progress)
    return {name: counts[name] for name in TABLES if name in counts}


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


def outside(table: pa.Table, added: Mapping[str, Sequence[Mention]]) -> pa.Table:
    """The rows that do not overlap one of the mentions of their article."""
    keep = np.ones(table.num_rows, bool)
    starts, ends = table["start"].to_numpy(), table["end"].to_numpy()
    for article_id in map(str, pc.unique(table["article_id"]).to_pylist()):
        if article_id in added:
            here = pc.equal(table["article_id"], pa.scalar(article_id)).to_numpy()
            for mention in added[article_id]:
                keep &= ~(here & (starts < mention.end) & (ends > mention.start))
    return table.filter(pa.array(keep))
