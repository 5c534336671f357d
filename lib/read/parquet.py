"""Parquet tables, read a batch at a time and only the columns that an article needs.

list(read_parquet(Path("news.parquet"), "news.parquet", Given()))
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lib.read.fields import apart, fields_of
from lib.read.files import check_size
from lib.read.raw import Given, RawArticle, problem
from lib.read.rows import Row, read_rows
from lib.schema import Problem

#: Rows in memory at a time; each may hold an article.
_BATCH = 1000


def read_parquet(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """An article or a problem a row; "row 1" is the first one."""
    yield from read_rows(parquet_rows(path, shown, given), shown, given)


def parquet_rows(path: Path, shown: str, given: Given) -> Iterator[Row | Problem]:
    """The rows, a batch in memory at a time; only the columns that an article needs where its text is known."""
    if fault := check_size(path, shown, given.limits.file_bytes):
        yield fault
        return
    number = 0
    try:
        with pq.ParquetFile(path) as file:
            columns = apart(file.schema_arrow.names)
            fields = fields_of(columns, given)
            wanted = list(dict.fromkeys(column for names in fields.values() for column in names))
            # Columns are chosen by name, so where two share one all are read.
            some = "text" in fields and columns == file.schema_arrow.names
            for batch in file.iter_batches(_BATCH, columns=wanted if some else None):
                named = pa.RecordBatch.from_arrays(batch.columns, names=apart(batch.schema.names))
                for row in named.to_pylist():
                    number += 1
                    yield f"row {number}", row
    except (pa.ArrowException, OSError, ValueError) as error:
        said = (str(error).splitlines() or [type(error).__name__])[0][:160]
        what = f"the file is no Parquet: {said}" if number == 0 else f"the file breaks after row {number}: {said}"
        yield problem(shown, what, "a Parquet file", "write it again, for example with pandas' to_parquet")
