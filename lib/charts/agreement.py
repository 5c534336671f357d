"""Claims against outlets: stated, stated differently, related, not found, not searched. Each has a shape of its own."""

from __future__ import annotations

from typing import Any

from lib.ask.claims import ABSENT, DIFFERENTLY, ELSEWHERE, NOTHING, OTHERWISE, RELATED, STATED, Cell, Claims
from lib.charts.chart import Chart
from lib.charts.theme import axis, figure, heads, safe
from lib.evidence import Mark
from lib.phrase import count

#: State → symbol, colour, size, name in the legend.
LOOKS: dict[str, tuple[str, str, int, str]] = {
    STATED: ("square", "#2F74C0", 28, "stated"),
    OTHERWISE: ("hexagon", "#7D62C9", 30, "on other authority, or more or less surely or exactly"),
    DIFFERENTLY: ("diamond", "#B36100", 32, "with another number or date"),
    ELSEWHERE: ("square-open", "#2F74C0", 20, "stated, but the filters hide the sentence"),
    RELATED: ("circle-open", "#707784", 22, "not this statement; a sentence on the same subject"),
    NOTHING: ("line-ew-open", "#707784", 10, "not found in the articles loaded"),
    ABSENT: ("circle", "#8A92A0", 4, "no article of this story in view"),
}
#: Height of the column heads, of one statement and of one line of the legend, in pixels.
HEAD, ROW, LINE = 90, 54, 24
#: Characters of a line of a row's label, and how many lines there are.
WIDTH, LINES = 38, 3


def agreement_chart(answer: Claims, opened: Mark | None, claim_id: str = "") -> Chart:
    """One row a claim, one column an outlet that has articles of these stories. The open claim's words are bold."""
    drawn = {cell.source for line in answer.lines for cell in line.cells if cell.state != ABSENT}
    outlets = {slug: name for slug, name in answer.sources.items() if slug in drawn}
    rows = [line.claim_id for line in answer.lines]
    labels = [_label(line.gist, line.claim_id == claim_id) for line in answer.lines]
    traces = []
    for state, (symbol, colour, size, name) in LOOKS.items():
        cells = [
            (i, cell)
            for i, line in enumerate(answer.lines)
            for cell in line.cells
            if cell.state == state and cell.source in outlets
        ]
        if not cells:
            continue
        numbered = state in (STATED, OTHERWISE, DIFFERENTLY)
        traces.append(
            {
                "type": "scatter",
                "mode": "markers+text" if numbered else "markers",
                "name": name,
                "x": [safe(outlets[cell.source]) for _, cell in cells],
                "y": [i for i, _ in cells],
                "text": [str(cell.n) for _, cell in cells],
                "textfont": {"color": "#FFFFFF", "size": 13},
                "customdata": [cell.mark.to_text() if cell.mark else "" for _, cell in cells],
                "hovertext": [_hover(cell) for _, cell in cells],
                "hovertemplate": "%{x}: %{hovertext}<extra></extra>",
                "marker": _marker(symbol, colour, size),
                # A shape of the first or last outlet is wider than half its column where there are many.
                "cliponaxis": False,
            }
        )
    below = 24 + LINE * len(traces)
    chart = figure(
        traces,
        height=HEAD + ROW * max(2, len(rows)) + below,
        margin={"l": 8, "r": 12, "t": 8, "b": below},
        opened=opened,
        xaxis=axis(**heads(list(outlets.values()), narrow=opened is not None)),
        yaxis=axis(tickmode="array", tickvals=list(range(len(rows))), ticktext=labels, range=[len(rows) - 0.4, -0.6]),
        showlegend=True,
        # Below one another at the very left: a phone shows all of it, and keeps it there when the chart is swiped.
        legend={
            "orientation": "h", "entrywidthmode": "fraction", "entrywidth": 1, "yref": "container", "yanchor": "bottom",
            "y": 0, "xref": "container", "xanchor": "left", "x": 0, "title": {"text": ""},
        },
    )  # fmt: skip
    table = tuple(
        (line.gist, outlets[cell.source], cell.state, cell.n,
         round(cell.score, 2) if cell.state in (RELATED, NOTHING) else None, cell.mark.to_text() if cell.mark else "")
        for line in answer.lines for cell in line.cells if cell.source in outlets
    )  # fmt: skip
    columns = ("claim", "outlet", "state", "sentences", "likeness of whole sentences", "mark")
    note = (
        "A row is one statement, in the words of its most central sentence; the number is how many sentences make it. "
        "Click a shape to open the statement and read them."
    )
    if len(answer.lines) < answer.n_claims:
        note = f"Most widely told first. {note}"
    if answer.lines and (n := len(answer.sources) - len(outlets)):
        said = count(n, "outlet in view has", "outlets in view have")
        note += f" {said} no article of these stories and no column."
    return Chart("agreement", _title(answer), chart, columns, table, note, wide=True)


def _marker(symbol: str, colour: str, size: int) -> dict[str, Any]:
    return {"symbol": symbol, "color": colour, "size": size, "line": {"width": 2, "color": colour}}


def _label(gist: str, is_open: bool) -> str:
    """The gist in a few lines of a row's label."""
    lines: list[str] = []
    rest = " ".join(gist.split())
    while rest and len(lines) < LINES - 1:
        cut = rest.rfind(" ", 0, WIDTH + 1) if len(rest) > WIDTH else len(rest)
        if cut <= 0:  # a word that fills the line by itself: only its beginning is shown
            break
        lines.append(safe(rest[:cut]))
        rest = rest[cut:].strip()
    shown = "<br>".join([*lines, safe(rest, WIDTH)] if rest else lines)
    return f"<b>{shown}</b>" if is_open else shown


def _hover(cell: Cell) -> str:
    n = count(cell.n, "sentence")
    opens = cell.mark is not None
    return {
        STATED: f"stated in {n}",
        OTHERWISE: f"stated in {n}; somebody else answers for it, or it is said more or less surely or exactly",
        DIFFERENTLY: f"stated in {n}, with another number or date",
        ELSEWHERE: "stated, in a sentence that the filters leave out",
        RELATED: "not this statement; "
        + (
            "click for a sentence on the same subject"
            if opens
            else "the filters leave out a sentence on the same subject"
        ),
        NOTHING: "not found in the articles loaded" + ("; click for the nearest sentence" if opens else ""),
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
    return f"{said}, {n_differ} of them with different numbers or dates" if n_differ else said
