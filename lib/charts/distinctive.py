"""The words that set one source apart, as bars of z-scores; grey where the difference may be chance."""

from __future__ import annotations

from collections.abc import Sequence

from lib.ask.wording import DistinctWord
from lib.charts.chart import Chart
from lib.charts.theme import axis, figure, safe
from lib.evidence import Mark

#: Whether a difference is more than chance → the words for it.
SAYS = {True: "more than chance", False: "may be chance"}
_GREY = "#9AA1AC"


def distinctive_chart(slug: str, source: str, words: Sequence[DistinctWord], colour: str, opened: Mark | None) -> Chart:
    """One source's words, most distinctive first; the number beside a bar is how often it uses the word."""
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": [w.z for w in words],
        "y": [safe(w.word, 24) for w in words],
        "text": [f"{w.n}×" for w in words],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [w.mark.to_text() for w in words],
        "marker": {"color": [colour if w.significant else _GREY for w in words]},
        "hovertext": [
            f"{safe(w.word, 40)}: {w.n} here, {w.others} elsewhere, z = {w.z:.1f}, {SAYS[w.significant]}" for w in words
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    chart = figure(
        [trace],
        opened=opened,
        height=50 + 24 * max(3, len(words)),
        xaxis=axis(visible=False, range=[0, max((w.z for w in words), default=1) * 1.2]),
        yaxis=axis(autorange="reversed", showgrid=False),
    )
    columns = ("word", "uses here", "uses elsewhere", "z", "chance", "mark")
    rows = tuple((w.word, w.n, w.others, round(w.z, 2), SAYS[w.significant], w.mark.to_text()) for w in words)
    title = source if words else f"{source}: no word stands out"
    return Chart(f"words-{slug}", title, chart, columns, rows, _note(words))


def _note(words: Sequence[DistinctWord]) -> str:
    if all(w.significant for w in words):
        return ""
    return "Grey: may be chance." if any(w.significant for w in words) else "All of these may be chance."
