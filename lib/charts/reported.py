"""When events were reported, beneath when they happened: the two days are never confused."""

from __future__ import annotations

import datetime as dt

from lib.ask.timeline import Timeline
from lib.charts.chart import Chart
from lib.charts.theme import BAR_WIDTH, axis, day_axis, figure
from lib.evidence import Mark
from lib.interval import say_bin
from lib.phrase import count
from lib.store.facts import Count


def reported_chart(answer: Timeline, opened: Mark | None) -> Chart:
    """Bars over the days of report of the same events."""
    dimension = f"reported-{answer.reported_grain}"
    dated = sorted((c for c in answer.reported if c.value(dimension)), key=lambda c: c.value(dimension))

    trace = {
        "type": "bar",
        "x": [c.value(dimension) for c in dated],
        "y": [c.n for c in dated],
        "width": BAR_WIDTH[answer.reported_grain],
        "customdata": [c.mark.to_text() for c in dated],
        "marker": {"color": "#707784"},
        "hovertext": [_said(c, dimension, answer.reported_grain) for c in dated],
        "hovertemplate": "reported %{hovertext}: %{y} dated events<extra></extra>",
    }
    chart = figure(
        [trace],
        opened=opened,
        height=210,
        xaxis=day_axis([c.value(dimension) for c in dated]),
        yaxis=axis(title={"text": "dated events"}, rangemode="tozero"),
    )
    title = f"The same events by the {answer.reported_grain} of report"
    if dated:
        best = max(dated, key=lambda c: c.n)
        on = "on" if answer.reported_grain == "day" else "in"
        title += f": most {on} {_said(best, dimension, answer.reported_grain)} ({best.n:,})"
    rows = tuple((c.value(dimension) or "no date", c.n, c.mark.to_text()) for c in answer.reported)
    n = answer.n_inferred
    note = f"{count(n, 'of them rests', 'of them rest')} on a day of report that is inferred." if n else ""
    return Chart("reported", title, chart, (answer.reported_grain, "events", "mark"), rows, note)


def _said(c: Count, dimension: str, grain: str) -> str:
    return say_bin(dt.date.fromisoformat(c.value(dimension)), grain)
