"""What the numbers page says of a row is true of the numbers in view, whatever the build saw beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from lib.ask.leads import leads
from lib.ask.ledger import Row as Shown
from lib.ask.ledger import every_number, ledger
from lib.charts.ledger import ledger_chart
from lib.corrections import Correction
from lib.evidence import Mark
from lib.store.corrected import trial
from lib.store.engine import Store
from lib.store.facts import evidence, total
from lib.view import View
from tests.ask.told import Number, Row, numbers
from tests.views import views

WHY = (
    "Compared: the same thing counted; “about 40 boats” (Ash Post) and “60 boats” (Cove Mail) exclude each other; "
    "Birch Echo and Dale Star carry copies of one story."
)
PLANNED = "planned or projected, not so yet"
PLANNED_WHY = (
    f"Related to “about 40 boats” (Ash Post), not compared with it: {PLANNED}. Only Birch Echo gives this number."
)
TOLD = [
    Number("Ash Post", 3, "about 40 boats", 40, 40, "about"),
    Number("Birch Echo", 4, "40 boats", 40, 40),
    Number("Cove Mail", 5, "60 boats", 60, 60),
    Number("Ash Post", 9, "some 40 of the boats", 40, 40, "about"),
    Number("Cove Mail", 25, "80 boats", 80, 80),
    Number("Birch Echo", 5, "90 boats", 90, 90, status="planned", row="planned"),
]  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = numbers(tmp_path, TOLD, [Row("boats", True, WHY, 3), Row("planned", False, PLANNED_WHY, 1)])
    yield opened
    opened.close()


def _rows(store: Store, view: View) -> dict[str, Shown]:
    return {row.ledger_id: row for topic in ledger(store, view).topics for row in topic.rows}


def test_without_filters_the_build_has_the_word(store: Store) -> None:
    rows = _rows(store, View())
    assert (rows["boats"].differs, rows["boats"].why) == (True, WHY)
    assert (rows["planned"].differs, rows["planned"].why) == (False, PLANNED_WHY)
    assert ledger(store, View()).n_differ == 1


@pytest.mark.parametrize("view", [View(sources=("ash-post", "birch-echo")), View(until=dt.date(2022, 3, 4))])
def test_outlets_whose_numbers_in_view_fit_do_not_differ(store: Store, view: View) -> None:
    row = _rows(store, view)["boats"]
    assert not row.differs
    assert row.why == "In this view no two outlets exclude each other within ten days."
    assert ledger(store, view).n_differ == 0
    assert leads(store, view).numbers == ()


def test_the_reason_names_the_numbers_in_view_that_exclude_each_other(store: Store) -> None:
    view = View(sources=("birch-echo", "cove-mail"))
    row = _rows(store, view)["boats"]
    assert row.differs
    assert row.why == "In this view “40 boats” (Birch Echo) and “60 boats” (Cove Mail) exclude each other."
    assert leads(store, view).numbers == ("boats",)


def test_a_row_that_is_not_compared_says_why_without_the_number_that_is_hidden(store: Store) -> None:
    view = View(sources=("birch-echo",))
    rows = _rows(store, view)
    assert rows["boats"].why == "In this view only Birch Echo gives a number."
    assert rows["planned"].why == (
        f"Related to other numbers of this topic, not compared with them: {PLANNED}. "
        "In this view only Birch Echo gives a number."
    )


def test_numbers_far_apart_in_time_or_of_one_origin_do_not_differ(tmp_path: Path) -> None:
    told = [
        Number("Ash Post", 3, "40 boats", 40, 40),
        Number("Cove Mail", 20, "60 boats", 60, 60),
        Number("Dale Star", 4, "70 boats", 70, 70, origin=f"{0:016x}"),
        Number("Elm Times", 30, "75 boats", 75, 75),
    ]
    store = numbers(tmp_path, told, [Row("boats", True, "Test.", 9)])
    two = View(sources=("ash-post", "cove-mail"))
    for view in (two, View(sources=("ash-post", "dale-star"))):
        assert not _rows(store, view)["boats"].differs
    assert _rows(store, View(sources=("cove-mail", "elm-times")))["boats"].differs
    answer = ledger(store, two)
    chart = ledger_chart(answer.topics[0], 0, answer.sources, dict.fromkeys(answer.sources, "#2A6FBB"), None)
    assert chart.title == "Boats: Ash Post and Cove Mail give 40 to 60"
    store.close()


def test_a_number_that_a_correction_takes_away_differs_from_nothing(store: Store) -> None:
    drops = [
        Correction.of("drop", {"article": article, "start": str(start), "end": str(end), "as": "boilerplate"})
        for article, start, end in store.rows(
            "select a.article_id, f.start_at, f.end_at from quantities f join articles a on a.article_no = f.article_no"
            " where f.low in (60, 80)"
        )
    ]
    with trial(store.folder, drops) as after:
        row = _rows(after, View())["boats"]
        assert not row.differs
        assert "60 boats" not in row.why
        assert ledger(after, View()).n_differ == 0


@pytest.mark.parametrize(
    "view", [View(), View(since=dt.date(2022, 3, 8)), View(text="some 40"), View(sources=("ash-post",))]
)
def test_the_words_of_a_figure_stand_in_a_sentence_that_it_opens(store: Store, view: View) -> None:
    for row in _rows(store, view).values():
        for figure in row.figures:
            opened = evidence(store, view, figure.mark)
            assert len(opened) == figure.n
            assert figure.words in [e.parts[1] for e in opened]


def test_of_several_wordings_the_first_in_time_stands(store: Store) -> None:
    (figure,) = [f for f in _rows(store, View())["boats"].figures if f.slug == "ash-post"]
    assert figure.words == "about 40 boats"


def test_a_row_is_planned_where_most_of_its_numbers_in_view_are(tmp_path: Path) -> None:
    told = [
        Number("Ash Post", 3, "40 boats", 40, 40),
        Number("Birch Echo", 3, "41 boats", 41, 41),
        Number("Cove Mail", 4, "42 boats", 42, 42, status="planned"),
    ]
    store = numbers(tmp_path, told, [Row("boats", False, "Test.", 3)])
    assert _rows(store, View())["boats"].status == "happened"
    assert _rows(store, View(sources=("cove-mail",)))["boats"].status == "planned"
    store.close()


def test_a_table_that_ends_before_the_last_number_knows_how_many_there_are(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = every_number(store, View())
    assert (len(every.rows), every.n, every.title) == (6, 6, "Every number in view")
    monkeypatch.setattr("lib.ask.ledger.MOST", 4)
    some = every_number(store, View())
    assert (len(some.rows), some.n) == (4, total(store, View(), Mark("quantities")))
    assert some.title == "The first 4 of 6 numbers in view"


@settings(max_examples=15, deadline=None)
@given(view=views())
def test_words_and_findings_hold_under_every_view(hostile_store: Store, view: View) -> None:
    answer = ledger(hostile_store, view)
    assert answer.n_differ >= sum(topic.differs for topic in answer.topics)
    for topic in answer.topics:
        for row in topic.rows:
            assert not row.differs or len({f.slug for f in row.figures}) > 1
            for figure in row.figures:
                assert figure.words in [e.parts[1] for e in evidence(hostile_store, view, figure.mark)]


def test_each_number_has_the_day_it_was_first_given_and_all_who_are_said_to_give_it(tmp_path: Path) -> None:
    told = [
        Number("Ash Post", 5, "40 boats", 40, 40, speaker="the mayor"), Number("Ash Post", 3, "40 boats", 40, 40),
        Number("Ash Post", 6, "40 boats", 40, 40, speaker="the  mayor"),
        Number("Cove Mail", 4, "60 boats", 60, 60, speaker="the coastguard"),
    ]  # fmt: skip
    opened = numbers(tmp_path, told, [Row("boats", False, "Test.", 2)])
    (topic,) = ledger(opened, View()).topics
    found = {f.slug: (f.first, f.speakers, f.n) for row in topic.rows for f in row.figures}
    assert found == {
        "ash-post": (dt.date(2022, 3, 3), ("", "the mayor"), 3),
        "cove-mail": (dt.date(2022, 3, 4), ("the coastguard",), 1),
    }
    opened.close()
