"""Rows against columns as squares that carry their number.

Squares are markers, not a heatmap: Plotly's heatmap answers no click. An empty cell stays empty and
its hover says 'not found in the articles loaded'.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.charts.chart import Chart
from lib.charts.theme import ON_LIGHT, ON_STRONG, SCALE, STRONG, axis, figure, heads, safe
from lib.evidence import Mark


@dataclass(frozen=True, slots=True)
class Cell:
    """One square. ``day`` is the column in the table, where the chart's own head leaves out the year."""

    row: str
    column: str
    n: int
    mark: Mark
    day: str = ""


def matrix_chart(
    key: str,
    title: str,
    cells: Sequence[Cell],
    row_order: Sequence[str],
    column_order: Sequence[str],
    noun: str,
    opened: Mark | None,
    told: tuple[str, str],
    note: str = "",
) -> Chart:
    """Squares coloured by their number; rows from top to bottom, columns from left to right.

    ``told``: what the table calls rows and columns.
    """
    size = 30 if len(column_order) <= 8 else 26 if len(column_order) <= 14 else 22
    most = max((c.n for c in cells), default=1)
    trace = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [safe(c.column) for c in cells],
        "y": [safe(c.row) for c in cells],
        "text": [f"{c.n:,}" for c in cells],
        "textfont": {"size": 12, "color": [ON_STRONG if c.n / most > STRONG else ON_LIGHT for c in cells]},
        "customdata": [c.mark.to_text() for c in cells],
        "marker": {
            "symbol": "square",
            "size": size,
            "color": [c.n for c in cells],
            "cmin": 0,
            "cmax": most,
            "colorscale": SCALE,
            "line": {"width": [2.5 if opened == c.mark else 0 for c in cells], "color": "#B36100"},
        },
        "hovertemplate": f"%{{y}} · %{{x}}: %{{text}} {noun}<extra></extra>",
    }
    chart = figure(
        [trace],
        height=110 + 34 * max(2, len(row_order)),
        xaxis=axis(**heads(column_order, narrow=opened is not None)),
        yaxis=axis(
            type="category", categoryorder="array", categoryarray=[safe(r) for r in row_order], tickmode="array",
            tickvals=[safe(r) for r in row_order], ticktext=[safe(r, 30) for r in row_order],
            range=[len(row_order) - 0.4, -0.6],
        ),
    )  # fmt: skip
    rows = tuple((c.row, c.day or c.column, c.n, c.mark.to_text()) for c in cells)
    return Chart(key, title, chart, (*told, noun, "mark"), rows, note, wide=len(column_order) > 4)
