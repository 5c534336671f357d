"""Words that are taken out of a sentence are neither found nor counted, and count again where they are put back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lib.corrections import Correction
from lib.evidence import Mark
from lib.schema import MarkedSpan
from lib.store.corrected import trial
from lib.store.engine import SERVING, Store
from lib.store.facts import evidence, total
from lib.store.serving import derive
from lib.tables import to_table
from lib.view import View
from tests.corpora import World, build

SAID = "Ünal ﬁled “{a}’s appeal” İn İzmir and {b} met on {day}."
SENTENCES = Mark("sentences")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sentences whose letters become two in small letters, or stand for two."""
    return build(tmp_path / "mine", 3, world=World(templates=(SAID,)))


@pytest.fixture
def plain(folder: Path) -> Iterator[Store]:
    with closing(Store.open(folder)) as store:
        yield store


def _first(store: Store) -> tuple[str, int, int, str, int]:
    """The first sentence: its article, place, text and number of words."""
    row = store.rows(
        "select a.article_id, s.start_at, s.end_at, s.text, s.n_words from sentences s"
        " join articles a on a.article_no = s.article_no order by s.sentence_no limit 1"
    )[0]
    return row[0], row[1], row[2], row[3], row[4]


def _stretch(kind: str, article: str, start: int, end: int) -> Correction:
    what = {"article": article, "start": str(start), "end": str(end)}
    return Correction.of(kind, {**what, "as": "promo"} if kind == "drop" else what)


def _found(store: Store, text: str) -> int:
    return total(store, View(text=text), SENTENCES)


def _words(store: Store, article: str) -> tuple[int, int]:
    """Words of the article as it is told, and of its sentences."""
    of_article = store.one("select n_words from articles where article_id = ?", [article])
    of_sentences = "select sum(s.n_words) from sentences s join articles a on a.article_no = s.article_no"
    return of_article, int(store.one(f"{of_sentences} where a.article_id = ?", [article]) or 0)


def test_words_taken_out_of_a_sentence_are_neither_found_nor_counted(folder: Path, plain: Store) -> None:
    article, start, end, text, n = _first(plain)
    at = text.index("İn İzmir")
    words = start + at, start + at + len("İn İzmir")
    with trial(folder, [_stretch("drop", article, *words)]) as store:
        assert _found(store, "İn İzmir") == _found(plain, "İn İzmir") - 1
        assert _found(store, "met on") == _found(plain, "met on")
        assert _found(store, "ﬁled") == _found(plain, "ﬁled")
        assert store.one("select n_words from sentences order by sentence_no limit 1") == n - 2
        assert _words(store, article) == tuple(number - 2 for number in _words(plain, article))
        for text_of in ("met on", "ﬁled"):
            assert len(evidence(store, View(text=text_of), SENTENCES)) == _found(store, text_of)
        assert store.one("select end_at from sentences order by sentence_no limit 1") == end


def test_a_sentence_that_is_taken_out_in_parts_is_gone(folder: Path, plain: Store) -> None:
    article, start, end, _, n = _first(plain)
    halves = [_stretch("drop", article, start, start + 9), _stretch("drop", article, start + 9, end)]
    with trial(folder, halves) as store:
        assert total(store, View(), SENTENCES) == total(plain, View(), SENTENCES) - 1
        assert _words(store, article) == tuple(number - n for number in _words(plain, article))


def test_words_put_back_into_a_sentence_count_again(folder: Path, plain: Store) -> None:
    article, start, _, text, _ = _first(plain)
    words = start + text.index("“"), start + text.index(" İn")
    with trial(folder, [_stretch("drop", article, *words), _stretch("restore", article, *words)]) as store:
        for table in ("sentences", "articles", "spans"):
            assert store.rows(f"select * from {table} order by all") == plain.rows(
                f"select * from {table} order by all"
            )
        named = "select entity_no, start_at, end_at from mentions order by all"
        assert store.rows(named) == plain.rows(named)


def test_a_build_leaves_out_what_is_marked_inside_of_a_sentence(folder: Path) -> None:
    with closing(Store.open(folder)) as plain:
        article, start, _, text, n = _first(plain)
        before, others = _found(plain, "İn İzmir"), _found(plain, "met on")
    at = start + text.index("İn İzmir")
    spans = [MarkedSpan(article, at, at + len("İn İzmir"), "promo", "Test.")]
    pq.write_table(to_table(MarkedSpan, spans), folder / "spans.parquet")
    (folder / SERVING).unlink()
    derive(folder)
    with closing(Store.open(folder)) as store:
        assert _found(store, "İn İzmir") == before - 1
        assert _found(store, "met on") == others
        assert store.one("select n_words from sentences order by sentence_no limit 1") == n - 2
