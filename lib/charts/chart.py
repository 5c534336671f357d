"""What a page shows of an answer: a figure, a title that says the finding, and the same numbers as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart. Every row of the table carries, last, the mark that its number opens ('' where it has none).

    ``key`` names the chart in the page and its files; ``note`` is a line of explanation below the title; ``wide`` a
    chart that a phone shows at a readable width, in a frame that moves sideways; ``reasons`` what stands below its
    table, a term and a sentence each, that a cell would cut.
    """

    key: str
    title: str
    figure: go.Figure
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    note: str = ""
    wide: bool = False
    reasons: tuple[tuple[str, str], ...] = ()

    @property
    def alt(self) -> str:
        """The chart's accessible name: its finding and its first rows."""
        head = "; ".join(", ".join(str(cell) for cell in row[:-1]) for row in self.rows[:5])
        return f"{self.title}. {head}" if head else self.title

    @property
    def marks(self) -> list[str]:
        """The mark of each row."""
        return [str(row[-1]) for row in self.rows]
