"""Questions on nothing, on one outlet, on articles without a day, and on links that went stale."""

from __future__ import annotations

import datetime as dt

import pytest

from lib.ask.about import about
from lib.ask.alone import alone
from lib.ask.catalogue import catalogue
from lib.ask.claims import claims
from lib.ask.entities import ranking, together
from lib.ask.ledger import ledger
from lib.ask.nearest import nearest
from lib.ask.opened import PAGE, bucket, opened, title
from lib.ask.overview import article_lines, overview
from lib.ask.sources import sources
from lib.ask.stories import stories
from lib.ask.timeline import timeline
from lib.ask.wording import own_words, wording
from lib.evidence import Mark
from lib.store.engine import Store
from lib.store.facts import count
from lib.view import View

NOTHING = View(text="xyzzy")


@pytest.mark.parametrize("which", ["store", "empty_store"])
def test_nothing_is_an_answer_too(request: pytest.FixtureRequest, which: str) -> None:
    store: Store = request.getfixturevalue(which)
    first = overview(store, NOTHING)
    assert (first.articles.n, first.mentions.n, first.events.n, first.quotes.n) == (0, 0, 0, 0)
    assert (first.n_sources, first.n_actors, first.first, first.last) == (0, 0, None, None)
    assert (article_lines(store, NOTHING), alone(store, NOTHING).lines) == ((), ())
    assert ranking(store, NOTHING).entities == ()
    assert together(store, NOTHING).pairs == ()
    dated = timeline(store, NOTHING)
    assert (dated.n, dated.window, dated.happenings, dated.bins) == (0, None, (), ())
    compared = sources(store, NOTHING)
    assert (compared.volumes, compared.shared, compared.only) == ((), (), ())
    worded = wording(store, NOTHING)
    assert (worded.names, worded.versus, worded.actors) == ({}, None, ())
    assert own_words(store, NOTHING, ("harbor-wire",)) == {"harbor-wire": ()}
    assert own_words(store, NOTHING, ()) == {}
    told = claims(store, NOTHING)
    assert (told.lines, told.n_claims, told.n_kinds, told.choices) == ((), 0, {}, {})
    assert (ledger(store, NOTHING).topics, ledger(store, NOTHING).n) == ((), 0)
    assert stories(store, NOTHING) == ()


def test_an_empty_corpus_describes_itself(empty_store: Store) -> None:
    found = catalogue(empty_store)
    assert (found.n_articles, found.first, found.sources, found.actors) == (0, None, (), ())
    assert about(empty_store).articles == ()


def test_articles_without_a_day_count_until_days_are_asked_for(store: Store) -> None:
    everything = overview(store, View())
    dated = overview(store, View(since=dt.date(1900, 1, 1)))
    assert everything.articles.n - dated.articles.n == everything.n_undated == 1
    undated = [c for c in count(store, View(), "articles", ("reported-day",)) if not c.value("reported-day")]
    assert [c.n for c in undated] == [1]
    panel = opened(store, catalogue(store), View(mark=undated[0].mark))
    assert panel
    assert (panel.n, panel.items[0].published) == (1, None)


def test_one_outlet_has_nobody_to_be_compared_with(store: Store) -> None:
    one = View(sources=("harbor-wire",))
    assert alone(store, one).n == 0
    compared = sources(store, one)
    assert [v.slug for v in compared.volumes] == ["harbor-wire"]
    assert compared.shared == ()
    assert own_words(store, one, ("harbor-wire",)) == {"harbor-wire": ()}


def test_what_the_corpus_does_not_have_is_dropped_and_said(store: Store) -> None:
    asked = View(actors=("russia", "atlantis"), sources=("no-paper",), entity="atlantis", article="f" * 16)
    view, notices = nearest(store, asked)
    assert view == View(actors=("russia",))
    assert len(notices) == 4
    assert all("was left out" in notice for notice in notices)
    assert nearest(store, View(actors=("russia",))) == (View(actors=("russia",)), ())


def test_an_id_of_an_earlier_build_finds_the_entity_that_has_the_name_now(store: Store) -> None:
    view, notices = nearest(store, View(actors=("russian", "marsh")))
    assert view.actors == ("russia", "ada-marsh")
    assert notices == ()


def test_an_id_of_an_earlier_build_is_followed_wherever_a_link_names_it(store: Store) -> None:
    mark = Mark("mentions", (("entity", "marsh"), ("alias", "marsh")))
    view, notices = nearest(store, View(entity="marsh", mark=mark))
    assert view == View(entity="ada-marsh", mark=Mark("mentions", (("entity", "ada-marsh"), ("alias", "marsh"))))
    assert notices == ()
    named = Mark("sentences", (("named", "russian"), ("named", "atlantis"), ("source", "russian")))
    view, notices = nearest(store, View(mark=named))
    assert view.mark == Mark("sentences", (("named", "russia"), ("named", "atlantis"), ("source", "russian")))
    nobody = View(mark=Mark("quotes", (("speaker", ""),)))
    assert nearest(store, nobody) == (nobody, ())


def test_a_followed_id_that_no_address_holds_closes_what_was_open(store: Store) -> None:
    mark = Mark("mentions", (("entity", "marsh"), ("alias", "x" * 1970)))
    assert len(mark.to_text()) <= 2000 < len(mark.to_text()) + len("ada-")
    view, notices = nearest(store, View(mark=mark))
    assert view == View()
    assert len(notices) == 1


def test_pages_of_evidence_cover_the_number_and_are_clamped(store: Store) -> None:
    view, known = View(mark=Mark("mentions")), catalogue(store)
    first = opened(store, known, view)
    assert first
    assert first.n > PAGE
    spans = [e for n in range(first.pages) for e in opened(store, known, view, n).items]  # type: ignore[union-attr]
    assert len(spans) == len(set(spans)) == first.n
    last = opened(store, known, view, 10_000)
    assert last
    assert last.page == first.pages - 1
    assert opened(store, known, View()) is None


@pytest.mark.parametrize("fact", ["mentions", "events", "quotes", "words", "sentences", "articles", "times"])
def test_every_mark_has_words(fact: str) -> None:
    assert title(Mark(fact), 1, {})[:2] == "1 "
    assert "harbor" in title(Mark(fact, (("source", "harbor"),)), 2, {})
    assert "Harbor Wire" in title(Mark(fact, (("source", "harbor"),)), 2, {"harbor": "Harbor Wire"})


def test_buckets_in_words() -> None:
    assert bucket("2022-02-03", "day") == "3 Feb 2022"
    assert bucket("2022-02-01", "month") == "Feb 2022"
    assert bucket("2022-01-01", "year") == "2022"
    assert "31 Jan 2022" in bucket("2022-01-31", "week")
    assert bucket("<b>", "week") == "<b>"


def test_the_panel_of_a_claim_says_which_claim(store: Store) -> None:
    claim_id, gist = store.rows("select claim_id, gist from claims order by claim_no limit 1")[0]
    panel = opened(store, catalogue(store), View(mark=Mark("statements", (("claim", claim_id),))))
    assert panel is not None
    assert panel.about == gist
    other = opened(store, catalogue(store), View(mark=Mark("mentions")))
    assert other is not None
    assert other.about == ""
