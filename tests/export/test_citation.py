"""A citation names corpus, build, filters, day and link; no parameter that filters goes unsaid."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from hypothesis import given, settings

from lib.export.citation import address
from lib.export.filters import NOT_FILTERS, SAID, filters
from lib.parameters import PARAMETERS
from lib.store.engine import Store
from lib.view import View
from tests.export.examples import BASE, VIEW, citation
from tests.views import views


def test_one_line_says_all(store: Store) -> None:
    line = citation(store).line
    assert line == (
        "What Harbor Wire and The Meridian Post reported about Russia [Actors: Russia; Outlets: Harbor Wire and The "
        "Meridian Post]. Dateline, corpus “small”, build 20220206T000000-7e570001 of 6 Feb 2022. Read on 4 Mar 2026. "
        f"{citation(store).address}"
    )


def test_every_parameter_is_said_or_named_elsewhere() -> None:
    assert {p.field for p in PARAMETERS} == set(SAID) | NOT_FILTERS


@settings(max_examples=40, deadline=None)
@given(views())
def test_the_address_reproduces_the_view(view: View) -> None:
    query = dict(parse_qsl(urlsplit(address(BASE + "?old=1#x", view, "small", "g1")).query))
    assert View.from_query(query) == view.but(corpus="small", generation="g1")
    assert len(filters(view, {})) == len(view.but(corpus="", generation="", page=View().page, mark=None).to_query())


def test_the_whole_corpus_has_no_filters(store: Store) -> None:
    cited = citation(store, View())
    assert cited.filters == ()
    assert cited.fields()["filters"] == "none"
    assert VIEW.filtered
