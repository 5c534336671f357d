"""A chart on a page: its finding as title, the figure, a click that opens evidence, the table, the downloads."""

from __future__ import annotations

import hashlib

import pandas as pd
import streamlit as st

from lib.charts.chart import Chart
from lib.evidence import Mark
from lib.ui import state
from lib.ui.markdown import plain
from lib.view import View


def show(chart: Chart, view: View) -> None:
    """Draw a chart. A click on a mark, or on a row of its table, opens the sentences behind it."""
    with st.container(key=f"chart-{chart.key}"):
        st.subheader(plain(chart.title), anchor=False)
        if chart.note:
            st.caption(plain(chart.note))
        if not chart.rows:
            return
        # A new figure is a new widget: an old selection must not be taken for a click on the new one.
        key = f"{chart.key}-{hashlib.sha1(repr(view.to_query()).encode()).hexdigest()[:10]}"
        st.plotly_chart(
            chart.figure,
            key=f"plot-{key}",
            on_select=lambda: _clicked(f"plot-{key}"),
            selection_mode="points",
            alt=chart.alt,
            config={
                "displaylogo": False,
                "modeBarButtons": [["toImage"]],
                "toImageButtonOptions": {"format": "png", "scale": 2, "filename": f"dateline-{chart.key}"},
            },
        )
        _table(chart, key)


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
        st.download_button(
            "Download CSV",
            lambda: csv(frame),
            file_name=f"dateline-{chart.key}.csv",
            mime="text/csv",
            key=f"csv-{key}",
            on_click="ignore",
        )


def _chosen(key: str, marks: list[str]) -> None:
    rows = st.session_state[key].selection.rows
    if rows and marks[rows[0]]:
        state.change(mark=Mark.from_text(marks[rows[0]]))


def csv(frame: pd.DataFrame) -> bytes:
    """CSV as UTF-8 with a mark that spreadsheets recognise; a cell that could be a formula is quoted as text."""
    safe = frame.map(lambda cell: f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" else cell)
    return safe.to_csv(index=False).encode("utf-8-sig")
