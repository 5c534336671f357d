"""Told by one outlet alone: numbers are those of their lists, and no filter makes an outlet stand alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from lib.ask.unshared import MOST, PAGE, Outlet, Unshared, every_unshared, statements, unshared
from lib.evidence import Mark
from lib.store.engine import Store
from lib.store.facts import Count, evidence, total
from lib.view import View
from tests.views import views

relaxed = settings(max_examples=15, deadline=None)


@relaxed
@given(view=views())
def test_the_list_of_an_outlet_is_as_long_as_its_numbers(store: Store, view: View) -> None:
    found = unshared(store, view)
    for outlet in found.outlets:
        listed = [line for n in range(outlet.pages) for line in statements(store, view, outlet.slug, n + 1)]
        assert [line.perhaps for line in listed] == [False] * outlet.alone.n + [True] * outlet.perhaps.n
        assert len({line.mark for line in listed}) == outlet.n
        assert {line.source for line in listed} == {outlet.name}
        for counted in (outlet.alone, outlet.perhaps):
            opened = (
                {(e.article_id, e.start, e.end) for e in evidence(store, view, counted.mark)} if counted.n else set()
            )
            told = {(x.article_id, x.start, x.end) for x in listed if x.perhaps == (counted is outlet.perhaps)}
            assert opened == told
    every = every_unshared(store, view)
    assert len(every) == found.n_alone + found.n_perhaps == total(store, view, Mark("unshared"))


@relaxed
@given(view=views())
def test_offsets_cut_the_sentence_and_its_nearest_is_of_another_outlet(hostile_store: Store, view: View) -> None:
    texts = dict(hostile_store.rows("select article_id, text from articles"))
    for line in every_unshared(hostile_store, view):
        assert texts[line.article_id][line.start : line.end] == line.passage
        assert total(hostile_store, view, line.mark) == 1
        if line.nearest:
            assert texts[line.nearest.article_id][line.nearest.start : line.nearest.end] == line.nearest.passage
            assert line.nearest.source != line.source


def test_filters_choose_what_is_listed_and_not_where_it_was_looked_for(store: Store) -> None:
    whole = {line.mark: line for line in every_unshared(store, View())}
    for slug in ("harbor-wire", "northgate-herald"):
        some = every_unshared(store, View(sources=(slug,)))
        assert 0 < len(some) < len(whole)
        assert all(line == whole[line.mark] for line in some)
    for line in whole.values():
        assert line.n_searched == store.one(
            "select count(*) from articles a join articles b on b.story_no = a.story_no and b.source <> a.source"
            " where a.article_id = ?",
            [line.article_id],
        )
        assert line.n_searched > 0


def test_an_outlets_statements_stand_in_the_order_of_its_articles(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lib.ask.unshared.PAGE", 3)
    outlet = max(unshared(store, View()).outlets, key=lambda outlet: outlet.n)
    listed = [line for n in range(outlet.pages) for line in statements(store, View(), outlet.slug, n + 1)]
    assert outlet.pages > 1
    assert len(listed) == outlet.n
    for perhaps in (False, True):
        days = [str(line.published) for line in listed if line.perhaps == perhaps]
        assert days == sorted(days)
        assert len(days) > 1


def test_the_outlet_asked_for_is_listed_else_the_one_with_most() -> None:
    def outlet(slug: str, alone: int, perhaps: int) -> Outlet:
        return Outlet(slug, slug, Count(Mark("unshared"), alone), Count(Mark("unshared"), perhaps))

    answer = Unshared((outlet("a", 2, 9), outlet("b", 3, 0), outlet("c", 3, 1)), 0, False)
    assert [found.slug for slug in ("a", "", "no-such") if (found := answer.chosen(slug))] == ["a", "c", "c"]
    assert Unshared((), 0, False).chosen("a") is None
    assert [outlet("a", alone, 0).pages for alone in (0, 1, PAGE, PAGE + 1)] == [1, 1, 1, 2]


def test_articles_that_nothing_can_be_compared_with_are_counted(store: Store, empty_store: Store) -> None:
    assert unshared(empty_store, View()) == Unshared((), 0, False)
    lonely = store.rows(
        "select story_no, count(*) from articles group by story_no"
        " having count(distinct source) = 1 or story_no is null"
    )
    assert unshared(store, View()).n_uncompared == sum(n for _, n in lonely)


def test_a_table_that_ends_early_says_how_many_there_are(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = every_unshared(store, View())
    assert len(whole) < MOST
    monkeypatch.setattr("lib.ask.unshared.MOST", 3)
    assert every_unshared(store, View()) == whole[:3]
