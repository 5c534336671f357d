"""Parquet tables, read a batch at a time and only the columns that an article needs.

list(read_parquet(Path("news.parquet"), "news.parquet", Given()))
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lib.read.fields import match_columns
from lib.read.raw import Given, RawArticle, problem
from lib.read.rows import Row, read_rows
from lib.schema import Problem


def read_parquet(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """An article or a problem a row; "row 1" is the first one."""
    try:
        file = pq.ParquetFile(path)
        columns = file.schema_arrow.names
        fields = match_columns(columns)
        wanted = list(dict.fromkeys(column for names in fields.values() for column in names)) or columns[:1]
        table = file.read(columns=wanted if "text" in fields else columns)
    except (pa.ArrowException, OSError) as error:
        what = f"the file is no Parquet: {str(error).splitlines()[0][:160]}"
        yield problem(shown, what, "a Parquet file", "write it again, for example with pandas' to_parquet")
        return
    rows: list[Row] = [(f"row {number}", row) for number, row in enumerate(table.to_pylist(), start=1)]
    yield from read_rows(rows, shown, given)
