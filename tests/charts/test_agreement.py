"""The chart of claims: what each shape says is true of what was searched, and a click is offered where there is one."""

from __future__ import annotations

from lib.ask.claims import ABSENT, NOTHING, RELATED, STATED, Cell, ClaimLine, Claims, claims
from lib.charts.agreement import LOOKS, agreement_chart
from lib.evidence import Mark
from lib.store.engine import Store
from lib.store.facts import Count
from lib.view import View

OUTLETS = {"ash": "Ash Post", "birch": "Birch Echo", "cedar": "Cedar Sun", "dogwood": "Dogwood Star"}
NEAR = Mark("nearest", (("claim", "c"),))
STATING = Mark("statements", (("claim", "c"),))


def answer(*states: tuple[str, bool], n: int = 1, alone: int = 0, differ: int = 0) -> Claims:
    """One line with a cell for each outlet: its state, and whether it opens anything."""
    cells = tuple(
        Cell(slug, state, int(opens), (STATING if state == STATED else NEAR) if opens else None, 0.5)
        for slug, (state, opens) in zip(OUTLETS, states, strict=True)
    )
    line = ClaimLine("c", "Two ferries collided.", (), Count(STATING, 1), 1, cells)
    return Claims((line,), n, {}, alone, differ, OUTLETS, {"c": line.gist})


def hovers(drawn: Claims) -> dict[str, str]:
    """Outlet → what its shape says."""
    traces = agreement_chart(drawn, None).figure["data"]
    return {x: said for trace in traces for x, said in zip(trace["x"], trace["hovertext"], strict=True)}


def test_a_click_is_offered_only_where_something_opens() -> None:
    said = hovers(answer((STATED, True), (NOTHING, True), (NOTHING, False), (RELATED, False)))
    assert "click" in said["Birch Echo"]
    for outlet in ("Cedar Sun", "Dogwood Star"):
        assert "click" not in said[outlet]
    assert "nearest" not in said["Cedar Sun"]
    assert "filters" in said["Dogwood Star"]
    assert "click" in hovers(answer((STATED, True), (RELATED, True), (ABSENT, False), (ABSENT, False)))["Birch Echo"]


def test_an_outlet_that_was_never_searched_is_not_said_to_be_silent() -> None:
    first = answer((STATED, True), (ABSENT, False), (NOTHING, True), (STATED, True)).lines[0]
    second = answer((STATED, True), (NOTHING, True), (ABSENT, False), (STATED, True)).lines[0]
    drawn = Claims((first, second), 2, {}, 0, 0, OUTLETS, {})
    traces = {trace["name"]: trace for trace in agreement_chart(drawn, None).figure["data"]}
    absent = traces[LOOKS[ABSENT][3]]
    assert len(absent["x"]) == 2
    assert all("no article of this story" in text for text in absent["hovertext"])
    assert LOOKS[ABSENT][2] < min(size for state, (_, _, size, _) in LOOKS.items() if state != ABSENT)


def test_a_shape_that_opens_nothing_is_beside_one_that_is_open() -> None:
    drawn = answer((STATED, True), (ABSENT, False), (RELATED, True), (STATED, True))
    traces = agreement_chart(drawn, STATING).figure["data"]
    shapes = {trace["name"]: trace["marker"]["opacity"] for trace in traces}
    assert set(shapes[LOOKS[STATED][3]]) == {1.0}
    assert 1.0 not in shapes[LOOKS[RELATED][3]]


def test_outlets_without_any_of_the_stories_have_no_column() -> None:
    chart = agreement_chart(answer((STATED, True), (ABSENT, False), (NOTHING, True), (ABSENT, False)), None)
    assert list(chart.figure["layout"]["xaxis"]["categoryarray"]) == ["Ash Post", "Cedar Sun"]
    assert {row[1] for row in chart.rows} == {"Ash Post", "Cedar Sun"}
    assert "2 outlets in view have no article of these stories and no column." in chart.note
    whole = agreement_chart(answer((STATED, True), (NOTHING, True), (NOTHING, True), (STATED, True)), None)
    assert "no column" not in whole.note


def test_the_title_is_true_of_what_is_in_view() -> None:
    cells = ((STATED, True), (NOTHING, True), (NOTHING, True), (NOTHING, True))

    def title(**counts: int) -> str:
        return agreement_chart(answer(*cells, **counts), None).title

    assert title(n=4) == "4 statements told by two outlets or more"
    assert title(n=4, differ=1) == "4 statements told by two outlets or more, 1 of them with different numbers or dates"
    assert title(n=4, alone=4, differ=2) == (
        "4 statements told by one outlet in view and by others outside the filters, "
        "2 of them with different numbers or dates"
    )
    assert title(n=4, alone=3) == "4 statements told by two outlets or more, 3 of them by only one in view"
    assert title(n=0) == "No statement is shared by two outlets"


def test_under_one_outlet_no_statement_is_told_by_two(store: Store) -> None:
    assert "two outlets" in agreement_chart(claims(store, View()), None).title
    assert "two outlets" not in agreement_chart(claims(store, View(sources=("harbor-wire",))), None).title
