"""A chart on a page: its finding as title, the figure, a click that opens evidence, the table, the ways out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from lib.charts.chart import Chart
from lib.evidence import Mark
from lib.export.citation import Citation
from lib.export.links import Links
from lib.ui import state
from lib.ui.chart_menu import chart_menu
from lib.ui.facts import show_facts
from lib.ui.markdown import plain
from lib.view import View


@dataclass(frozen=True, slots=True)
class WayOut:
    """What a chart takes along: where it is from, the address that embeds it, those of its rows."""

    citation: Citation
    embed_link: str
    links: Links


def show(chart: Chart, view: View, out: WayOut) -> None:
    """Draw a chart with its table and downloads. A click on a mark, or on a row, opens the sentences behind it."""
    with st.container(key=f"chart-{chart.key}"):
        key = _draw(chart, view)
        if chart.rows:
            with st.container(horizontal=True, gap="small", key=f"tools-{chart.key}"):
                _table(chart, key)
                chart_menu(chart, key, out.citation, out.embed_link, out.links)


def draw(chart: Chart, view: View) -> None:
    """The chart alone: title, note, figure."""
    with st.container(key=f"chart-{chart.key}"):
        _draw(chart, view)


def _draw(chart: Chart, view: View) -> str:
    """Returns the key of this figure's widgets."""
    st.subheader(plain(chart.title), anchor=False)
    if chart.note:
        st.caption(plain(chart.note))
    # A new figure is a new widget: an old selection must not be taken for a click on the new one.
    drawn = view.asked.but(mark=view.mark).to_query()
    key = f"{chart.key}-{hashlib.sha1(repr(drawn).encode()).hexdigest()[:10]}"
    if chart.rows:
        with st.container(key=f"figure-{f'wide-{chart.frame}-' if chart.frame else ''}{chart.key}"):
            st.plotly_chart(
                chart.figure,
                key=f"plot-{key}",
                on_select=lambda: _clicked(f"plot-{key}"),
                selection_mode="points",
                alt=chart.alt,
                # The menu beside the chart clicks this button; it is not shown by itself.
                config={
                    "displaylogo": False,
                    "modeBarButtons": [["toImage"]],
                    "toImageButtonOptions": {"format": "png", "scale": 2, "filename": f"dateline-{chart.key}"},
                },
            )
    return key


def _clicked(key: str) -> None:
    points = st.session_state[key].selection.points
    mark = next((p["customdata"] for p in points if p.get("customdata")), None)
    if isinstance(mark, list):
        mark = mark[0] if mark else None
    if mark:
        state.change(mark=Mark.from_text(str(mark)))


def _table(chart: Chart, key: str) -> None:
    with st.popover("As table", type="tertiary"):
        frame = pd.DataFrame(list(chart.rows), columns=list(chart.columns))
        st.caption("Choose a row to read its sentences.")
        st.dataframe(
            frame.drop(columns="mark"),
            hide_index=True,
            key=f"table-{key}",
            selection_mode="single-row",
            on_select=lambda: _chosen(f"table-{key}", chart.marks),
        )
        if chart.reasons:
            st.caption("Which of them are compared, and why")
            show_facts((term, (words,)) for term, words in chart.reasons)


def _chosen(key: str, marks: list[str]) -> None:
    rows = st.session_state[key].selection.rows
    if rows and marks[rows[0]]:
        state.change(mark=Mark.from_text(marks[rows[0]]))
