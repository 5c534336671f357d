"""What leaves the app as rows: a chart's table, the evidence of a number, an article's rows.

table = of_chart(chart)          # the same rows that the page shows under "As table"
table.columns, table.rows        # cells are text, numbers, days, truth values or None, nothing else
linked(table, links)             # each row with the address that opens it

A row that stands for one stretch of text names it in ``PLACE``, a row that counts some in ``mark``.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lib.charts.chart import Chart
from lib.evidence import Evidence
from lib.export.links import Links

Cell = str | int | float | bool | dt.date | None
#: More rows than any spreadsheet or reader is helped by; a table that is cut says so in its note.
MOST_ROWS = 100_000
#: Where a row's words stand: article_id, offsets into its text, the outlet's own address of it.
PLACE = ("article", "start", "end", "url")


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
    """A chart's numbers, each with the mark that says what it counts, and its place where it is of one stretch."""
    if not chart.places:
        return of_rows(chart.key, chart.title, chart.columns, chart.rows, chart.note)
    rows = [(*row[:-1], *place, row[-1]) for row, place in zip(chart.rows, chart.places, strict=True)]
    return of_rows(chart.key, chart.title, (*chart.columns[:-1], *PLACE, chart.columns[-1]), rows, chart.note)


def linked(table: Table, links: Links) -> Table:
    """The table with a column ``link``, before the mark: what each row's address opens in Dateline.

    That is its place in the article, else the article, else its mark; a table that has none of these stays as it is.
    """
    at = {name: i for i, name in enumerate(table.columns)}
    if "article" in at:
        place = [at[name] for name in PLACE[:3] if name in at]
        addresses = [links.of_place(*(row[i] for i in place)) for row in table.rows]  # type: ignore[arg-type]
    elif "mark" in at:
        addresses = [links.of_mark(str(row[at["mark"]] or "")) for row in table.rows]
    else:
        return table
    put = at.get("mark", len(table.columns))
    rows = tuple((*row[:put], link, *row[put:]) for row, link in zip(table.rows, addresses, strict=True))
    return replace(table, columns=(*table.columns[:put], "link", *table.columns[put:]), rows=rows)


_EVIDENCE = (
    "outlet", "published", "published how", "headline", "before", "span", "after", *PLACE
)  # fmt: skip

_SAID = ("speaker", "speaker as written", "attributed to", "kind of speech")
_NOBODY = ("", "", "", "")


def of_evidence(title: str, n: int, items: Sequence[Evidence]) -> Table:
    """The sentences behind a number, a row a span: before + span + after is the passage as it was written.

    Where somebody says them, the speaker stands beside: name, words of the text, who answers for it, kind of speech.
    """
    rows = [
        (e.source, e.published, e.published_how, e.title, *e.parts, e.article_id, e.start, e.end, e.url) for e in items
    ]
    note = "" if len(items) == n else f"The first {len(items):,} of {n:,}."
    if not any(e.said for e in items):
        return of_rows("evidence", title, _EVIDENCE, rows, note)
    said = [(e.said.speaker, e.said.words, e.said.attribution, e.said.kind) if e.said else _NOBODY for e in items]
    both = [row + more for row, more in zip(rows, said, strict=True)]
    return of_rows("evidence", title, _EVIDENCE + _SAID, both, note)
