"""What each outlet states that was found in no other: one bar an outlet, what may be told elsewhere set apart."""

from __future__ import annotations

from collections.abc import Callable

from lib.ask.unshared import Outlet, Unshared
from lib.charts.chart import Chart
from lib.charts.labels import labels
from lib.charts.matrix import MOST, say_others
from lib.charts.theme import axis, figure
from lib.evidence import Mark
from lib.phrase import count
from lib.store.facts import Count

#: Name in the legend → colour, and which number of an outlet it is.
PARTS: dict[str, tuple[str, Callable[[Outlet], Count]]] = {
    "not found in another outlet": ("#2F74C0", lambda outlet: outlet.alone),
    "perhaps also told by another": ("#707784", lambda outlet: outlet.perhaps),
}
#: Of the longest bar: a number needs that much room to stand inside.
_ROOM = 0.04


def unshared_chart(answer: Unshared, opened: Mark | None) -> Chart:
    """One bar an outlet in two parts, each with its number; where there are very many outlets, those with most."""
    most = sorted(answer.outlets, key=lambda outlet: -outlet.n)[:MOST]
    shown = [outlet for outlet in answer.outlets if outlet in most]
    longest = max((outlet.n for outlet in shown), default=1)
    label = dict(zip((o.slug for o in shown), labels([o.name for o in shown], 32), strict=True))
    traces = []
    for name, (colour, part) in PARTS.items():
        own = [(outlet, part(outlet)) for outlet in shown if part(outlet).n]
        if own:
            traces.append(
                {
                    "type": "bar",
                    "orientation": "h",
                    "name": name,
                    "y": [label[outlet.slug] for outlet, _ in own],
                    "x": [counted.n for _, counted in own],
                    "text": [f"{counted.n:,}" if counted.n >= _ROOM * longest else "" for _, counted in own],
                    "textposition": "inside",
                    "insidetextanchor": "middle",
                    "textangle": 0,
                    "textfont": {"color": "#fff"},
                    "customdata": [counted.mark.to_text() for _, counted in own],
                    "marker": {"color": colour},
                    "hovertemplate": "%{y}: %{x:,} %{fullData.name}<extra></extra>",
                }
            )
    chart = figure(
        traces,
        opened=opened,
        height=110 + 34 * max(2, len(shown)),
        barmode="stack",
        xaxis=axis(title={"text": "statements"}, rangemode="tozero"),
        yaxis=axis(
            autorange="reversed", categoryorder="array", categoryarray=list(label.values()), showgrid=False, dtick=1
        ),
        showlegend=True,
    )  # fmt: skip
    table = tuple(
        (outlet.name, name, counted.n, counted.mark.to_text())
        for outlet in answer.outlets
        for name, (_, part) in PARTS.items()
        if (counted := part(outlet)).n
    )
    note = "An outlet whose articles are longer has more of them. Click a number to read its sentences."
    if len(shown) < len(answer.outlets):
        note += f" {say_others(len(answer.outlets) - len(shown))}"
    columns = ("outlet", "found elsewhere", "statements", "mark")
    return Chart("told-alone", _title(answer), chart, columns, table, note)


def _title(answer: Unshared) -> str:
    """Nothing is said of what an outlet did not report: it is told where a statement was found."""
    alone, perhaps = answer.n_alone, answer.n_perhaps
    if not alone:
        return f"{count(perhaps, 'statement')} that another outlet perhaps tells too"
    said = f"{count(alone, 'statement')} not found in another outlet"
    return f"{said}, and {perhaps:,} that another perhaps tells too" if perhaps else said
