"""Sorted tables read and written one article at a time, so that several can be walked side by side.

mentions = ByArticle(Mention, Path("mentions.parquet"))
with Growing("quotes", folder) as quotes:
    for article_id in order:                # the order in which the files are sorted
        rows = mentions.of(article_id)
        quotes.add(...)
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from lib.schema import TABLES
from lib.tables import arrow_schema, to_table

R = TypeVar("R")
#: Rows in memory at a time; fewer for rows as long as articles.
ROWS = 5_000


class ByArticle(Generic[R]):
    """The rows of a table that is sorted by article; ``of`` must be asked in the order of the file."""

    def __init__(self, row: type[R], path: Path, rows: int = ROWS) -> None:
        self._row, self._path, self._rows = row, path, rows
        self._columns = arrow_schema(row).names
        self._inner = {name: inner for name in self._columns if (inner := _rows_inside(row, name)) is not None}
        self._groups = groupby(self, key=attrgetter("article_id"))
        self._next: tuple[str, list[R]] | None = None

    def __iter__(self) -> Iterator[R]:
        """All rows, from the first."""
        with pq.ParquetFile(self._path) as file:
            for batch in file.iter_batches(self._rows):
                # Column by column: a dictionary for each row would cost twice as much.
                yield from map(self._row, *(self._values(name, batch) for name in self._columns))

    def _values(self, name: str, batch: pa.RecordBatch) -> list[Any]:
        values: list[Any] = batch[name].to_pylist()
        inner = self._inner.get(name)
        return [tuple(inner(**one) for one in some) for some in values] if inner is not None else values

    def of(self, article_id: str) -> list[R]:
        """The rows of one article; empty where it has none."""
        if self._next is None:
            found = next(self._groups, None)
            self._next = (found[0], list(found[1])) if found else ("", [])
        if self._next[0] != article_id:
            return []
        rows, self._next = self._next[1], None
        return rows


def _rows_inside(row: type, name: str) -> type | None:
    """The class of the rows that each value of a column is a list of; None for plain columns."""
    kind, *_ = (*typing.get_args(typing.get_type_hints(row)[name]), None)
    return kind if isinstance(kind, type) and dataclasses.is_dataclass(kind) else None


class Growing:
    """One table of a generation, written as its rows come, checked."""

    def __init__(self, name: str, folder: Path, rows: int = ROWS) -> None:
        self._row, self._most = TABLES[name], rows
        self._writer = pq.ParquetWriter(folder / f"{name}.parquet", arrow_schema(self._row), compression="zstd")
        self._waiting: list[Any] = []
        self.n = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if error is None:
            self._flush()
        self._writer.close()

    def add(self, rows: Sequence[Any]) -> None:
        self._waiting.extend(rows)
        if len(self._waiting) >= self._most:
            self._flush()

    def _flush(self) -> None:
        self._writer.write_table(to_table(self._row, self._waiting))
        self.n += len(self._waiting)
        self._waiting = []
