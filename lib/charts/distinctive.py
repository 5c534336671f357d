"""The words that set one source apart, as bars of z-scores."""

from __future__ import annotations

from collections.abc import Sequence

from lib.ask.wording import DistinctWord
from lib.charts.chart import Chart
from lib.charts.theme import axis, figure, safe
from lib.evidence import Mark


def distinctive_chart(slug: str, source: str, words: Sequence[DistinctWord], colour: str, opened: Mark | None) -> Chart:
    """One source's words, most distinctive first; the number beside a bar is how often it uses the word."""
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": [w.word.z for w in words],
        "y": [safe(w.word.word, 24) for w in words],
        "text": [f"{w.word.n}×" for w in words],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [w.mark.to_text() for w in words],
        "marker": {"color": colour},
        "hovertext": [
            f"{safe(w.word.word, 40)}: {w.word.n} here, {w.word.others} elsewhere, z = {w.word.z:.1f}" for w in words
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    chart = figure(
        [trace],
        opened=opened,
        height=50 + 24 * max(3, len(words)),
        xaxis=axis(visible=False, range=[0, max((w.word.z for w in words), default=1) * 1.2]),
        yaxis=axis(autorange="reversed", showgrid=False),
    )
    title = source if words else f"{source}: no word stands out"
    rows = tuple((w.word.word, w.word.n, w.word.others, round(w.word.z, 2), w.mark.to_text()) for w in words)
    return Chart(f"words-{slug}", title, chart, ("word", "uses here", "uses elsewhere", "z", "mark"), rows)
