"""What leaves the app as rows: a chart's table, the evidence of a number, an article's rows.

table = of_chart(chart)          # the same rows that the page shows under "As table"
table.columns, table.rows        # cells are text, numbers, days, truth values or None, nothing else
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lib.charts.chart import Chart
from lib.evidence import Evidence

Cell = str | int | float | bool | dt.date | None
#: More rows than any spreadsheet or reader is helped by; a table that is cut says so in its note.
MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with a name. ``key`` names its file or sheet; ``title`` is the finding above it."""

    key: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


def cell(value: Any) -> Cell:
    """A value as every format can hold it; what is not a number, day or truth value becomes text."""
    if hasattr(value, "item"):  # numpy's scalars
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if value is None or isinstance(value, bool | int | float | str | dt.date):
        return value
    if isinstance(value, list | tuple | set):
        return "; ".join(str(part) for part in value)
    return str(value)


def of_rows(key: str, title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], note: str = "") -> Table:
    """A table of any rows, at most ``MOST_ROWS`` of them."""
    clean = [tuple(map(cell, row)) for row in rows]
    if len(clean) > MOST_ROWS:
        note = f"{note} Cut to the first {MOST_ROWS:,} of {len(clean):,} rows.".strip()
    return Table(key, title, tuple(columns), tuple(clean[:MOST_ROWS]), note)


def of_chart(chart: Chart) -> Table:
    """A chart's numbers, each with the mark that says what it counts."""
    return of_rows(chart.key, chart.title, chart.columns, chart.rows, chart.note)


_EVIDENCE = (
    "source", "published", "published how", "headline", "before", "span", "after", "url", "article", "start", "end"
)  # fmt: skip

_SAID = ("speaker", "speaker as written", "attributed to", "kind of speech")
_NOBODY = ("", "", "", "")


def of_evidence(title: str, n: int, items: Sequence[Evidence]) -> Table:
    """The sentences behind a number, a row a span: before + span + after is the passage as it was written.

    Where somebody says them, the speaker stands beside: name, words of the text, who answers for it, kind of speech.
    """
    rows = [
        (e.source, e.published, e.published_how, e.title, *e.parts, e.url, e.article_id, e.start, e.end) for e in items
    ]
    note = "" if len(items) == n else f"The first {len(items):,} of {n:,}."
    if not any(e.said for e in items):
        return of_rows("evidence", title, _EVIDENCE, rows, note)
    said = [(e.said.speaker, e.said.words, e.said.attribution, e.said.kind) if e.said else _NOBODY for e in items]
    both = [row + more for row, more in zip(rows, said, strict=True)]
    return of_rows("evidence", title, _EVIDENCE + _SAID, both, note)
