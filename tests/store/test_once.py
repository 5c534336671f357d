"""'Count a wire story once' leaves out what was copied, and nothing else."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lib.corrections import Correction
from lib.evidence import Mark
from lib.schema import Copy, MarkedSpan
from lib.store.corrected import trial
from lib.store.engine import SERVING, Store
from lib.store.facts import evidence, total
from lib.store.serving import derive
from lib.tables import to_table
from lib.view import View
from tests.corpora import World, build

#: The copy has other numbers: what stands between them and around them was taken over.
SAID = "Fourteen of the guards of {a} fled, {b} said on {day}, and three of them died."
ARTICLE = f"{1:016x}"


def test_only_copied_sentences_are_left_out(store: Store) -> None:
    every = evidence(store, View(), Mark("sentences"))
    once = evidence(store, View(once=True), Mark("sentences"))
    left_out = [e for e in every if e not in once]
    assert [(e.article_id, e.sentence_id) for e in left_out] == [(f"{5:016x}", 0)]
    assert len(once) == len(every) - 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return build(tmp_path / "mine", 3, world=World(templates=(SAID,)))


def _sentences(folder: Path) -> list[tuple[int, int, str]]:
    """(start, end, text) of the sentences of one article."""
    with closing(Store.open(folder)) as store:
        rows = store.rows(
            "select s.start_at, s.end_at, s.text from sentences s join articles a on a.article_no = s.article_no"
            " where a.article_id = ? order by s.sentence_id",
            [ARTICLE],
        )
    return [(row[0], row[1], row[2]) for row in rows]


def _derive(folder: Path, passages: list[tuple[int, int]], spans: list[tuple[int, int]] | None = None) -> None:
    """Make the serving file again with these passages of the article copied, and these stretches no body."""
    copies = [Copy(ARTICLE, a, b, f"{0:016x}", 0, b - a, 0.5, "Test.") for a, b in passages]
    pq.write_table(to_table(Copy, copies), folder / "copies.parquet")
    marked = [MarkedSpan(ARTICLE, a, b, "promo", "Test.") for a, b in spans or []]
    pq.write_table(to_table(MarkedSpan, marked), folder / "spans.parquet")
    (folder / SERVING).unlink()
    derive(folder)


def _left_out(store: Store) -> list[int]:
    """Numbers of the sentences that 'once' leaves out; all are the article's."""
    once = {(e.article_id, e.sentence_id) for e in evidence(store, View(once=True), Mark("sentences"))}
    every = [(e.article_id, e.sentence_id) for e in evidence(store, View(), Mark("sentences"))]
    assert total(store, View(once=True), Mark("sentences")) == len(once)
    assert {article for article, _ in set(every) - once} <= {ARTICLE}
    return [sentence for article, sentence in every if (article, sentence) not in once]


def _of_build(folder: Path) -> list[int]:
    with closing(Store.open(folder)) as store:
        return _left_out(store)


def test_a_sentence_with_a_word_of_the_copys_own_counts(folder: Path) -> None:
    (start, end, text), (after, *_), *_ = _sentences(folder)
    of, three, them = (start + text.index(word) for word in (" of the", " three", " of them"))
    _derive(folder, [(of + 1, three), (them + 1, after + 30)])
    assert _of_build(folder) == []
    _derive(folder, [(start, three), (them + 1, end)])
    assert _of_build(folder) == []


def test_passages_that_touch_or_overlap_cover_a_sentence_together(folder: Path) -> None:
    (start, end, text), *_ = _sentences(folder)
    comma, said = start + text.index(","), start + text.index(" said")
    _derive(folder, [(start, comma), (comma + 2, end - 1)])
    assert _of_build(folder) == [0]
    _derive(folder, [(start, said), (start + 4, start + 9), (comma, end - 1)])
    assert _of_build(folder) == [0]


def test_one_passage_over_several_sentences_leaves_out_those_that_it_covers(folder: Path) -> None:
    found = _sentences(folder)
    _derive(folder, [(found[0][0], found[1][1] - 1)])
    assert _of_build(folder) == [0, 1]


def test_words_that_are_no_body_are_no_words_of_the_copys_own(folder: Path) -> None:
    (start, end, text), *_ = _sentences(folder)
    of = start + len("Fourteen ")
    assert text.startswith("Fourteen of")
    _derive(folder, [(of, end - 1)], spans=[(start, of - 1)])
    assert _of_build(folder) == [0]


def test_corrections_of_the_body_decide_anew_what_was_copied(folder: Path) -> None:
    (start, end, text), *_ = _sentences(folder)
    of = start + len("Fourteen ")
    assert text.startswith("Fourteen of")
    _derive(folder, [(of, end - 1)])
    what = {"article": ARTICLE, "start": str(start), "end": str(of - 1)}
    drop, restore = Correction.of("drop", {**what, "as": "promo"}), Correction.of("restore", what)
    assert _of_build(folder) == []
    with trial(folder, [drop]) as store:
        assert _left_out(store) == [0]
    with trial(folder, [drop, restore]) as store:
        assert _left_out(store) == []
