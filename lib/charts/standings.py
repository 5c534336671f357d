"""How an allegation stands over time, outlet by outlet: asserted, evidence shown or withheld, challenged, denied."""

from __future__ import annotations

from collections.abc import Mapping

from lib.ask.claim import OpenedClaim, Stand
from lib.charts.chart import OF_DAYS, Chart
from lib.charts.labels import labels
from lib.charts.theme import axis, day_axis, figure, wrap
from lib.evidence import Mark
from lib.phrase import count, list_words
from lib.schema import STANDINGS

#: Standing → symbol and colour.
LOOKS = {
    "asserted": ("circle", "#2F74C0"),
    "evidence shown": ("square", "#198667"),
    "evidence withheld": ("square-open", "#B36100"),
    "challenged": ("diamond-open", "#7D62C9"),
    "denied": ("x", "#CC4B41"),
}


def standings_chart(found: OpenedClaim, names: Mapping[str, str], opened: Mark | None) -> Chart:
    """One row an outlet, one mark an article and standing; undated articles stand in the table alone."""
    groups: dict[tuple[str, str], list[Stand]] = {}
    for stand in found.stands:
        groups.setdefault((stand.mark.to_text(), stand.status), []).append(stand)
    outlets = [slug for slug in names if any(stand.slug == slug for stand in found.stands)]
    rows = dict(zip(outlets, labels([names[o] for o in outlets], 32), strict=True))
    traces = []
    for status in STANDINGS:
        own = [(mark, g) for (mark, s), g in groups.items() if s == status and g[0].published]
        if own:
            symbol, colour = LOOKS[status]
            traces.append(
                {
                    "type": "scatter",
                    "mode": "markers+text",
                    "name": status,
                    "x": [str(g[0].published) for _, g in own],
                    "y": [rows[g[0].slug] for _, g in own],
                    "text": [f"{len(g)}" if len(g) > 1 else "" for _, g in own],
                    "textposition": "middle right",
                    "customdata": [mark for mark, _ in own],
                    "hovertext": [wrap(f"{g[0].by or g[0].source}: “{g[0].words}” — {g[0].passage}") for _, g in own],
                    "hovertemplate": "%{hovertext}<extra>%{fullData.name}</extra>",
                    "marker": {"symbol": symbol, "color": colour, "size": 15, "line": {"width": 2, "color": colour}},
                }
            )
    chart = figure(
        traces,
        height=130 + 40 * max(2, len(outlets)),
        opened=opened,
        xaxis=day_axis([str(stand.published) for stand in found.stands if stand.published]),
        yaxis=axis(
            type="category", categoryorder="array", categoryarray=list(rows.values()),
            range=[len(outlets) - 0.4, -0.6],
        ),
        showlegend=True,
    )  # fmt: skip
    table = tuple(
        (
            g[0].published,
            g[0].source,
            status,
            g[0].by,
            g[0].words,
            len(g),
            mark,
        )
        for (mark, status), g in groups.items()
    )
    columns = ("published", "outlet", "standing", "by", "words", "sentences", "mark")
    return Chart("standings", _title(found), chart, columns, table, least=OF_DAYS)


def _title(found: OpenedClaim) -> str:
    tallied = [(s, sum(stand.status == s for stand in found.stands)) for s in STANDINGS]
    said = [f"{status} in {count(n, 'sentence')}" for status, n in tallied if n]
    return f"What is said of its evidence: {list_words(said)}" if said else "Nothing is said of its evidence"
