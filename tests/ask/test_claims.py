"""Claims, numbers, wording and stories on the invented corpus, counted by hand from the same tables."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from lib.ask.claim import claim
from lib.ask.claims import ABSENT, DIFFERENTLY, ELSEWHERE, NOTHING, OTHERWISE, RELATED, STATED, articles_alone, claims
from lib.ask.conflicts import conflicts
from lib.ask.hiding import hiding
from lib.ask.ledger import every_number, ledger
from lib.ask.stories import stories
from lib.ask.wording import described, wording
from lib.store.engine import Store
from lib.store.facts import evidence
from lib.view import View
from tests import corpora


def test_every_outlet_has_a_cell_in_every_line(store: Store) -> None:
    answer = claims(store, View())
    assert answer.n_claims == store.one("select count(*) from claims") > 0
    for line in answer.lines:
        assert [cell.source for cell in line.cells] == list(answer.sources)
        told = [cell for cell in line.cells if cell.state in (STATED, OTHERWISE, DIFFERENTLY)]
        assert len(told) == line.n_sources >= 2
        assert sum(cell.n for cell in told) == line.stated.n


def test_a_filter_on_sentences_never_makes_an_outlet_silent(store: Store) -> None:
    everything = {line.claim_id: line for line in claims(store, View()).lines}
    view = View(actors=("ada-marsh",))
    seen = Counter[str]()
    for line in claims(store, view).lines:
        for cell, whole in zip(line.cells, everything[line.claim_id].cells, strict=True):
            seen[cell.state] += 1
            stated_somewhere = whole.state in (STATED, OTHERWISE, DIFFERENTLY)
            assert (cell.state in (RELATED, NOTHING)) == (not stated_somewhere)
    assert seen[ELSEWHERE] > 0


def test_a_filter_on_outlets_and_days_is_kept_for_silence(store: Store) -> None:
    view = View(sources=("harbor-wire",), actors=("russia",), text="met", sure=True, once=True)
    assert articles_alone(view) == View(sources=("harbor-wire",))


def test_silence_is_told_only_of_outlets_that_have_an_article_of_the_story(store: Store) -> None:
    """On 31 January and 1 February one outlet has an article of the one story, one an article of the other."""
    view = View(since=dt.date(2022, 1, 31), until=dt.date(2022, 2, 1))
    has = {
        (slug, story)
        for slug, story in store.rows(
            "select o.slug, t.story_id from articles a join sources o on o.source_id = a.source_id"
            " join stories t on t.story_no = a.story_no where a.published between ? and ?",
            [view.since, view.until],
        )
    }
    story_of = dict(store.rows("select claim_id, story_id from claims"))
    seen = Counter[str]()
    for line in claims(store, view).lines:
        for cell in line.cells:
            seen[cell.state] += 1
            assert (cell.state == ABSENT) == ((cell.source, story_of[line.claim_id]) not in has)
            assert cell.state != ABSENT or (cell.n, cell.mark) == (0, None)
    assert seen[ABSENT] > 0
    assert all(cell.state != ABSENT for line in claims(store, View()).lines for cell in line.cells)


@pytest.mark.parametrize(
    "view",
    [
        View(),
        View(sources=("harbor-wire",)),
        View(sources=("northgate-herald", "harbor-wire")),
        View(text="Russia"),
        View(sources=("the-meridian-post",), differs=("number",)),
        View(differs=("date",)),
        View(sure=True, differs=("number", "date")),
    ],
    ids=lambda view: str(view.to_query()),
)
def test_the_counts_are_of_the_statements_listed(store: Store, view: View) -> None:
    answer = claims(store, view)
    pages = range(1, max(1, -(-answer.n_claims // 12)) + 1)
    lines = [line for n in pages for line in claims(store, view.but(page=n)).lines]
    assert len(lines) == answer.n_claims == len(answer.choices)
    states = [{cell.state for cell in line.cells} for line in lines]
    assert answer.n_differ == sum(DIFFERENTLY in found for found in states)
    assert answer.n_alone == sum(line.n_sources == 1 for line in lines)
    assert all(set(line.kinds) & set(view.differs) for line in lines if view.differs)
    for kind in ("number", "date", "attribution", "certainty"):
        assert answer.n_kinds.get(kind, 0) == claims(store, view.but(differs=(kind,))).n_claims


def test_only_claims_of_a_kind_of_difference(store: Store) -> None:
    differing = {r[0] for r in store.rows("select distinct claim_no from differences where kind = 'number'")}
    assert claims(store, View(differs=("number",))).n_claims == len(differing)
    assert claims(store, View(differs=("date",))).n_claims == 0
    assert conflicts(store, View()).n == 0


def test_an_opened_claim_shows_its_sentences_as_written(store: Store) -> None:
    line = claims(store, View()).lines[0]
    found = claim(store, View(), line.claim_id)
    assert found
    assert len(found.tellings) == line.stated.n
    for t in found.tellings:
        text = store.one("select text from articles where article_id = ?", [t.article_id])
        assert text[t.passage_start : t.passage_start + len(t.passage)] == t.passage
        for d in t.differing:
            assert text[d.start : d.end] == d.words
    told = {t.article_id for t in found.tellings}
    assert not told & {s.article_id for s in found.silent}
    assert {s.article_id for s in found.searched if s.found} == told
    in_story = store.one("select count(*) from articles where story_id = ?", [found.story_id])
    assert len(found.searched) == in_story
    assert claim(store, View(), "nothing") is None


def test_an_opened_claim_counts_what_is_in_view(store: Store) -> None:
    """Outlets, origins and kinds of difference are those of the sentences shown."""
    for claim_id, slug in store.rows(
        "select distinct c.claim_id, o.slug from statements f join claims c on c.claim_no = f.claim_no"
        " join sources o on o.source_id = f.source_id"
    ):
        found = claim(store, View(sources=(slug,)), claim_id)
        assert found
        articles = {t.article_id for t in found.tellings}
        origins = {store.one("select origin_id from articles where article_id = ?", [a]) for a in articles}
        assert (found.n_sources, found.n_origins) == (1, len(origins))
        assert set(found.kinds) == {d.kind for t in found.tellings for d in t.differing}


def test_a_sentence_opens_itself_in_its_article(store: Store) -> None:
    """And neither another statement of the article nor another sentence of this one."""
    for line in claims(store, View()).lines:
        found = claim(store, View(), line.claim_id)
        assert found
        for t in found.tellings:
            spans = {(e.start, e.end) for e in evidence(store, View(), t.mark, article=t.article_id)}
            assert spans == {(t.start, t.end)}


def test_a_sentence_that_the_filters_hide_is_known_as_hidden(store: Store) -> None:
    seen = Counter[bool]()
    for view in (View(text="Russia"), View(sure=True), View(once=True)):
        for line in claims(store, view).lines:
            found = claim(store, view, line.claim_id)
            assert found
            assert sum(t.in_view for t in found.tellings) == line.stated.n
            seen.update(t.in_view for t in found.tellings)
    assert seen[True]
    assert seen[False]


def test_a_statement_that_the_filters_hide_names_the_filter(store: Store) -> None:
    alone = store.one(
        "select c.claim_id from claims c where not exists (select 1 from statements f join sources o"
        " on o.source_id = f.source_id where f.claim_no = c.claim_no and o.slug = 'harbor-wire') limit 1"
    )
    assert hiding(store, View(), alone) == ()
    assert hiding(store, View(sources=("harbor-wire",), since=dt.date(2022, 1, 1)), alone) == ("sources",)
    assert hiding(store, View(text="xyzzy", differs=("number",)), alone)[0] == "text"
    assert set(hiding(store, View(text="xyzzy", sources=("harbor-wire",)), alone)) == {"text", "sources"}
    assert hiding(store, View(differs=("date",)), alone) == ("differs",)


def test_pages_of_claims_follow_each_other(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lib.ask.claims.TOP", 2)
    every = [line.claim_id for n in (1, 2, 3, 4) for line in claims(store, View(page=n)).lines]
    last = -(-claims(store, View()).n_claims // 2)
    assert len(dict.fromkeys(every)) == min(8, claims(store, View()).n_claims)
    assert claims(store, View(page=99)).lines == claims(store, View(page=last)).lines


def test_the_ledger_holds_every_number_that_has_a_row(store: Store) -> None:
    answer = ledger(store, View())
    assert answer.n == store.one("select count(*) from quantities where ledger_no is not null")
    assert every_number(store, View()).n == store.one("select count(*) from quantities")
    for topic in answer.topics:
        for row in topic.rows:
            assert sum(f.n for f in row.figures) == row.n == len(evidence(store, View(), row.mark))


def test_two_outlets_face_to_face(store: Store) -> None:
    assert wording(store, View()).versus is None
    pair = wording(store, View(sources=("harbor-wire", "northgate-herald"))).versus
    assert pair
    for said in pair.words:
        assert said.first + said.second >= 2
    actor = wording(store, View()).actors[0]
    found = described(store, View(), actor.id)
    assert sum(t.n for t in found.ties) == found.n == actor.n


def test_stories_are_counted_under_the_view(store: Store) -> None:
    listed = stories(store, View())
    assert sum(line.articles.n for line in listed) == store.one("select count(*) from articles")
    held = stories(store, View(story=listed[0].story_id))
    assert [line.story_id for line in held] == [listed[0].story_id]
    for line in listed:
        assert len(evidence(store, View(), line.articles.mark)) == line.articles.n


def test_claims_of_one_story_stand_together_and_every_claim_has_its_story(store: Store) -> None:
    answer = claims(store, View())
    stories = [line.story for line in answer.lines]
    runs = [story for i, story in enumerate(stories) if i == 0 or stories[i - 1] != story]
    assert len(runs) == len(set(stories)) > 1
    assert sum(story.n for story in answer.stories) == answer.n_claims
    for story in answer.stories:
        assert claims(store, View(story=story.id)).n_claims == story.n


def test_the_opposite_is_a_difference_in_what_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save = corpora.save

    def with_opposites(folder: Path, tables: corpora.Tables) -> Path:
        tables.rows["differences"] = [replace(row, kind="opposite") for row in tables.rows["differences"]]
        return save(folder, tables)

    monkeypatch.setattr(corpora, "save", with_opposites)
    with closing(Store.open(corpora.build(tmp_path))) as opened:
        answer = claims(opened, View())
    assert answer.n_kinds == {"opposite": answer.n_differ}
    assert any(cell.state == DIFFERENTLY for line in answer.lines for cell in line.cells)
