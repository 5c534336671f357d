"""A view is a value: its URL form round-trips, and no URL breaks it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.evidence import MOST_DIMENSIONS, Mark
from lib.parameters import PARAMETERS
from lib.phrase import describe
from lib.view import View
from tests.views import marks, views

NAMES = {"harbor-wire": "Harbor Wire", "b": "B", "c": "C", "russia": "Russia", "ukraine": "Ukraine"}


@given(view=views(text=st.text()), mark=st.none() | marks())
def test_every_view_round_trips(view: View, mark: object) -> None:
    view = view.but(mark=mark)
    assert View.from_query(view.to_query()) == view
    assert View.read_query(view.to_query())[1] == ()


@given(st.dictionaries(st.sampled_from([p.key for p in PARAMETERS]) | st.text(max_size=9), st.text()))
def test_no_url_raises(query: dict[str, str]) -> None:
    view = View.from_query(query)
    assert View.from_query(view.to_query()) == view


@given(st.sampled_from(["entity", "alias"]), st.characters() | st.just("\ud800"), st.integers(1, 2100))
def test_no_mark_of_a_url_raises(name: str, character: str, n: int) -> None:
    view, notices = View.read_query({"open": f"mentions:{name}={character * n}"})
    assert (view.mark is None) == bool(notices)
    assert View.from_query(view.to_query()) == view


@pytest.mark.parametrize("value", ["é" * 400, "a b" * 500, "\ud800", "%C3%A9" * 400])
def test_a_mark_that_no_url_holds_is_left_out_and_told(value: str) -> None:
    view, notices = View.read_query({"actor": "russia", "open": f"mentions:alias={value}"})
    assert view == View(actors=("russia",))
    assert [said for said in notices if said.startswith("“open” was left out")] == list(notices) != []


def test_lists_begin_anew_where_they_list_something_else() -> None:
    mark = Mark("mentions")
    before = View(page=2, events_page=3, articles_page=4, evidence_page=5, mark=mark)
    first = View(mark=mark)
    assert before.but(text="talks").turned_back(before) == first.but(text="talks")
    assert before.but(unit="articles").turned_back(before) == before.but(unit="articles")
    other = Mark("events")
    assert before.but(mark=other).turned_back(before) == before.but(mark=other, evidence_page=1)
    assert before.but(evidence_page=6).turned_back(before).evidence_page == 6
    assert before.but(mark=None).evidence_page == 1  # nothing is listed
    assert before.asked == View(page=2)


def test_every_field_can_be_shared() -> None:
    assert {f.name for f in dataclasses.fields(View)} == {p.field for p in PARAMETERS}


@pytest.mark.parametrize(
    ("query", "notice"),
    [
        ({"from": "2022-02-31"}, "not a day such as"),
        ({"from": "2022-02-05", "to": "2022-02-01"}, "reversed"),
        ({"actor": "<script>alert(1)</script>"}, "is not an id"),
        ({"type": "PERSON,ALIEN"}, "ALIEN"),
        ({"text": "x" * 10_000}, "cut to its first 200"),
        ({"open": "ghosts:x=y"}, "cannot be counted"),
        ({"colour": "red"}, "no such setting"),
        ({"unit": "pounds"}, "not one of rows, articles"),
        ({"actor": ",".join(f"a{n}" for n in range(60))}, "only the first 40"),
    ],
)
def test_a_notice_says_what_was_left_out(query: dict[str, str], notice: str) -> None:
    _, notices = View.read_query(query)
    assert any(notice in said for said in notices), notices


def test_a_mark_in_a_link_has_few_dimensions() -> None:
    few, many = (Mark("mentions", (("entity", "russia"),) * n).to_text() for n in (MOST_DIMENSIONS, 220))
    assert View.read_query({"open": few}) == (
        View(mark=Mark("mentions", (("entity", "russia"),) * MOST_DIMENSIONS)),
        (),
    )
    view, notices = View.read_query({"open": f"{few},entity=russia"})
    assert view.mark is None
    assert notices == (f"“open” was left out: it names {MOST_DIMENSIONS + 1} dimensions; at most 6 are allowed",)
    assert View.read_query({"open": many.replace("russia", "a")})[0].mark is None


def test_reversed_dates_are_read_the_other_way_round() -> None:
    view = View.from_query({"from": "2022-02-05", "to": "2022-02-01"})
    assert (view.since, view.until) == (dt.date(2022, 2, 1), dt.date(2022, 2, 5))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"mark": Mark("words", (("word", "é" * 400),))}, "too long"),
        ({"actors": tuple(f"a{n}" for n in range(41))}, "only the first 40 of 41"),
    ],
)
def test_what_an_address_has_no_room_for_is_refused_in_plain_words(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why) as refused:
        View().but(**changes)
    said = str(refused.value)
    assert len(said) < 200
    assert "Mark(" not in said
    assert "(" not in said


def test_a_view_that_no_url_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="actor"):
        View(actors=("a,b",))
    with pytest.raises(ValueError, match="after it ends"):
        View(since=dt.date(2022, 2, 2), until=dt.date(2022, 2, 1))


@pytest.mark.parametrize(
    ("view", "sentence"),
    [
        (View(), "What all seven outlets reported"),
        (View(story="s1"), "What the outlets reported in the story “s1”"),
        (
            View(
                sources=("harbor-wire", "b", "c"),
                actors=("russia",),
                since=dt.date(2022, 2, 1),
                until=dt.date(2022, 2, 4),
            ),
            "What Harbor Wire and two others reported about Russia, 1–4 Feb 2022",
        ),
        (
            View(actors=("russia", "ukraine"), together=True),
            "What all seven outlets reported about Russia and Ukraine together",
        ),
        (View(actors=("russia", "ukraine")), "What all seven outlets reported about Russia or Ukraine"),
        (
            View(types=("PERSON",), text="flag", until=dt.date(2022, 2, 4), dates="happened"),
            "What all seven outlets reported in sentences naming people with the words “flag”, "
            "on what happened up to 4 Feb 2022",
        ),
    ],
)
def test_a_view_says_itself_in_english(view: View, sentence: str) -> None:
    assert describe(view, NAMES, 7) == sentence


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "3000-01-01"])
def test_a_day_at_the_end_of_the_calendar_is_left_out(day: str) -> None:
    view, notices = View.read_query({"from": day, "to": day})
    assert (view.since, view.until) == (None, None)
    assert len(notices) == 2
