"""Labels of rows: to Plotly a label is the row's identity, so that two entities must never share one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.ask.entities import Ranked, Ranking
from lib.ask.named import Named
from lib.ask.sources import Sources, Speaker
from lib.ask.unshared import Outlet, Unshared
from lib.charts.labels import apart, labels
from lib.charts.ranking import ranking_chart
from lib.charts.side_by_side import speakers_chart
from lib.charts.unshared import unshared_chart
from lib.evidence import Mark
from lib.store.facts import Count

MINISTRIES = ["Ministry of Foreign Affairs of Russia", "Ministry of Foreign Affairs of Ukraine"]


def test_two_long_names_that_begin_alike_keep_what_tells_them_apart() -> None:
    assert labels([*MINISTRIES, "Poland"], 28) == [
        "Ministry of F…airs of Russia", "Ministry of F…irs of Ukraine", "Poland",
    ]  # fmt: skip
    assert labels(MINISTRIES[:1], 28) == ["Ministry of Foreign Affairs…"]


def test_one_name_of_two_is_numbered() -> None:
    assert apart(["Georgia", "Georgia (2)", "Georgia"]) == ["Georgia", "Georgia (2)", "Georgia (3)"]


@given(st.lists(st.text("ab<& ", max_size=9), max_size=8), st.integers(3, 8))
def test_no_two_labels_are_ever_one(names: list[str], limit: int) -> None:
    found = labels(names, limit)
    assert len(set(found)) == len(names)
    assert not any("<" in label for label in found)


@pytest.mark.parametrize("names", [MINISTRIES, ["Georgia", "Georgia"]])
def test_each_entity_has_a_row_of_its_own(names: list[str]) -> None:
    entities = []
    for i, name in enumerate(names):
        mark = Mark("mentions", (("entity", f"e{i}"), ("source", "post")))
        entities.append(Ranked(f"e{i}", name, "ORG", 4 + i, mark, (Count(mark, 4 + i),), {"post": 1.0}))
    ranking = Ranking(tuple(entities), len(entities), {"post": 100}, {"post": 9})
    drawn = ranking_chart(ranking, {"post": "The Post"}, {"post": "#123456"}, None, "rows", False).figure["data"][0]
    assert len(set(drawn["y"])) == 2
    assert list(drawn["x"]) == [4, 5]

    marks = [Mark("quotes", (("source", "post"), ("speaker", f"e{i}"))) for i in range(2)]
    speakers = tuple(Speaker("post", Named(f"e{i}", names[i], "ORG", 4 + i, marks[i])) for i in range(2))
    answer = Sources((), (), (), 0, 0, (), speakers, (), {"post": "The Post"})
    chart = speakers_chart(answer, None)
    assert sorted(chart.figure["data"][0]["text"]) == ["4", "5"]
    assert len(set(chart.figure["layout"]["yaxis"]["ticktext"])) == 2


def test_each_outlet_has_a_bar_of_its_own() -> None:
    marks = [Mark("unshared", (("source", f"o{i}"), ("near", "no"))) for i in range(2)]
    outlets = [Outlet(f"o{i}", MINISTRIES[i], Count(marks[i], 4 + i), Count(marks[i], 0)) for i in range(2)]
    chart = unshared_chart(Unshared(tuple(outlets), 0, False), None)
    assert [row[2] for row in chart.rows] == [4, 5]
    (drawn,) = chart.figure["data"]
    assert len(set(drawn["y"])) == 2
    assert list(drawn["y"]) == list(chart.figure["layout"]["yaxis"]["categoryarray"])
