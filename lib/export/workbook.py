"""Excel: a sheet a table, and first a sheet that says what they are of. Written row by row, never all in memory.

Text stays text: a cell that begins like a formula is stored as a string and flagged as quoted, so that
opening or editing the sheet runs nothing.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from lib.export.citation import Citation
from lib.export.formula import is_formula
from lib.export.table import Cell, Table

#: What Excel can hold in a cell and in the name of a sheet.
MOST_CHARACTERS, MOST_IN_NAME = 32_767, 31
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\'\x00-\x1f]+")
ABOUT = "About"


def one(table: Table, citation: Citation) -> bytes:
    """One table with its citation."""
    return every([table], citation)


def every(tables: Sequence[Table], citation: Citation) -> bytes:
    """Every table on a sheet of its own, after a sheet with the citation and the filters."""
    book = Workbook(write_only=True)
    names = list(sheet_names([ABOUT, *(t.key for t in tables)]))
    about = book.create_sheet(names[0])
    about.column_dimensions["A"].width, about.column_dimensions["B"].width = 24, 100
    for field, value in citation.fields().items():
        _row(about, (field, value))
    _row(about, ())
    _row(about, ("sheet", "what it shows"), bold=True)
    for name, table in zip(names[1:], tables, strict=True):
        _row(about, (name, f"{table.title}. {table.note}".rstrip()))
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        _row(sheet, table.columns, bold=True)
        for row in table.rows:
            _row(sheet, row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_names(keys: Sequence[str]) -> Iterator[str]:
    """Names that Excel takes: 31 characters, none of its signs, no two alike in any case."""
    taken: set[str] = set()
    for key in keys:
        stem = _NOT_IN_NAME.sub(" ", key).strip() or "table"
        name, n = stem[:MOST_IN_NAME], 1
        while name.casefold() in taken:
            n += 1
            name = f"{stem[: MOST_IN_NAME - len(str(n)) - 1]} {n}"
        taken.add(name.casefold())
        yield name


def _row(sheet: Any, values: Sequence[Cell], bold: bool = False) -> None:
    sheet.append([_cell(sheet, value, bold) for value in values])


def _cell(sheet: Any, value: Any, bold: bool) -> Any:
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    text = ILLEGAL_CHARACTERS_RE.sub("", value.encode("utf-8", "replace").decode())
    if len(text) > MOST_CHARACTERS:
        text = text[: MOST_CHARACTERS - 1] + "…"
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # openpyxl takes what begins with '=' for a formula
    if is_formula(text):
        cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell
