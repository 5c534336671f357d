"""Rows of a delimited table in which a double quote may be missing: one stray quote costs its own row at most.

Quoted(lines, ",").header(), Quoted(lines, ",").row()      # ['title', 'text'], (['Talks', '…'], "")

A field that opens with a quote goes on until the next one, so where that is missing it takes in the rows below it.
Such a row is known by what it swallowed: lines that, read by themselves, have as many fields as the header has.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator

_STRAY = "a double quote opens a field and nothing closes it; its line was read as it stands, and the rows below it too"
_CUT = "a field in double quotes goes on to the end of the file; the file may be cut off there"


class Quoted:
    """The rows of a table, as ``csv.reader`` reads them, but for rows that a stray quote would have swallowed."""

    def __init__(self, lines: Iterable[str], delimiter: str) -> None:
        self._lines, self._delimiter = _Lines(lines), delimiter
        self._reader = csv.reader(self._lines, delimiter=delimiter)
        self._width = 0

    def header(self) -> list[str]:
        """The fields of the first line; raises ``csv.Error``."""
        cells = next(self._reader, [])
        self._width = len(cells)
        return cells

    def row(self) -> tuple[list[str], str]:
        """The next row, and what is doubtful about its quotes; raises ``StopIteration`` and ``csv.Error``."""
        self._lines.taken = []
        cells = next(self._reader)
        taken = self._lines.taken
        if len(taken) == 1 and not self._lines.ended:
            return cells, ""
        odd = sum(line.count('"') for line in taken) % 2 == 1
        as_it_stands = next(csv.reader(taken[:1], delimiter=self._delimiter, quoting=csv.QUOTE_NONE))
        if len(taken) == 1:
            swallowed = odd and len(cells) < self._width == len(as_it_stands)
        else:
            # Prose has no tabs, so lines with the header's number of them are rows even where the quotes add up.
            doubtful = odd or len(cells) != self._width or self._delimiter == "\t"
            swallowed = doubtful and self._width > 1 and self._holds_rows(taken[1:])
        if swallowed:
            self._lines.give_back(taken[1:])
            return as_it_stands, _STRAY
        return cells, _CUT if odd and self._lines.ended and len(cells) < self._width else ""

    def _holds_rows(self, taken: list[str]) -> bool:
        """Whether half of the lines or more, read by themselves, are rows with as many fields as the header."""
        try:
            below = [row for row in csv.reader(taken, delimiter=self._delimiter) if row]
        except csv.Error:
            return False
        return 2 * sum(len(row) == self._width for row in below) >= max(len(below), 1)


class _Lines:
    """Lines that remember what was taken of them and take some back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._coming, self._back = iter(lines), deque[str]()
        self.taken: list[str] = []
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            line = self._back.popleft() if self._back else next(self._coming)
        except StopIteration:
            self.ended = True
            raise
        self.ended = False
        self.taken.append(line)
        return line

    def give_back(self, lines: list[str]) -> None:
        """Puts lines before those that are still to come."""
        self._back.extendleft(reversed(lines))
