"""Each question's numbers against the same numbers computed from the Parquet files with pandas."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from lib.ask.about import about
from lib.ask.article import reader
from lib.ask.catalogue import catalogue
from lib.ask.entities import profile, ranking, together, words_by_source
from lib.ask.overview import article_lines, overview
from lib.ask.sources import sources
from lib.ask.timeline import timeline
from lib.ask.wording import own_words
from lib.evidence import Mark
from lib.store.engine import Store
from lib.view import View
from tests.ask.by_hand import Frames

SLUGS = {
    "Harbor Wire": "harbor-wire",
    "The Meridian Post": "the-meridian-post",
    "Northgate Herald": "northgate-herald",
}
RUSSIA = View(actors=("russia",))


@pytest.fixture(scope="module")
def frames(small_corpus: Path) -> Frames:
    return Frames.read(small_corpus)


def test_overview_of_everything(store: Store, frames: Frames) -> None:
    found = overview(store, View())
    assert found.articles.n == len(frames.articles)
    assert found.mentions.n == len(frames.mentions)
    assert found.events.n == len(frames.events)
    assert found.quotes.n == len(frames.quotes)
    assert found.n_sources == 3
    days = [d for d in frames.articles["published"] if d is not None]
    assert (found.first, found.last) == (min(days), max(days))
    assert found.n_undated == len(frames.articles) - len(days) == 1
    actors = Counter(m.entity_id for m in frames.mentions.itertuples() if m.label in ("PERSON", "ORG", "COUNTRY"))
    assert {a.id: a.n for a in found.actors} == dict(actors)
    assert [a.n for a in found.actors] == sorted(actors.values(), reverse=True)
    assert {line.article_id for line in article_lines(store, View())} == set(frames.articles["article_id"])


def test_overview_under_an_actor_keeps_whole_sentences(store: Store, frames: Frames) -> None:
    found = overview(store, RUSSIA)
    naming = frames.naming("russia")
    assert found.articles.n == naming["article_id"].nunique()
    assert found.mentions.n == len(frames.inside("mentions", naming))
    assert found.events.n == len(frames.inside("events", naming))
    assert found.quotes.n == len(frames.inside("quotes", naming))
    assert sum(line.n_sentences for line in article_lines(store, RUSSIA)) == len(naming)


def test_actors_in_articles_count_each_article_once(store: Store, frames: Frames) -> None:
    found = {e.id: e.n for e in ranking(store, View(unit="articles")).entities}
    assert found == frames.mentions.groupby("entity_id")["article_id"].nunique().to_dict()


def test_ranking_splits_by_source_and_rates_by_words(store: Store, frames: Frames) -> None:
    answer = ranking(store, View())
    by_hand = Counter((m.entity_id, SLUGS[m.source]) for m in frames.mentions.itertuples())
    assert {(e.id, c.value("source")): c.n for e in answer.entities for c in e.by_source} == dict(by_hand)
    words: Counter[str] = Counter()
    for s in frames.sentences.itertuples():
        words[SLUGS[s.source]] += len(s.said.split())
    assert answer.words == dict(words) == words_by_source(store, View())
    first = answer.entities[0]
    for slug, rate in first.rates.items():
        assert rate == pytest.approx(1000 * by_hand[first.id, slug] / words[slug])


def test_articles_are_compared_by_the_share_that_names_somebody(store: Store, frames: Frames) -> None:
    """An outlet that names somebody in each of its articles stands at 100, whatever the length of its articles."""
    answer = ranking(store, View(unit="articles"))
    owned = Counter(SLUGS[s] for s in frames.articles.source)
    assert answer.articles == dict(owned)
    naming = frames.mentions.groupby(["entity_id", "source"])["article_id"].nunique()
    for e in answer.entities:
        assert e.rates == {
            SLUGS[source]: pytest.approx(100 * n / owned[SLUGS[source]]) for source, n in naming[e.id].items()
        }
    assert any(rate == 100 for e in answer.entities for rate in e.rates.values())


def test_the_share_is_of_the_articles_in_view(store: Store) -> None:
    """Of the articles with a sentence that names Russia, all name Russia."""
    answer = ranking(store, View(actors=("russia",), unit="articles"))
    russia = next(e for e in answer.entities if e.id == "russia")
    assert set(russia.rates.values()) == {100.0}


def test_together_counts_sentences_that_name_both(store: Store, frames: Frames) -> None:
    named: dict[tuple[str, int], set[str]] = {}
    for m in frames.mentions.itertuples():
        named.setdefault((m.article_id, m.sentence_id), set()).add(m.entity_id)
    for pair in together(store, View()).pairs:
        assert pair.n == sum({pair.a, pair.b} <= names for names in named.values()) > 0
    both = View(actors=("russia", "ukraine"), together=True)
    assert overview(store, both).mentions.n == sum(
        len(frames.mentions[(frames.mentions.article_id == a) & (frames.mentions.sentence_id == s)])
        for (a, s), names in named.items()
        if {"russia", "ukraine"} <= names
    )


def test_profile_splits_aliases_and_roles(store: Store, frames: Frames) -> None:
    found = profile(store, View(), "russia")
    assert found
    own = frames.mentions[frames.mentions.entity_id == "russia"]
    assert found.entity.n == len(own)
    assert {(a.alias, a.role): a.n for a in found.aliases} == dict(Counter(zip(own.text, own.role, strict=True)))
    assert {c.value("role"): c.n for c in found.roles} == dict(Counter(own.role))
    assert sum(c.n for c in found.over_time) == len(own)
    assert profile(store, View(), "nobody") is None


def test_timeline_puts_events_on_the_day_they_happened(store: Store, frames: Frames) -> None:
    found = timeline(store, View())
    assert found.n == len(found.happenings) == len(frames.events)
    by_hand = Counter((str(e.date_start), e.status) for e in frames.events.itertuples())
    assert {(c.value("happened-day"), c.value("status")): c.n for c in found.bins} == dict(by_hand)
    assert {c.value("status"): c.n for c in found.by_status} == dict(Counter(frames.events.status))
    assert found.n_before + found.n_after <= 0.15 * found.n
    for h in found.happenings:
        assert h.words in h.sentence
        assert (h.parts[1], "".join(h.parts)) == (h.trigger, h.sentence)


def test_dates_of_report_and_of_happening_are_never_confused(store: Store, frames: Frames) -> None:
    day = dt.date(2022, 2, 2)
    reported = timeline(store, View(since=day, until=day))
    happened = timeline(store, View(since=day, until=day, dates="happened"))
    assert reported.n == sum(e.published == day for e in frames.events.itertuples())
    assert happened.n == sum(e.date_start <= day < e.date_end for e in frames.events.itertuples()) > 0
    assert all(day in h.when for h in happened.happenings)
    assert all(h.published == day for h in reported.happenings)


def test_sources_side_by_side(store: Store, frames: Frames) -> None:
    found = sources(store, View())
    articles = Counter(SLUGS[s] for s in frames.articles.source)
    assert {v.slug: v.articles.n for v in found.volumes} == dict(articles)
    assert {v.slug: v.sentences.n for v in found.volumes} == dict(Counter(SLUGS[s] for s in frames.sentences.source))
    quoted = Counter((SLUGS[q.source], q.attribution) for q in frames.quotes.itertuples())
    assert {(c.value("source"), c.value("attribution")): c.n for c in found.attribution} == dict(quoted)
    known = frames.quotes.dropna(subset="speaker_entity_id")
    speakers = Counter((SLUGS[q.source], q.speaker_entity_id) for q in known.itertuples())
    assert {(s.source, s.speaker.id): s.speaker.n for s in found.speakers} == dict(speakers)
    for line in found.only:
        outlets = {m.source for m in frames.mentions.itertuples() if m.entity_id == line.actor.id}
        assert len(outlets) == 1
    used = Counter((SLUGS[w.source], w.word) for w in frames.words.itertuples())
    for slug, words in own_words(store, View(), tuple(SLUGS.values())).items():
        assert words
        for w in words:
            assert w.n == used[slug, w.word]
            assert w.n + w.others == sum(n for (_, word), n in used.items() if word == w.word)


def test_catalogue_offers_what_there_is(store: Store, frames: Frames) -> None:
    found = catalogue(store)
    assert {c.id: c.n for c in found.sources} == dict(Counter(SLUGS[s] for s in frames.articles.source))
    actors = frames.mentions[frames.mentions.label.isin(["PERSON", "ORG", "COUNTRY"])]
    assert {c.id: c.n for c in found.actors} == actors.entity_id.value_counts().to_dict()
    assert set(found.types) == set(frames.mentions.label)
    assert found.n_articles == len(frames.articles)


def test_about_names_every_article_and_problem(store: Store, frames: Frames) -> None:
    found = about(store)
    assert {a.article_id for a in found.articles} == set(frames.articles.article_id)
    assert found.published_how == dict(Counter(frames.articles.published_how))
    assert found.n_assumed == 1
    assert [p[0] for p in found.problems] == ["broken.txt"]
    assert dict(found.rules) == dict(Counter(frames.times.rule))


def test_reader_holds_every_row_of_its_article(store: Store, frames: Frames) -> None:
    for key in frames.articles.article_id:
        found = reader(store, View(article=key, mark=Mark("mentions")))
        assert found
        own = frames.mentions[frames.mentions.article_id == key]
        assert len(found.highlighted) == len(own)
        assert [found.text[e.start : e.end] for e in found.highlighted] == list(own.sort_values("start").text)
        assert len(found.tables["Names"][1]) == len(own)
        assert len(found.tables["Quotes"][1]) == int((frames.quotes.article_id == key).sum())
    assert reader(store, View(article="ffffffffffffffff")) is None
