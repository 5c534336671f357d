"""Counts over time as stacked bars, one colour a source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lib.charts.chart import OF_DAYS, Chart
from lib.charts.theme import BAR_WIDTH, SOURCE_COLOURS, axis, day_axis, figure, safe
from lib.evidence import Mark
from lib.store.facts import Count


def days_chart(
    key: str,
    title: str,
    counts: Sequence[Count],
    noun: str,
    names: Mapping[str, str],
    colours: Mapping[str, str],
    opened: Mark | None,
    grain: str = "day",
) -> Chart:
    """Bars over the days of report; counts without a day are left to the table."""
    dimension = f"reported-{grain}"
    dated = [c for c in counts if c.value(dimension)]
    traces = []
    for slug in sorted({c.value("source") for c in dated}, key=lambda s: names.get(s, s).lower()):
        own = sorted((c for c in dated if c.value("source") == slug), key=lambda c: c.value(dimension))
        traces.append(
            {
                "type": "bar",
                "name": safe(names.get(slug, slug), 40),
                "x": [c.value(dimension) for c in own],
                "y": [c.n for c in own],
                "width": BAR_WIDTH[grain],
                "customdata": [c.mark.to_text() for c in own],
                "marker": {
                    "color": colours[slug],
                },
                "hovertemplate": f"%{{x|%-d %b %Y}} · %{{fullData.name}}: %{{y}} {noun}<extra></extra>",
            }
        )
    chart = figure(
        traces,
        opened=opened,
        height=260,
        barmode="stack",
        xaxis=day_axis([c.value(dimension) for c in dated]),
        yaxis=axis(title={"text": noun}, rangemode="tozero", tickformat=",d"),
        showlegend=1 < len(traces) <= len(SOURCE_COLOURS),
    )
    rows = tuple(
        (c.value(dimension) or "no date", names.get(c.value("source"), c.value("source")), c.n, c.mark.to_text())
        for c in counts
    )
    return Chart(key, title, chart, (grain, "outlet", noun, "mark"), rows, least=OF_DAYS)
