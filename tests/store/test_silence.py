"""An article whose sentence is taken out of a claim, or out of the text, is told silent with a sentence of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lib.corrections import Correction
from lib.store.corrected import trial
from lib.store.engine import Store
from lib.store.silence import BY_NAMES, OUT
from tests.corpora import build

#: Claims and articles of their stories that neither state them nor have a sentence that stands for their silence.
_FORGOTTEN = """select c.claim_id, a.article_id from claims c join articles a on a.story_no = c.story_no
    where a.article_no in (select article_no from sentences)
    and not exists (select 1 from statements f where f.claim_no = c.claim_no and f.article_no = a.article_no)
    and not exists (select 1 from nearest f where f.claim_no = c.claim_no and f.article_no = a.article_no)"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return build(tmp_path / "mine", 14)


@pytest.fixture
def plain(folder: Path) -> Iterator[Store]:
    with closing(Store.open(folder)) as store:
        assert store.rows(_FORGOTTEN) == []
        yield store


def _told_once(store: Store) -> tuple[str, str, int, int, int]:
    """The widest claim, an article with one sentence of it and more sentences besides, that sentence and its place."""
    row = store.rows(
        "select c.claim_id, a.article_id, s.sentence_id, s.start_at, s.end_at from statements f"
        " join claims c on c.claim_no = f.claim_no join sentences s on s.sentence_no = f.sentence_no"
        " join articles a on a.article_no = f.article_no where (select count(*) from statements g"
        " where g.claim_no = f.claim_no and g.article_no = f.article_no) = 1 and (select count(*) from sentences z"
        " where z.article_no = f.article_no) > 1 order by c.n_sentences desc, c.claim_id, s.sentence_no limit 1"
    )[0]
    return row[0], row[1], row[2], row[3], row[4]


def _silent(store: Store, claim: str, article: str) -> list[tuple[int, bool, str, bool]]:
    """Sentence, whether related, why, and whether the place is the sentence's."""
    return store.rows(
        "select s.sentence_id, f.related, f.why, (f.start_at, f.end_at) = (s.start_at, s.end_at)"
        " and f.source_id = s.source_id and f.article_no = s.article_no from nearest f"
        " join claims c on c.claim_no = f.claim_no join sentences s on s.sentence_no = f.sentence_no"
        " join articles a on a.article_no = f.article_no where c.claim_id = ? and a.article_id = ?",
        [claim, article],
    )


def test_a_sentence_taken_out_of_a_claim_stands_for_its_articles_silence(folder: Path, plain: Store) -> None:
    claim, article, sentence, *_ = _told_once(plain)
    out = Correction.of("different", {"claim": claim, "article": article, "sentence": str(sentence)})
    moved = Correction.of("published", {"article": article, "day": "2022-03-05"})
    for corrections in ([out], [out, moved], [moved, out]):
        with trial(folder, corrections) as store:
            assert _silent(store, claim, article) == [(sentence, True, OUT, True)]
            assert store.rows(_FORGOTTEN) == []


def test_an_article_that_still_states_a_claim_is_not_silent(folder: Path, plain: Store) -> None:
    claim, article, sentence, *_ = _told_once(plain)
    other = plain.one(
        "select min(s.sentence_id) from sentences s join articles a on a.article_no = s.article_no"
        " where a.article_id = ? and s.sentence_id <> ?", [article, sentence])  # fmt: skip
    changes = [
        Correction.of("same", {"claim": claim, "article": article, "sentence": str(other)}),
        Correction.of("different", {"claim": claim, "article": article, "sentence": str(sentence)}),
    ]
    with trial(folder, changes) as store:
        assert _silent(store, claim, article) == []


def test_a_sentence_put_in_and_taken_out_again_leaves_the_nearest_one_as_it_was(folder: Path, plain: Store) -> None:
    claim, article, sentence = plain.rows(
        "select c.claim_id, a.article_id, s.sentence_id from nearest f join claims c on c.claim_no = f.claim_no"
        " join articles a on a.article_no = f.article_no join sentences s on s.sentence_no = f.sentence_no"
        " order by f.sentence_no limit 1")[0]  # fmt: skip
    what = {"claim": claim, "article": article, "sentence": str(sentence)}
    with trial(folder, [Correction.of("same", what)]) as store:
        assert _silent(store, claim, article) == []
    with trial(folder, [Correction.of("same", what), Correction.of("different", what)]) as store:
        assert _silent(store, claim, article) == _silent(plain, claim, article)


def test_where_the_text_itself_is_taken_out_another_sentence_stands_for_silence(folder: Path, plain: Store) -> None:
    claim, article, sentence, start, end = _told_once(plain)
    drop = Correction.of("drop", {"article": article, "start": str(start), "end": str(end), "as": "promo"})
    with trial(folder, [drop]) as store:
        ((chosen, related, why, placed),) = _silent(store, claim, article)
        assert chosen != sentence
        assert (related, why, placed) == (False, BY_NAMES, True)
        assert store.rows(_FORGOTTEN) == []


def test_an_article_of_which_nothing_is_left_is_told_of_nowhere(folder: Path, plain: Store) -> None:
    claim, article, *_ = _told_once(plain)
    last = plain.one("select length(text) from articles where article_id = ?", [article])
    drop = Correction.of("drop", {"article": article, "start": "0", "end": str(last), "as": "promo"})
    with trial(folder, [drop]) as store:
        assert _silent(store, claim, article) == []
