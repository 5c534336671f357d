"""Who answers for what is quoted, by source: shares as bars, counts on hover."""

from __future__ import annotations

from collections.abc import Mapping

from lib.ask.sources import Sources
from lib.charts.chart import Chart
from lib.charts.labels import labels
from lib.charts.matrix import MOST, say_others
from lib.charts.theme import ATTRIBUTION_COLOURS, axis, figure
from lib.evidence import Mark
from lib.phrase import ATTRIBUTION_NAMES, count
from lib.schema import ATTRIBUTIONS


def attribution_chart(answer: Sources, names: Mapping[str, str], opened: Mark | None) -> Chart:
    """One bar a source, as shares of its quotes; each part carries its count."""
    totals: dict[str, int] = {}
    for c in answer.attribution:
        totals[c.value("source")] = totals.get(c.value("source"), 0) + c.n
    most = sorted((slug for slug in answer.names if slug in totals), key=lambda slug: -totals[slug])[:MOST]
    order = [slug for slug in answer.names if slug in most]
    label = dict(zip(order, labels([names[s] for s in order], 32), strict=True))
    traces = []
    for kind in ATTRIBUTIONS:
        own = {c.value("source"): c for c in answer.attribution if c.value("attribution") == kind}
        rows = [slug for slug in order if slug in own]
        if rows:
            traces.append(
                {
                    "type": "bar",
                    "orientation": "h",
                    "name": ATTRIBUTION_NAMES[kind],
                    "y": [label[s] for s in rows],
                    "x": [100 * own[s].n / totals[s] for s in rows],
                    "text": [f"{own[s].n}" for s in rows],
                    "textposition": "inside",
                    "insidetextanchor": "middle",
                    "textfont": {"color": "#fff"},
                    "customdata": [own[s].mark.to_text() for s in rows],
                    "marker": {
                        "color": ATTRIBUTION_COLOURS[kind],
                    },
                    "hovertemplate": "%{y}: %{text} quotes (%{x:.0f}%) attributed to %{fullData.name}<extra></extra>",
                }
            )
    chart = figure(
        traces,
        opened=opened,
        height=110 + 34 * max(2, len(order)),
        barmode="stack",
        xaxis=axis(
            title={"text": "share of its quotes"},
            range=[0, 101],
            tickvals=[0, 25, 50, 75, 100],
            ticktext=["0 %", "25 %", "50 %", "75 %", "100 %"],
        ),
        yaxis=axis(
            autorange="reversed",
            categoryorder="array",
            categoryarray=list(label.values()),
            showgrid=False,
        ),
        showlegend=True,
    )
    table = tuple(
        (
            names.get(c.value("source"), c.value("source")),
            ATTRIBUTION_NAMES[c.value("attribution")],
            c.n,
            c.mark.to_text(),
        )
        for c in answer.attribution
    )
    note = say_others(len(totals) - len(order))
    columns = ("outlet", "attributed to", "quotes", "mark")
    return Chart("attribution", _title(answer, totals), chart, columns, table, note)


def _title(answer: Sources, totals: Mapping[str, int]) -> str:
    """A count over all outlets: on a few quotes, a ranking of outlets would say more than is known."""
    anonymous = sum(c.n for c in answer.attribution if c.value("attribution") == "anonymous")
    quotes = sum(totals.values())
    return f"{anonymous:,} of {count(quotes, 'quote')} rest on anonymous sources" if quotes else "Nobody is quoted"
