"""A view as one HTML file that opens from disk, without a network: charts, tables, sentences, citation.

    report(Contents(citation, charts, tables, opened, view.mark))      # bytes

Everything from the corpus is escaped by the template engine or written as JSON into a data block; the
file forbids itself every script but its own two (Content-Security-Policy, by hash) and every address.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from lib.ask.opened import Opened, say_said
from lib.charts.chart import Chart
from lib.charts.library import script
from lib.evidence import Mark
from lib.export.behind import MOST_EACH, MOST_IN_ALL, MOST_MARKS, MOST_OPEN
from lib.export.citation import Citation
from lib.export.links import Links
from lib.export.table import PLACE, Cell, Table, linked, of_chart
from lib.interval import say_published

_FOLDER = Path(__file__).parent
#: Rows of a table that a report shows; the spreadsheet has them all.
MOST_ROWS = 200
#: What a row with its point on the chart and a sentence add, in bytes, for the size stated before anything is built;
#: measured on the sample's pages.
_PER_ROW, _PER_SENTENCE = 600, 360


@dataclass(frozen=True, slots=True)
class Contents:
    """What a report is made of. ``tables`` are those that no chart shows; ``mark`` is the open one.

    ``links`` lead from its rows into the app; without them there are none.
    """

    citation: Citation
    charts: Sequence[Chart] = ()
    tables: Sequence[Table] = ()
    opened: Sequence[Opened] = ()
    mark: Mark | None = None
    links: Links | None = None


@dataclass(frozen=True, slots=True)
class _Section:
    """One chart or table of the report: all of it, and the rows that have room."""

    table: Table
    shown: Table
    chart: Chart | None = None


def expected_size(charts: Sequence[Chart], tables: Sequence[Table] = (), open_n: int = 0) -> int:
    """About how many bytes the report will have; most of them are Plotly's script. ``open_n``: the open number."""
    rows = sum(min(len(c.rows), MOST_ROWS) for c in charts) + sum(min(len(t.rows), MOST_ROWS) for t in tables)
    # The largest whole number of a row is, nearly always, the number that its mark counts.
    opened = (min(MOST_EACH, max((v for v in row if type(v) is int), default=1)) for c in charts for row in c.rows)
    sentences = min(MOST_IN_ALL, min(MOST_OPEN, open_n) + sum(islice(opened, MOST_MARKS)))
    return fixed_size() + _PER_ROW * rows + _PER_SENTENCE * sentences


@cache
def fixed_size() -> int:
    """Bytes of a report about nothing."""
    return len(script().encode()) + sum(len(_read(name)) for name in ("report.css", "report.js", "report.html"))


def report(contents: Contents) -> bytes:
    """The whole file as UTF-8."""
    numbers = {opened.mark.to_text(): f"e{i}" for i, opened in enumerate(contents.opened)}
    library, own = script(), _read("report.js")
    page = (
        _environment()
        .get_template("report.html")
        .render(
            citation=contents.citation,
            fields=contents.citation.fields(),
            sections=[_section(of_chart(chart), contents.links, chart) for chart in contents.charts]
            + [_section(table, contents.links) for table in contents.tables],
            opened=contents.opened,
            open_mark=contents.mark,
            sentence_ids=numbers,
            web=_web,
            # Who reads follows a row's link; who counts takes the spreadsheet.
            places=PLACE[:3],
            day_of=lambda e: say_published(e.published, e.published_how),
            said_by=say_said,
            most_rows=MOST_ROWS,
            style=Markup(_read("report.css")),
            figures=_data({chart.key: json.loads(chart.figure.to_json()) for chart in contents.charts}),
            sentences=_data(numbers),
            library=Markup(library),
            own=Markup(own),
            policy=_policy(library, own),
        )
    )
    return page.encode("utf-8", errors="replace")


def _section(table: Table, links: Links | None, chart: Chart | None = None) -> _Section:
    shown = replace(table, rows=table.rows[:MOST_ROWS])
    return _Section(table, linked(shown, links) if links else shown, chart)


def _web(address: Cell) -> str:
    """An address of the web; no other kind becomes a link."""
    return address if isinstance(address, str) and address.lower().startswith(("http://", "https://")) else ""


def _policy(*scripts: str) -> str:
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in scripts
    )
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _data(content: Mapping[str, Any]) -> Markup:
    """JSON that cannot end the data block that it stands in."""
    text = json.dumps(content, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip


@cache
def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
