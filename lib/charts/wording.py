"""Two outlets face to face: every word and name by how often it is said and by which of them says it more."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from lib.ask.wording import Described, FaceToFace, Versus
from lib.charts.chart import Chart
from lib.charts.distinctive import SAYS
from lib.charts.matrix import Cell, matrix_chart, with_squares
from lib.charts.theme import axis, figure, safe
from lib.evidence import Mark
from lib.phrase import count

#: Words written beside their points: more would cover each other.
LABELLED = 14
#: Whether it is a name → what it is.
KINDS = {True: "name", False: "word"}


def versus_chart(pair: FaceToFace, names: Mapping[str, str], colours: Mapping[str, str], opened: Mark | None) -> Chart:
    """Right: said more by the first outlet; left: by the second; high: said often. Names are diamonds.

    Hollow marks may be chance.
    """
    first, second = names[pair.first], names[pair.second]
    more, less = [v for v in pair.words if v.z >= 0], [v for v in pair.words if v.z < 0]
    traces = [
        _points(names, slug, own, colours[slug], first, second)
        for slug, own in ((pair.first, more), (pair.second, less))
        if own
    ]
    sides = f"← more in {safe(second, 30)} · z · more in {safe(first, 30)} →"
    most = max((abs(v.z) for v in pair.words), default=1.0) * 1.15
    chart = figure(
        traces,
        height=520,
        opened=opened,
        xaxis=axis(title={"text": sides}, range=[-most, most], zeroline=True),
        yaxis=axis(title={"text": "times said in both"}, type="log", dtick=1),
        showlegend=True,
    )  # fmt: skip
    rows = tuple(
        (
            v.text, KINDS[v.is_name], v.first, v.second, v.first + v.second, round(v.z, 2), SAYS[v.significant],
            v.mark.to_text(),
        )
        for v in pair.words
    )  # fmt: skip
    note = (
        f"Of {count(pair.tested, 'word or name', 'words and names')} compared, those with the largest differences. "
        f"{_passing(pair)} A click reads the sentences of both."
    )
    columns = ("said", "kind", first, second, "both", "z", "chance", "mark")
    return Chart("versus", _title(pair, first, second), chart, columns, rows, note)


def _points(
    names: Mapping[str, str], slug: str, own: list[Versus], colour: str, first: str, second: str
) -> dict[str, Any]:
    labelled, taken = set(), set[tuple[int, int]]()
    for v in own[:LABELLED]:
        place = (round(v.z * 3), round(math.log(v.first + v.second) * 4))
        if place not in taken:  # a second word at one place would be written over the first
            taken.add(place)
            labelled.add(v.mark.to_text())
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": f"more in {safe(names[slug], 32)}",
        "x": [v.z for v in own],
        "y": [v.first + v.second for v in own],
        "text": [safe(v.text, 22) if v.mark.to_text() in labelled else "" for v in own],
        "textposition": "top center",
        "customdata": [v.mark.to_text() for v in own],
        "hovertext": [
            f"{safe(v.text, 60)}: {v.first} in {safe(first)}, {v.second} in {safe(second)}, "
            f"z = {v.z:.1f}, {SAYS[v.significant]}"
            for v in own
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"symbol": [_symbol(v) for v in own], "size": 10, "color": colour},
    }


def _symbol(said: Versus) -> str:
    return ("diamond" if said.is_name else "circle") + ("" if said.significant else "-open")


def _passing(pair: FaceToFace) -> str:
    if not any(v.significant for v in pair.words):
        return "None is more than chance: what is hollow may be chance."
    return "Hollow: may be chance. Of the filled ones, about 1 in 20 is chance all the same."


def _title(pair: FaceToFace, first: str, second: str) -> str:
    ahead = next((v.text for v in pair.words if v.significant and v.z > 0), "")
    behind = next((v.text for v in pair.words if v.significant and v.z < 0), "")
    if not ahead and not behind:
        return f"No word or name sets {first} and {second} apart by more than chance"
    if not ahead or not behind:
        return f"“{ahead or behind}” is said more by {first if ahead else second}"
    return f"“{ahead}” is {first}’s word, “{behind}” {second}’s"


def described_chart(found: Described, names: Mapping[str, str], opened: Mark | None) -> Chart:
    """The verbs and adjectives tied to the actor, against outlets."""
    who = found.actor.name if found.actor else "nobody"
    labels = {(t.tie, t.lemma): f"{t.lemma} ({SAID[t.tie]})" for t in found.ties}
    cells = [
        Cell(labels[t.tie, t.lemma], names[c.value("source")], c.n, c.mark)
        for t in found.ties for c in t.by_source if c.value("source") in names
    ]  # fmt: skip
    title = f"How each outlet describes {who}: {count(found.n, 'verb or adjective', 'verbs and adjectives')}"
    note = "Tied to the actor by the grammar of the sentence. An empty square: not found in the articles loaded."
    columns, without = with_squares([cell.column for cell in cells], list(names.values()))
    return matrix_chart(
        "described", title, cells, list(labels.values()), columns, "times", opened,
        ("said of it", "outlet"), f"{note} {without}".strip(),
    )  # fmt: skip


#: Tie → the word in brackets behind a verb or adjective.
SAID = {"does": "does", "undergoes": "is done to it", "is described as": "is"}
