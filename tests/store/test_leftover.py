"""Told by one outlet alone, under corrections: what is put under a claim goes, what is taken out of one comes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lib.ask.unshared import every_unshared
from lib.corrections import Correction
from lib.schema import Copy
from lib.store.corrected import trial
from lib.store.engine import Store
from lib.store.leftover import WHY
from lib.store.serving import derive
from lib.tables import to_table
from lib.view import View
from tests.corpora import build

_BOTH = "select count(*) from unshared f join statements t on t.sentence_no = f.sentence_no"
_OUTLET = "select source_name from articles where article_id = ?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return build(tmp_path / "mine", 14)


@pytest.fixture
def plain(folder: Path) -> Iterator[Store]:
    with closing(Store.open(folder)) as store:
        yield store


def _places(store: Store, fact: str) -> set[tuple[str, int]]:
    """Article and sentence of every row of a fact."""
    rows = store.rows(
        f"select a.article_id, s.sentence_id from {fact} f join sentences s on s.sentence_no = f.sentence_no"
        " join articles a on a.article_no = f.article_no"
    )
    return {(article, sentence) for article, sentence in rows}


def _why(store: Store, place: tuple[str, int]) -> list[tuple[str, bool, bool]]:
    """The reason, whether near, and whether the row has the sentence's own place, outlet and day."""
    rows = store.rows(
        "select f.why, f.near, (f.start_at, f.end_at, f.source_id) = (s.start_at, s.end_at, s.source_id)"
        " and f.published is not distinct from s.published"
        " from unshared f join sentences s on s.sentence_no = f.sentence_no"
        " join articles a on a.article_no = f.article_no where a.article_id = ? and s.sentence_id = ?",
        list(place),
    )
    return [(why, near, own) for why, near, own in rows]


def _same(store: Store, place: tuple[str, int]) -> Correction:
    """Puts a sentence under a claim of its story."""
    claim = store.one(
        "select c.claim_id from claims c join articles a on a.story_no = c.story_no where a.article_id = ?", [place[0]]
    )
    return Correction.of("same", {"claim": claim, "article": place[0], "sentence": str(place[1])})


def _different(claim: str, place: tuple[str, int]) -> Correction:
    return Correction.of("different", {"claim": claim, "article": place[0], "sentence": str(place[1])})


def _told(store: Store, claim: str) -> list[tuple[str, int]]:
    """The sentences of a claim."""
    rows = store.rows(
        "select a.article_id, s.sentence_id from statements f join claims c on c.claim_no = f.claim_no"
        " join sentences s on s.sentence_no = f.sentence_no join articles a on a.article_no = f.article_no"
        " where c.claim_id = ? order by s.sentence_no",
        [claim],
    )
    return [(article, sentence) for article, sentence in rows]


@pytest.mark.parametrize("own", [False, True])
def test_what_was_copied_from_another_outlet_is_not_told_alone(folder: Path, own: bool) -> None:
    with closing(Store.open(folder)) as before:
        places = _places(before, "unshared")
        article, sentence = place = min(places)
        start, end, source = before.rows(
            "select s.start_at, s.end_at, a.source_name from sentences s join articles a on a.article_no = s.article_no"
            " where a.article_id = ? and s.sentence_id = ?",
            [article, sentence],
        )[0]
        which = f"select article_id from articles where source_name {'=' if own else '<>'} ? and article_id <> ?"
        other = before.one(which, [source, article])
    passage = Copy(article, start, end, other, 0, end - start, 0.9, "Test.")
    pq.write_table(to_table(Copy, [passage]), folder / "copies.parquet")
    derive(folder)
    with closing(Store.open(folder)) as store:
        assert store.one("select count(*) from sentences where copied") == 1
        assert _places(store, "unshared") == places - (set() if own else {place})


def test_a_sentence_put_under_a_claim_is_told_alone_no_longer(folder: Path, plain: Store) -> None:
    place = min(_places(plain, "unshared"))
    with trial(folder, [_same(plain, place)]) as store:
        assert _places(store, "unshared") == _places(plain, "unshared") - {place}
        assert store.one(_BOTH) == 0


def test_put_under_a_claim_and_taken_out_again_it_is_as_before(folder: Path, plain: Store) -> None:
    place = min(_places(plain, "unshared"))
    put = _same(plain, place)
    with trial(folder, [put, Correction.of("different", put.what)]) as store:
        assert _why(store, place) == _why(plain, place)
        assert _places(store, "unshared") == _places(plain, "unshared")


def test_a_sentence_taken_out_of_its_claim_is_perhaps_told_elsewhere(folder: Path, plain: Store) -> None:
    claim = plain.one("select claim_id from claims order by n_sentences desc, claim_id")
    place = _told(plain, claim)[0]
    with trial(folder, [_different(claim, place)]) as store:
        assert _why(store, place) == [(WHY, True, True)]
        assert _places(store, "unshared") == _places(plain, "unshared") | {place}
        row = next(x for x in every_unshared(store, View()) if (x.article_id, x.why) == (place[0], WHY))
        assert row.nearest is not None, "the sentence that it stood beside"


def test_what_is_left_of_a_claim_of_one_outlet_comes_too(folder: Path, plain: Store) -> None:
    claim = plain.one("select claim_id from claims order by n_sentences, claim_id")
    places = _told(plain, claim)
    first = plain.one(_OUTLET, [places[0][0]])
    out = [_different(claim, place) for place in places if plain.one(_OUTLET, [place[0]]) != first]
    assert len(out) < len(places)
    with trial(folder, out) as store:
        assert not store.rows("select 1 from claims where claim_id = ?", [claim])
        assert set(places) <= _places(store, "unshared") | _places(store, "statements")
        assert store.one(_BOTH) == 0


@pytest.mark.parametrize("fact", ["unshared", "statements"])
def test_what_is_taken_out_of_the_text_is_told_by_nobody(folder: Path, plain: Store, fact: str) -> None:
    article, sentence = min(_places(plain, fact))
    start, end = plain.rows(
        "select s.start_at, s.end_at from sentences s join articles a on a.article_no = s.article_no"
        " where a.article_id = ? and s.sentence_id = ?",
        [article, sentence],
    )[0]
    for upto in (end, start + 8):  # all of the sentence, and its first words
        what = {"article": article, "start": str(start), "end": str(upto), "as": "promo"}
        with trial(folder, [Correction.of("drop", what)]) as store:
            assert (article, sentence) not in _places(store, "unshared")


def test_a_nearest_sentence_that_is_gone_is_not_shown(folder: Path, plain: Store) -> None:
    line = next(x for x in every_unshared(plain, View()) if x.nearest)
    near = line.nearest
    assert near
    what = {"article": near.article_id, "start": str(near.start), "end": str(near.end), "as": "promo"}
    with trial(folder, [Correction.of("drop", what)]) as store:
        now = next(x for x in every_unshared(store, View()) if (x.article_id, x.start) == (line.article_id, line.start))
        assert now.nearest is None


def test_speakers_follow_a_merge_and_a_new_name(folder: Path, plain: Store) -> None:
    assert {x.speaker for x in every_unshared(plain, View()) if x.attribution == "named"} == {"Ada Marsh"}
    corrections = {
        "Ada Byrne": Correction.of("rename", {"entity": "ada-marsh", "name": "Ada Byrne"}),
        "Russia": Correction.of("merge", {"entity": "ada-marsh", "into": "russia"}),
        "Marsh": Correction.of("hide", {"entity": "ada-marsh"}),
    }
    for name, one in corrections.items():
        with trial(folder, [one]) as store:
            assert {x.speaker for x in every_unshared(store, View()) if x.attribution == "named"} == {name}


def test_a_corrected_day_is_that_of_the_statements_too(folder: Path, plain: Store) -> None:
    article = min(_places(plain, "unshared"))[0]
    with trial(folder, [Correction.of("published", {"article": article, "day": "2021-06-01"})]) as store:
        days = {x.published for x in every_unshared(store, View()) if x.article_id == article}
        assert {str(day) for day in days} == {"2021-06-01"}
        wrong = "select count(*) from unshared f join sentences s on s.sentence_no = f.sentence_no"
        assert store.one(f"{wrong} where f.published is distinct from s.published or f.article_no <> s.article_no") == 0
