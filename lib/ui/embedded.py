"""One chart alone, for an ``iframe``: ``?embed=true&chart=NAME`` with the filters of the address.

The page runs as ever; a style hides all of it but the frame that is opened here, and the script stops
once the wanted chart is drawn. Until then, and for a name that the page does not know, the frame says so.
"""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.charts.chart import Chart
from lib.ui.markdown import plain
from lib.ui.show import draw
from lib.view import View

_STYLE = """<style>
[data-testid="stMainBlockContainer"] { padding: 0.4rem 0.6rem 0.6rem; max-width: none; }
[data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"]
  > :not(.st-key-embedded):not(:has(.st-key-embedded)) { display: none; }
.st-key-embedded h3 { padding-bottom: 0.2rem; }
.st-key-not-here { animation: dl-late 1ms 2.5s both; }
@keyframes dl-late { from { visibility: hidden; } to { visibility: visible; } }
</style>"""


class Embedded:
    """The frame of one chart. ``wanted`` is the chart's key; ``whole`` the address of the whole page."""

    def __init__(self, wanted: str, whole: str, says: str) -> None:
        st.html(_STYLE)
        self.wanted, self.whole, self.says = wanted, whole, says
        self._others: list[str] = []
        self._frame = st.container(key="embedded")
        self._missing: DeltaGenerator = self._frame.empty()
        with self._missing.container(key="not-here"):
            self._said = st.empty()
            st.link_button("Open the whole page in Dateline", whole, type="tertiary")
        self._say_missing()

    def show(self, chart: Chart, view: View) -> None:
        """Draw the chart and stop, if it is the wanted one."""
        if chart.key != self.wanted:
            self._others.append(chart.key)
            self._say_missing()
            return
        self._missing.empty()
        with self._frame:
            draw(chart, view)
            with st.container(horizontal=True, vertical_alignment="center", key="embedded-from"):
                st.caption(plain(self.says))
                st.link_button("Open in Dateline", self.whole, type="tertiary")
        st.stop()

    def _say_missing(self) -> None:
        there = f" It has: {', '.join(self._others)}." if self._others else ""
        self._said.info(plain(f"This page has no chart “{self.wanted[:60]}” under these filters.{there}"))
