"""Rows against columns as squares that carry their number.

Squares are markers, not a heatmap: Plotly's heatmap answers no click. An empty cell stays empty and
its hover says 'not found in the articles loaded'.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lib.charts.chart import Chart
from lib.charts.labels import labels
from lib.charts.theme import ON_LIGHT, ON_STRONG, SCALE, STRONG, axis, figure, heads, is_level, safe
from lib.evidence import Mark
from lib.phrase import count

#: Outlets of one chart: more would be too narrow to read on a page.
MOST = 20
#: Room for the labels of rows, and for a column whose head stands level, in pixels.
LABELS, LEVEL_COLUMN = 190, 70


@dataclass(frozen=True, slots=True)
class Cell:
    """One square. ``row`` and ``column`` are names that nothing else has (``labels.apart``).

    ``day`` is the column in the table, where the chart's own head leaves out the year.
    """

    row: str
    column: str
    n: int
    mark: Mark
    day: str = ""


def with_squares(places: Sequence[str], order: Sequence[str], which: str = "column") -> tuple[list[str], str]:
    """Of the outlets in ``order`` those to draw, and what is said of the others.

    ``places`` has the outlet of each square. An outlet without one takes no room; where more than ``MOST`` have some,
    those with most are drawn, and the others stand in the table.
    """
    squares = Counter(places)
    filled = [name for name in order if squares[name]]
    kept = set(sorted(filled, key=lambda name: -squares[name])[:MOST])
    said = []
    if none := len(order) - len(filled):
        said.append(f"{count(none, 'outlet in view has', 'outlets in view have')} none of these and no {which}.")
    if more := say_others(len(filled) - len(kept)):
        said.append(more)
    return [name for name in filled if name in kept], " ".join(said)


def say_others(n: int) -> str:
    """That ``n`` outlets are not drawn, and where they are; '' for none."""
    more = count(n, "more outlet is", "more outlets are")
    return f"{more} not drawn, those with most are: choose outlets in the filter, or see “As table”." if n else ""


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

    ``told``: what the table calls rows and columns. A square whose column is not in order is not drawn but stands in
    the table, and a row of such squares alone goes.
    """
    table = tuple((c.row, c.day or c.column, c.n, c.mark.to_text()) for c in cells)
    rows, columns = set(row_order), set(column_order)
    outside = {c.row for c in cells if c.column not in columns}
    cells = [c for c in cells if c.column in columns and c.row in rows]
    outside -= {c.row for c in cells}
    row_order = [row for row in row_order if row not in outside]
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
            tickvals=[safe(r) for r in row_order], ticktext=labels(row_order, 30),
            range=[len(row_order) - 0.4, -0.6],
        ),
    )  # fmt: skip
    level = is_level(column_order, narrow=opened is not None)
    least = LABELS + len(column_order) * (LEVEL_COLUMN if level else size + 6)
    return Chart(key, title, chart, (*told, noun, "mark"), table, note, least if len(column_order) > 4 else 0)
