"""The most named actors as one row of bars: the overview's first lead."""

from __future__ import annotations

from lib.ask.overview import Overview
from lib.charts.chart import Chart
from lib.charts.labels import labels
from lib.charts.theme import ONE_COLOUR, axis, figure
from lib.evidence import Mark
from lib.phrase import count, leaders


def actors_chart(answer: Overview, opened: Mark | None, unit: str) -> Chart:
    """Bars of the top actors, each with its number written beside it."""
    actors = answer.actors
    noun = "mention" if unit == "rows" else "article"
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": [a.n for a in actors],
        "y": labels([a.name for a in actors], 28),
        "text": [f"{a.n:,}" for a in actors],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [a.mark.to_text() for a in actors],
        "marker": {"color": ONE_COLOUR},
        "hovertemplate": f"%{{y}}: %{{x}} {noun}s<extra></extra>",
    }
    most = max((a.n for a in actors), default=1)
    chart = figure(
        [trace],
        opened=opened,
        height=60 + 30 * max(3, len(actors)),
        xaxis=axis(visible=False, range=[0, 1.15 * most]),
        yaxis=axis(autorange="reversed", gridcolor="rgba(0,0,0,0)"),
    )
    who, n = leaders([(a.name, a.n) for a in actors])
    title = f"Named most: {who}, {count(n, noun)}" if actors else "No actor is named"
    rows = tuple((a.name, a.label.lower(), a.n, a.mark.to_text()) for a in actors)
    return Chart("actors", title, chart, ("actor", "type", noun + "s", "mark"), rows)
