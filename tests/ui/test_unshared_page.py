"""Told by one outlet alone, on the page Claims: honest words, one outlet's list, every number to its sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.ask.unshared import Alone, NearestSentence, Unshared, every_unshared, statements, unshared
from lib.relate.claims.lexicon import limits
from lib.store.engine import Store
from lib.ui.markup import escape
from lib.ui.unshared import HEADING, HOW, say_nothing, say_score, say_search
from lib.view import View
from tests.corpora import World, build
from tests.ui.driving import figures, html, open_page, passages, query

PAGE = "pages/claims.py"
WHY = "Shared: both name Poland. Missing: what happens."


def _line(score: float, perhaps: bool, near: bool = True) -> Alone:
    there = NearestSentence("b", "Ash Post", "Ships", None, "", 0, 4, "Sail.") if near else None
    return Alone("a", "Bay", "T", None, "", "", 0, 5, "Words", "outlet", "", perhaps, score, WHY, there, 12)


def test_what_was_looked_through_is_said_and_nothing_is_called_omitted() -> None:
    said = say_search(_line(0.04, False))
    assert said == (
        "No sentence of the other outlets’ 12 loaded articles on this story was found that states this; "
        "the nearest is one of Ash Post, score 0.04. Shared: both name Poland. It lacks: what happens."
    )
    assert "near enough that it may state the same" in say_search(_line(0.2, True))
    assert say_search(_line(0.0, False, near=False)).startswith("Looked for in the other outlets’ 12 loaded articles")
    for words in (HOW, said, HEADING):
        assert "only" not in words.lower()
    assert "Not found is not omitted" in HOW


def test_the_threshold_that_is_named_is_the_one_that_is_used() -> None:
    assert f"from {limits()['related_score']} on" in " ".join(HOW.split())
    assert [say_score(score) for score in (0.1499, 0.15, 0.29, 1.0, 0.0)] == ["0.14", "0.15", "0.29", "1.00", "0.00"]


def test_the_list_of_the_outlet_with_most_is_shown_with_its_nearest_sentences(store: Store) -> None:
    at = open_page(PAGE)
    assert not at.exception
    found = unshared(store, View())
    chosen = found.chosen("")
    assert chosen
    shown = html(at)
    for line in statements(store, View(), chosen.slug, 1):
        assert f'<p class="dl-passage">{escape(line.passage)}</p>' in shown
        if line.nearest:
            assert f"Nearest, score {say_score(line.score)}:" in shown
            assert escape(line.nearest.passage) in shown
    assert HEADING in [h.value for h in at.header]
    assert any(c.value == HOW for c in at.caption)
    assert "outlet" not in query(at)


def test_another_outlet_is_in_the_address_and_its_list_begins_anew(store: Store) -> None:
    chosen = unshared(store, View()).chosen("")
    assert chosen
    other = next(o for o in unshared(store, View()).outlets if o.slug != chosen.slug)
    at = open_page(PAGE, alone="2")
    choice = next(s for s in at.selectbox if s.key == "set-outlet")
    choice.select(next(o for o in choice.options if o.startswith(f"{other.name} ("))).run()
    assert not at.exception
    assert query(at)["outlet"] == other.slug
    assert "alone" not in query(at)
    first = statements(store, View(), other.slug, 1)
    assert all(escape(line.passage) in html(at) for line in first)
    cold = open_page(PAGE, outlet=other.slug)
    assert all(escape(line.passage) in html(cold) for line in first)


def test_an_outlet_that_is_not_there_is_said_and_left_out(store: Store) -> None:
    at = open_page(PAGE, outlet="no-such-paper")
    assert not at.exception
    assert any("no-such-paper" in w.value.replace("\\", "") for w in at.warning)


def test_a_number_opens_its_sentences(store: Store) -> None:
    outlet = min((o for o in unshared(store, View()).outlets if o.alone.n), key=lambda o: o.alone.n)
    at = open_page(PAGE, open=outlet.alone.mark.to_text())
    assert not at.exception
    assert len(passages(at)) == outlet.alone.n
    traces = [trace for figure in figures(at).values() for trace in figure["data"]]
    drawn = next(trace for trace in traces if trace.get("name") == "not found in another outlet")
    assert outlet.alone.mark.to_text() in drawn["customdata"]


def test_filters_that_leave_nothing_say_so() -> None:
    assert say_nothing(Unshared((), 0, False), 3).startswith("Under these filters there is no statement")
    assert "2 articles in view tell stories" in say_nothing(Unshared((), 2, False), 3)
    assert "has one outlet" in say_nothing(Unshared((), 1, False), 1)
    assert "Build it again" in say_nothing(Unshared((), 0, True), 3)


def test_a_corpus_of_one_outlet_opens_without_a_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "one"
    build(folder, n_articles=4, world=World(sources=("Harbor Wire",)))
    monkeypatch.setenv("DATELINE_CORPUS", str(folder))
    at = open_page(PAGE)
    assert not at.exception
    assert HEADING not in [h.value for h in at.header]


def test_texts_that_try_to_be_markup_stay_text(on_hostile_corpus: None, hostile_store: Store) -> None:
    at = open_page(PAGE)
    assert not at.exception
    assert every_unshared(hostile_store, View())
    assert "<script" not in html(at)
