"""What a page shows of an answer: a figure, a title that says the finding, and the same numbers as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

#: Widths of frames that move sideways, in rem (16 pixels each); the style sheet has a rule for each of them.
FRAMES = (32, 36, 40, 44, 50, 56, 62)
#: What a chart over days needs, in pixels.
OF_DAYS = 700


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart. Every row of the table carries, last, the mark that its number opens ('' where it has none).

    ``places`` are of rows that stand for one stretch of text each, where all do: article_id, its first code point and
    one past its last, the outlet's address. ``key`` names the chart in the page and its files; ``note`` is a line of
    explanation below the title. ``least`` is the width in pixels that it needs to be read: where the page has less it
    stands in a frame that moves sideways. ``reasons`` stand below its table, a term and a sentence each, that a cell
    would cut.
    """

    key: str
    title: str
    figure: go.Figure
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    note: str = ""
    least: int = 0
    places: tuple[tuple[str, int, int, str], ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()

    @property
    def frame(self) -> int:
        """The width of that frame: the first of ``FRAMES`` that holds the chart; 0 for a chart that needs none."""
        return next((rem for rem in FRAMES if 16 * rem >= self.least), FRAMES[-1]) if self.least else 0

    @property
    def alt(self) -> str:
        """The chart's accessible name: its finding and its first rows."""
        head = "; ".join(", ".join(str(cell) for cell in row[:-1]) for row in self.rows[:5])
        return f"{self.title}. {head}" if head else self.title

    @property
    def marks(self) -> list[str]:
        """The mark of each row."""
        return [str(row[-1]) for row in self.rows]
