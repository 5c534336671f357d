"""Claims against outlets: stated, stated differently, related, not found. Each state has a shape of its own."""

from __future__ import annotations

from typing import Any

from lib.ask.claims import DIFFERENTLY, ELSEWHERE, NOTHING, OTHERWISE, RELATED, STATED, Claims
from lib.charts.chart import Chart
from lib.charts.theme import axis, figure, heads, safe
from lib.evidence import Mark
from lib.phrase import count

#: State → symbol, colour, size, name in the legend.
LOOKS: dict[str, tuple[str, str, int, str]] = {
    STATED: ("square", "#2F74C0", 28, "stated"),
    OTHERWISE: ("hexagon", "#7D62C9", 30, "on other authority, or more or less surely"),
    DIFFERENTLY: ("diamond", "#C46A00", 32, "with another number or date"),
    ELSEWHERE: ("square-open", "#2F74C0", 20, "stated, but the filters hide the sentence"),
    RELATED: ("circle-open", "#7A8190", 22, "related: nearest sentence"),
    NOTHING: ("line-ew-open", "#7A8190", 10, "not found in the articles loaded"),
}


def agreement_chart(answer: Claims, opened: Mark | None, claim_id: str = "") -> Chart:
    """One row a claim, one column an outlet. The claim that is open has its words in bold."""
    rows = [line.claim_id for line in answer.lines]
    labels = [_label(line.gist, line.claim_id == claim_id) for line in answer.lines]
    traces = []
    for state, (symbol, colour, size, name) in LOOKS.items():
        cells = [(i, cell) for i, line in enumerate(answer.lines) for cell in line.cells if cell.state == state]
        if not cells:
            continue
        numbered = state in (STATED, OTHERWISE, DIFFERENTLY)
        traces.append(
            {
                "type": "scatter",
                "mode": "markers+text" if numbered else "markers",
                "name": name,
                "x": [safe(answer.sources[cell.source]) for _, cell in cells],
                "y": [i for i, _ in cells],
                "text": [str(cell.n) for _, cell in cells],
                "textfont": {"color": "#FFFFFF", "size": 13},
                "customdata": [cell.mark.to_text() if cell.mark else "" for _, cell in cells],
                "hovertext": [_hover(cell.state, cell.n, cell.score) for _, cell in cells],
                "hovertemplate": "%{x}: %{hovertext}<extra></extra>",
                "marker": _marker(symbol, colour, size),
            }
        )
    chart = figure(
        traces,
        height=150 + 46 * max(2, len(rows)),
        opened=opened,
        xaxis=axis(**heads(list(answer.sources.values()))),
        yaxis=axis(tickmode="array", tickvals=list(range(len(rows))), ticktext=labels, range=[len(rows) - 0.4, -0.6]),
        showlegend=True,
        legend={"orientation": "h", "yanchor": "top", "y": -0.02, "xanchor": "left", "x": 0, "title": {"text": ""}},
    )  # fmt: skip
    table = tuple(
        (line.gist, answer.sources[cell.source], cell.state, cell.n, round(cell.score, 2),
         cell.mark.to_text() if cell.mark else "")
        for line in answer.lines for cell in line.cells
    )  # fmt: skip
    columns = ("claim", "outlet", "state", "sentences", "score", "mark")
    note = (
        "A row is one statement, in the words of its most central sentence. The number is how many sentences make it."
    )
    return Chart("agreement", _title(answer), chart, columns, table, note, wide=True)


def _marker(symbol: str, colour: str, size: int) -> dict[str, Any]:
    return {"symbol": symbol, "color": colour, "size": size, "line": {"width": 2, "color": colour}}


def _label(gist: str, is_open: bool) -> str:
    """The gist in two lines of a row's label."""
    text = " ".join(gist.split())
    if len(text) > 46 and (cut := text.rfind(" ", 0, 46)) > 0:
        shown = f"{safe(text[:cut])}<br>{safe(text[cut + 1 :], 46)}"
    else:
        shown = safe(text, 46)
    return f"<b>{shown}</b>" if is_open else shown


def _hover(state: str, n: int, score: float) -> str:
    return {
        STATED: f"stated in {count(n, 'sentence')}",
        OTHERWISE: f"stated in {count(n, 'sentence')}; somebody else answers for it, or it is said more or less surely",
        DIFFERENTLY: f"stated in {count(n, 'sentence')}, with another number or date",
        ELSEWHERE: "stated, in a sentence that the filters leave out",
        RELATED: f"related, not the same; nearest sentence, score {score:.2f}",
        NOTHING: f"not found in the articles loaded; nearest sentence, score {score:.2f}",
    }[state]


def _title(answer: Claims) -> str:
    if not answer.n_claims:
        return "No statement is shared by two outlets"
    differ = sum(any(cell.state == DIFFERENTLY for cell in line.cells) for line in answer.lines)
    shown = len(answer.lines)
    head = f"{count(answer.n_claims, 'statement')} told by two outlets or more"
    if shown < answer.n_claims:
        head += f"; {shown} shown"
    return f"{head}, {differ} of them with different numbers or dates" if differ else head
