"""The chart of claims: what each shape says is true of what was searched, and a click is offered where there is one."""

from __future__ import annotations

from dataclasses import replace

from lib.ask.catalogue import Choice
from lib.ask.claims import (
    ABSENT,
    DIFFERENTLY,
    ELSEWHERE,
    NOTHING,
    OTHERWISE,
    RELATED,
    STATED,
    Cell,
    ClaimLine,
    Claims,
    claims,
)  # fmt: skip
from lib.charts.agreement import LOOKS, agreement_chart
from lib.charts.blocks import BEYOND, LABELS, MOST
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
    return dict(said.split(": ", 1) for trace in traces for said in trace["hovertext"])


def heads(drawn: Claims) -> list[str]:
    """The names above the columns, block by block."""
    return [note["text"].replace("<br>", " ") for note in agreement_chart(drawn, None).figure["layout"]["annotations"]]


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
    assert heads(answer((STATED, True), (ABSENT, False), (NOTHING, True), (ABSENT, False))) == ["Ash Post", "Cedar Sun"]
    assert {row[1] for row in chart.rows} == {"Ash Post", "Cedar Sun"}
    assert "a column is an outlet in view that has an article of the story" in chart.note


def two_stories() -> Claims:
    """One statement of Ash Post and Birch Echo, one of Cedar Sun and Dogwood Star, in a story each."""
    first = answer((STATED, True), (NOTHING, True), (ABSENT, False), (ABSENT, False)).lines[0]
    second = answer((ABSENT, False), (ABSENT, False), (STATED, True), (RELATED, True)).lines[0]
    lines = (replace(first, story="sea"), replace(second, story="land"))
    return Claims(lines, 2, {}, 0, 0, OUTLETS, {}, (Choice("sea", "Ferries", 1), Choice("land", "Trains", 1)))


def test_each_story_has_the_columns_of_its_own_outlets() -> None:
    drawn = two_stories()
    assert heads(drawn) == ["Ash Post", "Birch Echo", "Cedar Sun", "Dogwood Star"]
    figure = agreement_chart(drawn, None).figure
    assert [note["x"] for note in figure["layout"]["annotations"]] == [0, 1, 0, 1]
    # No shape says of an outlet of the other story that it is silent, or that it was not searched.
    assert sum(len(trace["x"]) for trace in figure["data"]) == 4
    labels = figure["layout"]["yaxis"]["ticktext"]
    assert [story for label in labels for story in ("Ferries", "Trains") if story in label] == ["Ferries", "Trains"]


def test_one_story_alone_has_no_heading_of_its_own() -> None:
    drawn = two_stories()
    alone = replace(drawn, lines=drawn.lines[:1])
    assert len(agreement_chart(alone, None).figure["layout"]["yaxis"]["ticktext"]) == 1
    assert "one story" not in agreement_chart(alone, None).note


def test_outlets_without_room_are_counted_and_stand_in_the_table() -> None:
    names = {f"paper-{n:02}": f"Paper {n:02}" for n in range(MOST + 5)}
    cells = tuple(
        # The last of them states it: it has a column before those that do not.
        Cell(
            slug, STATED if n >= MOST else NOTHING, int(n >= MOST), STATING.also(source=slug) if n >= MOST else None, 0
        )
        for n, slug in enumerate(names)
    )
    line = ClaimLine("c", "Two ferries collided.", (), Count(STATING, 5), 5, cells)
    chart = agreement_chart(Claims((line,), 1, {}, 0, 0, names, {"c": line.gist}), None)
    shown = [note["text"] for note in chart.figure["layout"]["annotations"]]
    assert len(shown) == MOST
    assert shown[-5:] == [f"Paper {n:02}" for n in range(MOST, MOST + 5)]
    assert len(chart.rows) == len(names)
    assert "5 more outlets are not drawn, those with most are" in chart.note
    assert "not drawn" not in agreement_chart(two_stories(), None).note


def test_what_is_not_found_is_called_so_in_the_legend_whatever_its_shape() -> None:
    for state in (RELATED, NOTHING):
        assert "not found" in LOOKS[state][3]
    for state in (STATED, OTHERWISE, DIFFERENTLY, ELSEWHERE):
        assert LOOKS[state][3].startswith("states it")
    traces = agreement_chart(two_stories(), None).figure["data"]
    sign = {trace["name"]: trace["text"] for trace in traces}[LOOKS[RELATED][3]]
    assert list(sign) == ["≈"]
    assert sign[0] in LOOKS[RELATED][3]


def test_columns_never_run_into_each_other() -> None:
    """The widest shape fits its column, in the frame that a narrow page moves sideways."""
    for n in (2, 8, 9, MOST):
        names = {f"paper-{i}": f"The Paper of Town {i}" for i in range(n)}
        cells = tuple(Cell(slug, STATED, 1, STATING.also(source=slug), 1) for slug in names)
        line = ClaimLine("c", "Two ferries collided.", (), Count(STATING, n), n, cells)
        chart = agreement_chart(Claims((line,), 1, {}, 0, 0, names, {"c": line.gist}), None)
        assert chart.frame * 16 >= chart.least
        room = chart.least - LABELS - (BEYOND if n > 8 else 0)
        # Plotly draws a diamond 1.3 times as wide as its size says.
        assert room / n >= max(size * (1.3 if symbol == "diamond" else 1) for symbol, _, size, _ in LOOKS.values())


def test_the_title_is_true_of_what_is_in_view() -> None:
    cells = ((STATED, True), (NOTHING, True), (NOTHING, True), (NOTHING, True))

    def title(**counts: int) -> str:
        return agreement_chart(answer(*cells, **counts), None).title

    assert title(n=4) == "4 statements told by two outlets or more"
    assert (
        title(n=4, differ=1)
        == "4 statements told by two outlets or more, 1 of them with another number or date, or the opposite"
    )
    assert title(n=4, alone=4, differ=2) == (
        "4 statements told by one outlet in view and by others outside the filters, "
        "2 of them with another number or date, or the opposite"
    )
    assert title(n=4, alone=3) == "4 statements told by two outlets or more, 3 of them by only one in view"
    assert title(n=0) == "No statement is shared by two outlets"


def test_under_one_outlet_no_statement_is_told_by_two(store: Store) -> None:
    assert "two outlets" in agreement_chart(claims(store, View()), None).title
    assert "two outlets" not in agreement_chart(claims(store, View(sources=("harbor-wire",))), None).title
