"""For every number under every view: what is shown = the evidence opened = the spans highlighted."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from lib.evidence import DIMENSIONS, UNITS, Mark
from lib.store.engine import Store
from lib.store.facts import count, evidence, total
from lib.view import View
from tests.views import views

#: One sentence may be nearest to several claims, and one word may make two differences: these are counted by claim.
WITHIN = {"nearest": ("claim",), "differences": ("claim", "kind")}
SPLITS = [
    (fact, tuple(dict.fromkeys((*WITHIN.get(fact, ()), dimension))))
    for fact, names in DIMENSIONS.items()
    for dimension in (*names, "story")
]
SPLITS += [
    ("mentions", ("entity", "source")),
    ("mentions", ("entity", "reported-day")),
    ("mentions", ("source", "reported-week")),
    ("events", ("happened-month", "status")),
    ("events", ("participant", "happened-day")),
    ("quotes", ("speaker", "source")),
    ("articles", ("source", "reported-day")),
    ("sentences", ("named", "source")),
]
relaxed = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize(("fact", "by"), SPLITS)
@relaxed
@given(view=views())
def test_a_number_equals_the_spans_that_it_opens(store: Store, fact: str, by: tuple[str, ...], view: View) -> None:
    for unit in UNITS:
        for counted in count(store, view, fact, by, unit):
            opened = evidence(store, view, counted.mark)
            assert len(opened) == counted.n
            assert len({(e.article_id, e.start, e.end) for e in opened}) == counted.n
            assert total(store, view, counted.mark) == counted.n
            for e in opened:
                assert "".join(e.parts) == e.passage


@relaxed
@given(view=views())
def test_the_spans_of_the_articles_add_up_to_the_mark(store: Store, view: View) -> None:
    mark = Mark("mentions", (("entity", "russia"),))
    everywhere = evidence(store, view, mark)
    apart = [e for key in {e.article_id for e in everywhere} for e in evidence(store, view, mark, article=key)]
    assert sorted(map(repr, apart)) == sorted(map(repr, everywhere))


@relaxed
@given(view=views())
def test_a_mark_survives_its_url(store: Store, view: View) -> None:
    for counted in count(store, view, "mentions", ("entity", "alias")):
        link = view.but(mark=counted.mark).to_query()
        again = View.from_query(link)
        assert again.mark is not None
        assert len(evidence(store, again, again.mark)) == counted.n


def test_a_page_of_evidence_is_a_slice_of_all(store: Store) -> None:
    everything = evidence(store, View(), Mark("mentions"))
    assert evidence(store, View(), Mark("mentions"), limit=5, offset=3) == everything[3:8]


def test_highlights_are_the_words_counted(store: Store) -> None:
    for e in evidence(store, View(), Mark("mentions", (("alias", "Ada Marsh"),))):
        assert e.parts[1] == "Ada Marsh"


@pytest.mark.parametrize("value", ["'; drop table mentions; --", "\x00", "9999-99-99", "🌊", "a" * 2000])
def test_a_hostile_mark_opens_nothing(store: Store, value: str) -> None:
    for fact, names in DIMENSIONS.items():
        for name in (*names, "reported-day"):
            assert evidence(store, View(), Mark(fact, ((name, value),))) == []
