"""Who is named how often, split by source: stacked bars of counts, or dots of rates."""

from __future__ import annotations

from collections.abc import Mapping

from lib.ask.entities import Ranking
from lib.charts.chart import Chart
from lib.charts.labels import labels
from lib.charts.theme import GRID, SOURCE_COLOURS, axis, figure, safe
from lib.evidence import Mark
from lib.phrase import count, leaders

_SHARES = "In what share of each outlet’s articles they are named"
#: What is counted → what a dot stands for.
_PER = {
    "mention": "per 1,000 words of its sentences in view",
    "article": "and how many of 100 of its articles in view name them",
}


def ranking_chart(
    answer: Ranking, names: Mapping[str, str], colours: Mapping[str, str], opened: Mark | None, unit: str, rate: bool
) -> Chart:
    """``rate``: a dot for each source, which cannot be stacked, by ``Ranked.rates``; else stacked bars of counts."""
    # Shares are often the same, and a dot would hide those below it: a few outlets stand under each other in a line.
    apart = rate and unit == "articles" and len(answer.words) <= len(SOURCE_COLOURS)
    traces = []
    shown = answer.entities
    rows_of = labels([e.name for e in shown], 28)
    noun, per = ("mention", "per 1,000 words") if unit == "rows" else ("article", "% of the outlet’s articles")
    for slug in sorted(answer.words, key=lambda s: names.get(s, s).lower()):
        picked = [
            (label, c, e)
            for label, e in zip(rows_of, shown, strict=True)
            for c in e.by_source
            if c.value("source") == slug
        ]
        if not picked:
            continue
        values = [e.rates.get(slug, 0.0) if rate else c.n for _, c, e in picked]
        marks = [c.mark.to_text() for _, c, _ in picked]
        trace: dict[str, object] = {
            "name": safe(names.get(slug, slug), 40),
            "x": values,
            "y": [label for label, *_ in picked],
            "customdata": marks,
            "text": [_said(answer, slug, c.n, e.rates.get(slug, 0.0), unit) for _, c, e in picked],
            "hovertemplate": "%{y} in %{fullData.name}<br>%{text}<extra></extra>",
        }
        if rate:
            trace |= {"type": "scatter", "mode": "markers", "orientation": "h"}
            trace["marker"] = {
                "size": 10 if apart else 13,
                "color": colours[slug],
                "line": {"width": 1, "color": "#fff"},
            }
        else:
            trace |= {"type": "bar", "orientation": "h", "textposition": "none"}
            trace["marker"] = {"color": colours[slug]}
        traces.append(trace)
    what = per if rate else f"{noun}s"
    chart = figure(
        traces,
        opened=opened,
        height=90 + (20 + 4 * len(traces) if apart else 27) * max(3, len(shown)),
        barmode="stack",
        scattermode="group" if apart else "overlay",
        scattergap=0.3,
        xaxis=axis(title={"text": what}, rangemode="tozero"),
        # Every name, also where a phone leaves the bars little room.
        yaxis=axis(
            range=[max(1, len(rows_of)) - 0.5, -0.5],
            categoryorder="array",
            categoryarray=rows_of,
            gridcolor=GRID if apart else "rgba(0,0,0,0)",
            tickson="boundaries" if apart else "labels",
            dtick=1,
        ),
        showlegend=1 < len(traces) <= len(SOURCE_COLOURS),
    )
    rows = tuple(
        (
            e.name,
            names.get(c.value("source"), c.value("source")),
            c.n,
            round(e.rates.get(c.value("source"), 0.0), 2),
            c.mark.to_text(),
        )
        for e in shown
        for c in e.by_source
    )
    return Chart(
        "entities",
        _title(answer, noun, rate),
        chart,
        ("entity", "outlet", noun + "s", per, "mark"),
        rows,
        _note(rate, noun, len(traces)),
    )


def _said(answer: Ranking, slug: str, n: int, rate: float, unit: str) -> str:
    if unit == "rows":
        return f"{count(n, 'mention')} · {rate:.1f} per 1,000 words"
    return f"{count(n, 'article')} · {rate:.0f} % of its {answer.articles.get(slug, 0):,} in view"


def _title(answer: Ranking, noun: str, rate: bool) -> str:
    if not answer.entities:
        return "Nobody is named"
    if rate:
        return "Mentions per 1,000 words of each outlet" if noun == "mention" else _SHARES
    who, n = leaders([(e.name, e.n) for e in answer.entities])
    return f"Named most: {who}, {count(n, noun)}"


def _note(rate: bool, noun: str, n_sources: int) -> str:
    said = f"In order of all {noun}s; a dot is one outlet, {_PER[noun]}. " if rate else ""
    if n_sources > len(SOURCE_COLOURS):
        said += f"{n_sources} outlets share {len(SOURCE_COLOURS)} colours: point at a part to see whose it is."
    return said.strip()
