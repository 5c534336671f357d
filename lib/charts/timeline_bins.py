"""Many dated events: bars by day, week, month or year, one colour a status."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from lib.ask.timeline import EVERY_YEAR, SINGLY, Timeline
from lib.charts.chart import OF_DAYS, Chart
from lib.charts.theme import BAR_WIDTH, STATUS_COLOURS, axis, figure
from lib.charts.timeline import outside
from lib.evidence import Mark
from lib.interval import say_bin
from lib.phrase import count
from lib.schema import STATUSES
from lib.store.facts import Count

_PATTERNS = {"happened": "", "planned": "/", "alleged": "x", "background": "."}


def timeline_bins_chart(answer: Timeline, opened: Mark | None) -> Chart:
    """Stacked bars over the days on which events happened; the pattern repeats what the colour says."""
    dimension = f"happened-{answer.grain}"
    shown, before, after = _apart(answer, dimension)
    # A corpus speaks of 1936 and of 2022: with every year between them the bars would be hairs at one end.
    years = sorted({c.value(dimension) for c in shown}) if answer.grain == "year" else []
    listed = 0 < len(years) <= EVERY_YEAR
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
                    **({} if listed else {"width": BAR_WIDTH[answer.grain]}),
                    "customdata": [c.mark.to_text() for c in own],
                    "marker": {
                        "color": STATUS_COLOURS[status],
                        "pattern": {"shape": _PATTERNS[status]},
                    },
                    "hovertext": [say_bin(dt.date.fromisoformat(c.value(dimension)), answer.grain) for c in own],
                    "hovertemplate": "%{hovertext}: %{y} %{fullData.name}<extra></extra>",
                }
            )
    chart = figure(
        traces,
        opened=opened,
        height=340,
        barmode="stack",
        xaxis=_years(years) if listed else axis(type="date", tickformat="%-d %b\n%Y", gridcolor="rgba(0,0,0,0)"),
        annotations=_totals(shown, dimension) if listed else [],
        yaxis=axis(title={"text": "dated events"}, rangemode="tozero"),
        showlegend=True,
    )
    rows = tuple((c.value(dimension), c.value("status"), c.n, c.mark.to_text()) for c in answer.bins)
    title = f"{count(answer.n, 'dated event')} by {answer.grain} of happening" if answer.n else "No dated event"
    said = outside(before, after, answer.grain)
    note = [said] if said else []
    note += ["Years of which nothing is told are left out."] if listed and len(years) > 1 else []
    note += [f"More than {SINGLY:,} events: narrow them down to see each by itself."] if answer.n > SINGLY else []
    columns = (answer.grain, "status", "events", "mark")
    return Chart("timeline", title, chart, columns, rows, " ".join(note), least=OF_DAYS)


def _apart(answer: Timeline, dimension: str) -> tuple[list[Count], int, int]:
    """The bins that are drawn, and the number of events in those before and after them.

    An event stands in the bin of its first day, so what is left out is counted from bins too: drawn and left out are
    all events.
    """
    window, shown, before, after = answer.window, [], 0, 0
    for c in answer.bins:
        first = dt.date.fromisoformat(c.value(dimension))
        if window and first in window:
            shown.append(c)
        elif window and first < window.start:
            before += c.n
        else:
            after += c.n
    return shown, before, after


def _years(years: Sequence[str]) -> dict[str, Any]:
    """Only the years that something is told of, in order."""
    return axis(
        type="category", categoryorder="array", categoryarray=list(years), tickmode="array", tickvals=list(years),
        ticktext=[str(int(year[:4])) for year in years], gridcolor="rgba(0,0,0,0)",
    )  # fmt: skip


def _totals(shown: Sequence[Count], dimension: str) -> list[dict[str, Any]]:
    """The number above each year's bar: beside the year of the event all others are low."""
    totals: dict[str, int] = {}
    for c in shown:
        totals[c.value(dimension)] = totals.get(c.value(dimension), 0) + c.n
    return [
        {"x": year, "y": n, "text": f"{n:,}", "showarrow": False, "yanchor": "bottom", "yshift": 1}
        for year, n in totals.items()
    ]
