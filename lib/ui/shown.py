"""What a page has shown so far, for its exports: they are built on a click, when all of it is known.

page.shown.add_chart(chart)          # ``page.show`` does it
page.shown.add_table(of_rows(…))     # what a page shows by other means
"""

from __future__ import annotations

from dataclasses import dataclass, field

from streamlit.delta_generator import DeltaGenerator

from lib.charts.chart import Chart
from lib.export.links import Links
from lib.export.report import expected_size
from lib.export.table import Table, linked, of_chart


@dataclass(slots=True)
class Shown:
    """Charts and tables in the order of the page.

    ``links`` give each row its address. ``size`` is where the share menu states the report's size;
    ``open_n`` the number that is open.
    """

    links: Links
    charts: list[Chart] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    size: DeltaGenerator | None = None
    open_n: int = 0

    def add_chart(self, chart: Chart) -> None:
        self.charts.append(chart)
        self._say()

    def add_table(self, table: Table) -> None:
        self.tables.append(table)
        self._say()

    def every(self) -> list[Table]:
        """The tables of the charts, then the others; none without rows."""
        return [linked(t, self.links) for t in (*map(of_chart, self.charts), *self.tables) if t.rows]

    def say_size(self) -> str:
        """The report's size in words, before it is built."""
        return f"about {expected_size(self.charts, self.tables, self.open_n) / 1_000_000:.1f} MB"

    def _say(self) -> None:
        if self.size is not None:
            self.size.caption(f"{self.say_size()}: charts, tables, sentences; opens without a network.")
