"""What the columns of a table are, and which field each is taken for: what a person checks before the table is read.

columns_of(Path("news.csv")).guessed      # {'text': 'body', 'published': 'published_on'}
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from lib.read.delimited import delimited_rows
from lib.read.fields import match_columns
from lib.read.limits import DEFAULT, Limits
from lib.read.objects import json_line_rows, json_rows
from lib.read.parquet import parquet_rows
from lib.read.raw import Given
from lib.read.registry import shown_path, suffix_of
from lib.read.rows import Row
from lib.read.workbook import workbook_rows
from lib.schema import Problem

Rows = Callable[[Path, str, Given], Iterator[Row | Problem]]

#: Suffixes → where a table's rows come from. The readers of the same formats read from the same place.
TABLES: list[tuple[tuple[str, ...], Rows]] = [
    ((".csv", ".tsv"), delimited_rows),
    ((".xlsx", ".xlsm"), workbook_rows),
    ((".json",), json_rows),
    ((".jsonl", ".ndjson"), json_line_rows),
    ((".parquet", ".pq"), parquet_rows),
]
#: Characters of a cell that are shown.
_CELL = 200


@dataclass(frozen=True, slots=True)
class Columns:
    """A table before it is read: ``rows`` are the first ones, as words, in the order of ``names``."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    #: Field ('text', 'title', 'source', 'published', 'author', 'url', …) → the column that its name suggests.
    guessed: Mapping[str, str]


def columns_of(path: Path, *, first: int = 5, limits: Limits = DEFAULT, shown: str = "") -> Columns | Problem:
    """The columns of a table; the ``Problem`` that it has none. Reads no more than the first 200 rows."""
    reader = _rows_of(path.name)
    shown = shown or shown_path(path)
    if reader is None:
        known = ", ".join(suffix for suffixes, _ in TABLES for suffix in suffixes)
        what = f"{path.suffix or 'a file without a suffix'} is no table"
        return Problem(shown, "", what, f"one of: {known}", "nothing: other formats have no columns to map")
    # Without the text's column known, the reader hands over every column that there is.
    items = list(islice(reader(path, shown, Given(columns={"text": ""}, limits=limits)), max(first, 200)))
    rows: Sequence[Mapping[str, object]] = [item[1] for item in items if not isinstance(item, Problem)]
    if not rows:
        faults = [item for item in items if isinstance(item, Problem)]
        nothing = Problem(shown, "", "the table has no rows", "one row an article", "check the export")
        return faults[0] if faults else nothing
    names = tuple(dict.fromkeys(str(name) for row in rows for name in row))
    guessed = {field: columns[0] for field, columns in match_columns(names).items()}
    return Columns(names, tuple(tuple(_cell(row.get(name)) for name in names) for row in rows[:first]), guessed)


def _cell(value: object) -> str:
    words = "" if value is None else " ".join(str(value)[: 4 * _CELL].split())
    return words if len(words) <= _CELL else f"{words[:_CELL]}…"


def _rows_of(name: str) -> Rows | None:
    suffix = suffix_of(name)
    return next((rows for suffixes, rows in TABLES if suffix in suffixes), None)
