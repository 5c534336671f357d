"""How much each outlet has in view."""

from __future__ import annotations

from collections.abc import Mapping

from lib.ask.sources import Sources
from lib.charts.chart import Chart
from lib.charts.labels import labels
from lib.charts.matrix import MOST, say_others
from lib.charts.theme import axis, figure
from lib.evidence import Mark
from lib.phrase import count, leaders


def volume_chart(answer: Sources, colours: Mapping[str, str], opened: Mark | None) -> Chart:
    """Bars of sentences in view, one an outlet, with articles and words beside."""
    every = sorted(answer.volumes, key=lambda v: -v.sentences.n)
    volumes = every[:MOST]
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": [v.sentences.n for v in volumes],
        "y": labels([v.name for v in volumes], 32),
        "text": [f"{v.sentences.n:,} in {count(v.articles.n, 'article')}" for v in volumes],
        "textposition": "auto",
        "insidetextfont": {"color": "#FFFFFF"},
        "customdata": [v.sentences.mark.to_text() for v in volumes],
        "marker": {
            "color": [colours[v.slug] for v in volumes],
        },
        "hovertemplate": "%{y}: %{x:,} sentences (%{text})<extra></extra>",
    }
    chart = figure(
        [trace],
        opened=opened,
        height=60 + 32 * max(2, len(volumes)),
        xaxis=axis(title={"text": "sentences in view"}, rangemode="tozero"),
        yaxis=axis(autorange="reversed", showgrid=False),
    )
    who, n = leaders([(v.name, v.sentences.n) for v in volumes])
    title = f"Most in view: {who}, {count(n, 'sentence')}" if len(volumes) > 1 else f"{who} alone is in view"
    rows = tuple((v.name, v.articles.n, v.sentences.n, v.words, v.sentences.mark.to_text()) for v in every)
    columns = ("outlet", "articles", "sentences", "words", "mark")
    return Chart("volume", title, chart, columns, rows, say_others(len(every) - len(volumes)))
