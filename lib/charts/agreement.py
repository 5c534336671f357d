"""Claims against outlets, story by story: stated, stated differently, or not found. Each has a shape of its own.

A filled shape states the claim and carries the number of its sentences; an open one does not state it.
"""

from __future__ import annotations

from typing import Any

from lib.ask.claims import ABSENT, DIFFERENTLY, ELSEWHERE, NOTHING, OTHERWISE, RELATED, STATED, Cell, Claims
from lib.charts.blocks import BEYOND, ROW, Layout, layout
from lib.charts.chart import Chart
from lib.charts.matrix import say_others
from lib.charts.theme import axis, figure, safe
from lib.evidence import Mark
from lib.phrase import count

QUIET = "#707784"
#: State → symbol, colour, size, name in the legend.
LOOKS: dict[str, tuple[str, str, int, str]] = {
    STATED: ("square", "#2F74C0", 28, "states it; the number is how many sentences do"),
    OTHERWISE: ("hexagon", "#7D62C9", 30, "states it on somebody else’s word, or more or less surely or exactly"),
    DIFFERENTLY: ("diamond", "#B36100", 28, "states it with another number or date, or says the opposite"),
    ELSEWHERE: ("square-open", "#2F74C0", 20, "states it, but the filters hide the sentence"),
    RELATED: ("circle-open", QUIET, 22, "≈ not found, but a sentence on the same subject"),
    NOTHING: ("line-ew-open", QUIET, 10, "not found in the articles loaded"),
    ABSENT: ("circle", "#8A92A0", 4, "no article of this story in view"),
}
#: A story's name; the colour, which can be read on either ground, tells it from a row that is open.
_STORY = '<span style="color:light-dark(#9A5300,#F0A44B)"><b>{}</b></span>'
#: Height of one line of the legend, in pixels.
LINE = 24
#: Characters of a line of a row's label, and how many lines there are.
WIDTH, LINES = 30, 4


def agreement_chart(answer: Claims, opened: Mark | None, claim_id: str = "") -> Chart:
    """One block a story, one row a claim, one column an outlet that tells the story. The open claim is bold."""
    drawn = layout(answer, narrow=opened is not None)
    traces = [trace for state in LOOKS if (trace := _trace(drawn, state))]
    below = 24 + LINE * len(traces)
    high = max(drawn.tops()[-1], 2 * ROW)
    labels = _labels(answer, drawn, claim_id)
    chart = figure(
        traces,
        height=8 + high + below,
        # Names that lean reach beyond the last column.
        margin={"l": 8, "r": 12 if drawn.level else BEYOND, "t": 8, "b": below},
        opened=opened,
        xaxis=axis(visible=False, range=[-0.6, max(drawn.across, 1) - 0.4]),
        yaxis=axis(
            tickmode="array", tickvals=list(labels), ticktext=list(labels.values()), range=[high, 0], showgrid=False
        ),
        annotations=drawn.heads(),
        shapes=drawn.rules(),
        showlegend=True,
        # Below one another at the very left: a phone shows all of it, and keeps it there when the chart is swiped.
        legend={
            "orientation": "h", "entrywidthmode": "fraction", "entrywidth": 1, "yref": "container", "yanchor": "bottom",
            "y": 0, "xref": "container", "xanchor": "left", "x": 0, "title": {"text": ""},
        },
    )  # fmt: skip
    titles = {story.id: story.name for story in answer.stories}
    table = tuple(
        (line.gist, answer.sources[cell.source], cell.state, cell.n,
         round(cell.score, 2) if cell.state in (RELATED, NOTHING) else None, titles.get(line.story, ""),
         cell.mark.to_text() if cell.mark else "")
        for line in answer.lines for cell in line.cells if cell.state != ABSENT
    )  # fmt: skip
    columns = ("claim", "outlet", "state", "sentences", "likeness of whole sentences", "story", "mark")
    return Chart("agreement", _title(answer), chart, columns, table, _note(answer, drawn), drawn.least)


def _trace(drawn: Layout, state: str) -> dict[str, Any] | None:
    """All shapes of one state, or None where there are none."""
    symbol, colour, size, name = LOOKS[state]
    cells = [
        (block.x(cell.source), drawn.y(b, i), block.columns[cell.source], cell)
        for b, block in enumerate(drawn.blocks)
        for i, line in enumerate(block.lines)
        for cell in line.cells
        if cell.state == state and cell.source in block.columns
    ]
    if not cells:
        return None
    numbered = state in (STATED, OTHERWISE, DIFFERENTLY)
    written = numbered or state == RELATED
    return {
        "type": "scatter",
        "mode": "markers+text" if written else "markers",
        "name": name,
        "x": [x for x, *_ in cells],
        "y": [y for _, y, *_ in cells],
        "text": [str(cell.n) if numbered else "≈" for *_, cell in cells] if written else [],
        "textfont": {"color": "#FFFFFF" if numbered else QUIET, "size": 13 if numbered else 18},
        "customdata": [cell.mark.to_text() if cell.mark else "" for *_, cell in cells],
        "hovertext": [f"{safe(outlet)}: {_hover(cell)}" for _, _, outlet, cell in cells],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"symbol": symbol, "color": colour, "size": size, "line": {"width": 2, "color": colour}},
        # A shape of the first or last outlet is wider than half its column where there are many.
        "cliponaxis": False,
    }


def _labels(answer: Claims, drawn: Layout, claim_id: str) -> dict[float, str]:
    """Place → words at the left: of each row its gist and, where there are several stories, of each head its story."""
    titles = {story.id: story.name for story in answer.stories}
    found: dict[float, str] = {}
    for b, (top, block) in enumerate(zip(drawn.tops(), drawn.blocks, strict=False)):
        if len(drawn.blocks) > 1:
            found[top + drawn.head - 30] = _STORY.format(_label(titles.get(block.story, block.story)))
        for i, line in enumerate(block.lines):
            shown = _label(line.gist)
            found[drawn.y(b, i)] = f"<b>{shown}</b>" if line.claim_id == claim_id else shown
    return found


def _note(answer: Claims, drawn: Layout) -> str:
    said = [
        "A row is one statement, in the words of its most central sentence; a column is an outlet in view that has "
        "an article of the story. Click a shape to open the statement and read the sentences."
    ]
    if len(answer.lines) < answer.n_claims:
        said.insert(0, "Most widely told first.")
    if len(drawn.blocks) > 1:
        said.append("Statements of one story stand together.")
    if n := sum(block.left_out for block in drawn.blocks):
        said.append(say_others(n))
    return " ".join(said)


def _label(gist: str) -> str:
    """Words in a few lines of a row's label."""
    lines: list[str] = []
    rest = " ".join(gist.split())
    while rest and len(lines) < LINES - 1:
        cut = rest.rfind(" ", 0, WIDTH + 1) if len(rest) > WIDTH else len(rest)
        if cut <= 0:  # a word that fills the line by itself: only its beginning is shown
            break
        lines.append(safe(rest[:cut]))
        rest = rest[cut:].strip()
    return "<br>".join([*lines, safe(rest, WIDTH)] if rest else lines)


def _hover(cell: Cell) -> str:
    n = count(cell.n, "sentence")
    if cell.mark is None:
        near, nearest = "; the filters leave out a sentence on the same subject", ""
    else:
        near, nearest = f"; click for {n} on the same subject", f"; click for the nearest, {n}"
    return {
        STATED: f"stated in {n}",
        OTHERWISE: f"stated in {n}; somebody else answers for it, or it is said more or less surely or exactly",
        DIFFERENTLY: f"stated in {n}, with another number or date, or the opposite",
        ELSEWHERE: "stated, in a sentence that the filters leave out",
        RELATED: f"not found{near}",
        NOTHING: f"not found in the articles loaded{nearest}",
        ABSENT: "no article of this story in view, so nothing was searched",
    }[cell.state]


def _title(answer: Claims) -> str:
    return say_told(answer.n_claims, answer.n_alone, answer.n_differ) or "No statement is shared by two outlets"


def say_told(n: int, n_alone: int, n_differ: int) -> str:
    """How many statements are told, how many of them by one outlet in view alone, how many differ; '' for none."""
    if not n:
        return ""
    if n_alone == n:
        said = f"{count(n, 'statement')} told by one outlet in view and by others outside the filters"
    else:
        said = f"{count(n, 'statement')} told by two outlets or more"
        said += f", {n_alone} of them by only one in view" if n_alone else ""
    return f"{said}, {n_differ} of them with another number or date, or the opposite" if n_differ else said
