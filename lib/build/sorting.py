"""Tables of any size, sorted by article in flat memory: spread over buckets on disk, then sort each bucket.

    order = ArticleOrder(["b2", "a1"])                     # the articles in the order wanted
    write_sorted(TABLES["mentions"], tables, order, Path("mentions.parquet"), scratch)

The rank of an article decides its bucket, so only one bucket's rows are in memory at a time.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lib.tables import arrow_schema, check

#: Articles in a bucket: about 30 MB of the longest table, words, three times over while it is sorted.
BUCKET = 2_000
_RANK = "__rank"


class ArticleOrder:
    """The rank of every article; rows of an article that is not in it are dropped."""

    def __init__(self, article_ids: Sequence[str]) -> None:
        self.article_ids = article_ids
        self._ids = pa.array(article_ids, pa.string())

    def __len__(self) -> int:
        return len(self._ids)

    def ranked(self, table: pa.Table) -> pa.Table:
        """The table with a rank column, without the rows of other articles."""
        rank = pc.index_in(table["article_id"], self._ids)
        return table.append_column(_RANK, rank).filter(pc.is_valid(rank))


def write_sorted(row: type, tables: Iterable[pa.Table], order: ArticleOrder, path: Path, scratch: Path) -> int:
    """Write all rows to one Parquet file in the order of their articles, then of the text. Returns the count."""
    schema = arrow_schema(row)
    spread = schema.append(pa.field(_RANK, pa.int32()))
    n = 0
    with contextlib.ExitStack() as stack:
        buckets: dict[int, tuple[Path, pa.RecordBatchStreamWriter]] = {}
        for table in tables:
            check(row, table.cast(schema))
            ranked = order.ranked(table)
            bucket = ranked[_RANK].to_numpy() // BUCKET
            for number in np.unique(bucket).tolist():
                if number not in buckets:
                    place = scratch / f"{path.stem}-{number:05}.arrow"
                    buckets[number] = (place, stack.enter_context(pa.ipc.new_stream(str(place), spread)))
                buckets[number][1].write_table(ranked.filter(pa.array(bucket == number)).cast(spread))
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for number in sorted(buckets):
            place = buckets[number][0]
            with pa.OSFile(str(place), "rb") as file, pa.ipc.open_stream(file) as reader:
                rows = _sort(reader.read_all()).drop_columns([_RANK]).cast(schema)
            place.unlink()
            writer.write_table(rows)
            n += rows.num_rows
    return n


def _sort(table: pa.Table) -> pa.Table:
    keys = [_RANK, *(c for c in ("start", "end") if c in table.column_names)]
    return table.take(pc.sort_indices(table, sort_keys=[(key, "ascending") for key in keys]))
