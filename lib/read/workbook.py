"""Excel workbooks (XLSX): every sheet with a text column, its first filled row the header.

list(read_workbook(Path("news.xlsx"), "news.xlsx", Given()))

Cells are read as their values: a formula counts as what it last came to, and nothing is ever computed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl

from lib.read.fields import apart
from lib.read.raw import Given, RawArticle, problem
from lib.read.rows import Row, read_rows
from lib.read.unpacking import packed_fault
from lib.schema import Problem

#: Blank rows in a row after which a sheet is over: formatted, empty sheets go on for a million rows.
_BLANK = 10_000


def read_workbook(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """An article or a problem a row; rows carry the numbers that Excel shows."""
    with _open(path, shown, given) as sheets:
        filled = [sheet for sheet in sheets if sheet.header]
        yield from (sheet.fault for sheet in sheets if sheet.fault)
        if not filled and not any(sheet.fault for sheet in sheets):
            yield problem(shown, "every sheet is empty", "a header row and a row an article", "check the export")
        for sheet in filled:
            for item in read_rows(sheet.rows(named=len(filled) > 1), shown, given):
                of_sheet = isinstance(item, Problem) and not item.where and len(filled) > 1
                yield replace(item, where=sheet.name) if of_sheet else item


def workbook_rows(path: Path, shown: str, given: Given) -> Iterator[Row | Problem]:
    """The rows of the first sheet that has any."""
    with _open(path, shown, given) as sheets:
        for sheet in sheets:
            if sheet.fault:
                yield sheet.fault
            elif sheet.header:
                yield from sheet.rows(named=False)
                return


class _Sheet:
    """One sheet: its header, and its rows as they come; or the ``fault`` of the whole workbook."""

    def __init__(self, sheet: Any, shown: str, fault: Problem | None = None) -> None:
        self._sheet, self._shown, self.fault = sheet, shown, fault
        self.header: list[str] = []
        self.name = "" if sheet is None else str(sheet.title)
        if sheet is None:
            return
        sheet.reset_dimensions()  # what a file says of its own size may be a million columns
        try:
            for _, cells in self._filled():
                self.header = apart("" if cell is None else " ".join(str(cell).split()) for cell in cells)
                break
        except Exception as error:  # a broken sheet makes the library stumble in many ways
            self.fault = _broken(shown, error)

    def rows(self, *, named: bool) -> Iterator[Row | Problem]:
        """("row 2", {header: value}); the sheet's name before it where several are read."""
        try:
            for number, cells in self._below_header():
                row = {name: value for name, value in zip(self.header, cells, strict=False) if name}
                yield f"{self.name}, row {number}" if named else f"row {number}", row
        except Exception as error:
            yield _broken(self._shown, error)

    def _below_header(self) -> Iterator[tuple[int, tuple[Any, ...]]]:
        coming = self._filled()
        next(coming, None)
        yield from coming

    def _filled(self) -> Iterator[tuple[int, tuple[Any, ...]]]:
        blank = 0
        for number, cells in enumerate(self._sheet.iter_rows(values_only=True), start=1):
            if any(cell is not None and str(cell).strip() for cell in cells):
                blank = 0
                yield number, cells
            elif (blank := blank + 1) > _BLANK:
                return


@contextmanager
def _open(path: Path, shown: str, given: Given) -> Iterator[list[_Sheet]]:
    if fault := packed_fault(path, shown, given):
        yield [_Sheet(None, shown, fault)]
        return
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # a broken workbook makes the library stumble in many ways
        yield [_Sheet(None, shown, _broken(shown, error))]
        return
    try:
        yield [_Sheet(sheet, shown) for sheet in book.worksheets]
    finally:
        book.close()


def _broken(shown: str, error: Exception) -> Problem:
    said = " ".join(str(error).split())[:160] or type(error).__name__
    return problem(shown, f"the workbook cannot be read: {said}", "a whole .xlsx file", "open it and save it anew")
