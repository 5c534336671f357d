"""Many dated events: bars by day, week, month or year, one colour a status."""

from __future__ import annotations

import datetime as dt

from lib.ask.timeline import Timeline
from lib.charts.chart import Chart
from lib.charts.theme import BAR_WIDTH, STATUS_COLOURS, axis, figure
from lib.charts.timeline import outside
from lib.evidence import Mark
from lib.phrase import count
from lib.schema import STATUSES

_FORMATS = {"day": "%-d %b %Y", "week": "week of %-d %b %Y", "month": "%b %Y", "year": "%Y"}
_PATTERNS = {"happened": "", "planned": "/", "alleged": "x", "background": "."}


def timeline_bins_chart(answer: Timeline, opened: Mark | None) -> Chart:
    """Stacked bars over the days on which events happened; the pattern repeats what the colour says."""
    dimension = f"happened-{answer.grain}"
    window = answer.window
    shown = [
        c for c in answer.bins if window and window.start <= dt.date.fromisoformat(c.value(dimension)) < window.end
    ]
    traces = []
    for status in STATUSES:
        own = sorted((c for c in shown if c.value("status") == status), key=lambda c: c.value(dimension))
        if own:
            traces.append(
                {
                    "type": "bar",
                    "name": status,
                    "x": [c.value(dimension) for c in own],
                    "y": [c.n for c in own],
                    "width": BAR_WIDTH[answer.grain],
                    "customdata": [c.mark.to_text() for c in own],
                    "marker": {
                        "color": STATUS_COLOURS[status],
                        "pattern": {"shape": _PATTERNS[status]},
                    },
                    "hovertemplate": f"%{{x|{_FORMATS[answer.grain]}}}: %{{y}} %{{fullData.name}}<extra></extra>",
                }
            )
    chart = figure(
        traces,
        opened=opened,
        height=340,
        barmode="stack",
        xaxis=axis(type="date", tickformat="%-d %b\n%Y", gridcolor="rgba(0,0,0,0)"),
        yaxis=axis(title={"text": "dated events"}, rangemode="tozero"),
        showlegend=True,
    )
    rows = tuple((c.value(dimension), c.value("status"), c.n, c.mark.to_text()) for c in answer.bins)
    title = f"{count(answer.n, 'dated event')} by {answer.grain} of happening" if answer.n else "No dated event"
    return Chart("timeline", title, chart, (answer.grain, "status", "events", "mark"), rows, outside(answer))
