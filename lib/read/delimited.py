"""CSV and TSV with a header row: the delimiter is the one that makes the most sense of the header.

list(read_delimited(Path("news.csv"), "news.csv", Given()))
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from lib.read.checks import MAX_TABLE_BYTES
from lib.read.fields import match_columns
from lib.read.files import open_text
from lib.read.raw import Given, RawArticle, problem
from lib.read.rows import Row, read_rows
from lib.schema import Problem

_DELIMITERS = (",", "\t", ";", "|")
#: A field holds a whole article; the csv module's own limit is 131,072 characters.
_FIELD_LIMIT = 2**31 - 1


def read_delimited(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """An article or a problem a row; "row 1" is the first one below the header."""
    opened = open_text(path, shown, MAX_TABLE_BYTES)
    if isinstance(opened, Problem):
        yield opened
        return
    if not opened.text.strip():
        yield problem(shown, "the file holds only white space", "a header row and a row an article", "check the export")
        return
    text = opened.text.lstrip("\n ")
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    header = [name.strip() for name in next(reader)]
    rows: list[Row] = []
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            what = f"the row cannot be read: {error}"
            yield problem(
                shown, what, "fields in double quotes, quotes in them doubled", "export it again", f"row {number}"
            )
            continue
        if not any(cell.strip() for cell in cells):
            if cells:
                yield problem(shown, "the row is empty", "a text in every row", "delete the row", f"row {number}")
            else:
                number -= 1
            continue
        if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
            what, why = f"the row has {len(cells)} fields", f"the header has {len(header)}"
            yield problem(shown, what, why, "put fields that hold the delimiter in double quotes", f"row {number}")
            continue
        rows.append((f"row {number}", dict(zip(header, cells, strict=False))))
    yield from read_rows(rows, shown, given)


def delimiter_of(text: str) -> str:
    """The delimiter under which the header has the most known fields; then the most fields; then a comma."""

    def sense(delimiter: str) -> tuple[int, int]:
        header = next(csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=delimiter), [])
        return len(match_columns(header)), len(header)

    return max(_DELIMITERS, key=sense)
