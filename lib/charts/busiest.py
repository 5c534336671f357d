"""The busiest days: those on which most dated events happened."""

from __future__ import annotations

import datetime as dt

from lib.ask.overview import Overview
from lib.charts.chart import Chart
from lib.charts.theme import axis, figure
from lib.evidence import Mark
from lib.interval import say_day
from lib.phrase import count, leaders


def busiest_chart(answer: Overview, opened: Mark | None) -> Chart:
    """Bars of the days with most events, busiest first."""
    days = [(say_day(dt.date.fromisoformat(c.value("happened-day"))), c) for c in answer.days]
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": [c.n for _, c in days],
        "y": [name for name, _ in days],
        "text": [f"{c.n:,}" for _, c in days],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [c.mark.to_text() for _, c in days],
        "marker": {"color": "#B36100"},
        "hovertemplate": "%{y}: %{x} dated events<extra></extra>",
    }
    most = max((c.n for _, c in days), default=1)
    chart = figure(
        [trace],
        opened=opened,
        height=60 + 30 * max(3, len(days)),
        xaxis=axis(visible=False, range=[0, 1.15 * most]),
        yaxis=axis(autorange="reversed", type="category", gridcolor="rgba(0,0,0,0)"),
    )
    when, n = leaders([(name, c.n) for name, c in days])
    title = f"Busiest day: {when}, {count(n, 'dated event')}" if days else "No event is dated to the day"
    rows = tuple((name, c.n, c.mark.to_text()) for name, c in days)
    return Chart("busiest", title, chart, ("day it happened", "dated events", "mark"), rows)
