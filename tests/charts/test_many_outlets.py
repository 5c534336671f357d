"""Charts of a corpus of many outlets: what has no room is counted, and stands in the table."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lib.ask.sources import sources
from lib.charts.attribution import attribution_chart
from lib.charts.matrix import MOST, Cell, matrix_chart, with_squares
from lib.charts.side_by_side import actors_by_source_chart
from lib.charts.theme import SOURCE_COLOURS
from lib.charts.volume import volume_chart
from lib.evidence import Mark
from lib.store.engine import Store
from lib.view import View
from tests.charts.drawn import draw

MARK = Mark("mentions")


def test_outlets_without_a_square_take_no_column() -> None:
    drawn, said = with_squares(["b", "d", "b"], ["a", "b", "c", "d"])
    assert drawn == ["b", "d"]
    assert said == "2 outlets in view have none of these and no column."
    assert with_squares(["a", "b"], ["a", "b"]) == (["a", "b"], "")
    assert "no row" in with_squares(["a"], ["a", "b"], "row")[1]


def test_of_too_many_outlets_those_with_most_squares_are_drawn_in_their_order() -> None:
    order = [f"paper-{n:02}" for n in range(MOST + 3)]
    drawn, said = with_squares([*order, *order[3:]], order)
    assert drawn == order[3:]
    assert said.startswith("3 more outlets are not drawn")


def test_what_is_not_drawn_stands_in_the_table_and_leaves_no_empty_row() -> None:
    cells = [Cell("Ada Marsh", "Ash", 2, MARK), Cell("Geneva", "Birch", 1, MARK), Cell("Geneva", "Ash", 1, MARK)]
    cells.append(Cell("Tidal Council", "Birch", 4, MARK))
    chart = matrix_chart(
        "k", "t", cells, ["Ada Marsh", "Geneva", "Tidal Council"], ["Ash"], "times", None, ("actor", "outlet")
    )
    assert list(chart.figure["layout"]["yaxis"]["categoryarray"]) == ["Ada Marsh", "Geneva"]
    assert set(chart.figure["data"][0]["x"]) == {"Ash"}
    assert [row[2] for row in chart.rows] == [2, 1, 1, 4]


@pytest.mark.parametrize("which", ["volume", "attribution"])
def test_bars_of_more_outlets_than_have_room_are_counted(many_store: Store, store: Store, which: str) -> None:
    def chart(of: Store):  # type: ignore[no-untyped-def]
        answer = sources(of, View())
        colours = dict.fromkeys(answer.names, SOURCE_COLOURS[0])
        return (
            volume_chart(answer, colours, None) if which == "volume" else attribution_chart(answer, answer.names, None)
        )

    drawn = chart(many_store)
    outlets = {name for trace in drawn.figure["data"] for name in trace["y"]}
    listed = {row[0] for row in drawn.rows}
    assert len(outlets) == MOST < len(listed)
    found = re.match(r"(\d+) more outlets are not drawn", drawn.note)
    assert found
    assert int(found[1]) == len(listed) - MOST
    assert not chart(store).note


def test_every_column_of_every_matrix_has_a_square(many_store: Store) -> None:
    for drawn in draw(many_store, View()):
        axis = drawn.chart.figure["layout"]["xaxis"]
        if drawn.chart.key in ("actors-by-source", "speakers", "described"):
            (trace,) = drawn.chart.figure["data"]
            assert set(axis["categoryarray"]) == set(trace["x"])
            assert len(axis["categoryarray"]) <= MOST


def test_how_many_stand_in_every_outlet_is_said_in_english(store: Store) -> None:
    answer = sources(store, View())

    def said(n: int) -> str:
        return actors_by_source_chart(replace(answer, n_everywhere=n), None).title.partition(", ")[2]

    assert [said(n) for n in (0, 1, 2)] == [
        "none stands in every outlet", "one stands in every outlet", "two stand in every outlet",
    ]  # fmt: skip
