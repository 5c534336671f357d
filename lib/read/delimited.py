"""CSV and TSV with a header row: the delimiter is the one that makes the most sense of the header.

list(read_delimited(Path("news.csv"), "news.csv", Given()))
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

from lib.read.fields import apart, match_columns
from lib.read.files import stream_text
from lib.read.quoted import Quoted
from lib.read.raw import Given, RawArticle, problem
from lib.read.rows import Row, read_rows
from lib.schema import Problem

_DELIMITERS = (",", "\t", ";", "|")
#: A field holds a whole article; the csv module's own limit is 131,072 characters.
_FIELD_LIMIT = 2**31 - 1
#: Characters from which the delimiter is told.
_HEAD = 20_000
#: Excel's own first line, which says the delimiter and is no header.
_SAID = re.compile(r'"?sep=([,\t;|])"?[ \t]*\n', re.I)
_QUOTES = "fields in double quotes, quotes in them doubled"


def read_delimited(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """An article or a problem a row; "row 1" is the first one below the header."""
    yield from read_rows(delimited_rows(path, shown, given), shown, given)


def delimited_rows(path: Path, shown: str, given: Given) -> Iterator[Row | Problem]:
    """The rows as they come from the disk; no more than one is in memory."""
    with stream_text(path, shown, given) as file:
        if isinstance(file, Problem):
            yield file
            return
        head = file.read(_HEAD)
        while head and not (head := head.lstrip("\n ")):
            head = file.read(_HEAD)
        if not head.strip():
            yield problem(
                shown, "the file holds only white space", "a header row and a row an article", "check the export"
            )
            return
        said = _SAID.match(head)
        head = head[said.end() :] if said else head
        yield from _rows(Quoted(_lines(head, file), said[1] if said else delimiter_of(head)), shown)


def _lines(head: str, file: TextIO) -> Iterator[str]:
    """The lines of a head that was read already and of what follows it."""
    *whole, last = head.split("\n")
    yield from (f"{line}\n" for line in whole)
    rest = last + file.readline()
    yield from chain([rest] if rest else [], file)


def _rows(table: Quoted, shown: str) -> Iterator[Row | Problem]:
    csv.field_size_limit(_FIELD_LIMIT)
    try:
        header = apart([name.strip() for name in table.header()])
    except csv.Error as error:
        yield problem(shown, f"the header cannot be read: {error}", "names of columns", "export it again", "header")
        return
    number = 0
    while True:
        number += 1
        where = f"row {number}"
        try:
            cells, doubt = table.row()
        except StopIteration:
            return
        except csv.Error as error:
            what = f"the row cannot be read: {error}"
            yield problem(shown, what, _QUOTES, "export it again", where)
            continue
        if doubt:
            yield problem(shown, doubt, _QUOTES, "compare the row with the file; double the quote there", where)
        if not any(cell.strip() for cell in cells):
            if cells:
                yield problem(shown, "the row is empty", "a text in every row", "delete the row", where)
            else:
                number -= 1
            continue
        if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
            what, why = f"the row has {len(cells)} fields", f"the header has {len(header)}"
            yield problem(shown, what, why, "put fields that hold the delimiter in double quotes", where)
            continue
        yield where, dict(zip(header, cells, strict=False))


def delimiter_of(text: str) -> str:
    """The delimiter under which the header has the most known fields; then the most fields; then a comma."""

    def sense(delimiter: str) -> tuple[int, int]:
        try:
            header = next(csv.reader(io.StringIO(text[:_HEAD], newline=""), delimiter=delimiter), [])
        except csv.Error:
            return 0, 0
        return len(match_columns(header)), len(header)

    return max(_DELIMITERS, key=sense)
