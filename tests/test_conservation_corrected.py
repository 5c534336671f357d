"""Counts are conserved under corrections too: the same contract, on a store with one correction of every kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from lib.corrections import KINDS, Correction
from lib.evidence import UNITS
from lib.generation import current
from lib.store.corrected import applied, corrected
from lib.store.engine import Store
from lib.store.facts import count, evidence, total
from lib.view import View
from tests.corpora import build
from tests.test_conservation import SPLITS, relaxed
from tests.views import views


def _corrections(store: Store) -> list[Correction]:
    """One of each kind, of things that are there."""
    claim, told, sentence = store.rows(
        "select c.claim_id, a.article_id, s.sentence_id from statements f join claims c on c.claim_no = f.claim_no"
        " join articles a on a.article_no = f.article_no join sentences s on s.sentence_no = f.sentence_no"
        " order by c.n_sentences desc, s.sentence_no"
    )[0]
    silent, near, quiet = store.rows(
        "select c.claim_id, a.article_id, s.sentence_id from nearest f join claims c on c.claim_no = f.claim_no"
        " join articles a on a.article_no = f.article_no join sentences s on s.sentence_no = f.sentence_no"
        " order by s.sentence_no"
    )[0]
    article, start, end = store.rows(
        "select a.article_id, t.start_at, t.end_at from times t join articles a on a.article_no = t.article_no"
        " order by t.sentence_no, t.start_at"
    )[0]
    place, a, b = store.rows(
        "select a.article_id, s.start_at, s.end_at from sentences s join articles a on a.article_no = s.article_no"
        " where s.text like '%Russia%' order by s.sentence_no desc"
    )[0]
    here = {"article": place, "start": str(a), "end": str(b)}
    return [
        Correction.of("different", {"claim": claim, "article": told, "sentence": str(sentence)}),
        Correction.of("same", {"claim": silent, "article": near, "sentence": str(quiet)}),
        Correction.of("date", {"article": article, "start": str(start), "end": str(end),
                               "first": "2022-01-30", "last": "2022-02-02"}),
        Correction.of("published", {"article": near, "day": "2022-02-14"}),
        Correction.of("drop", {**here, "as": "promo"}),
        Correction.of("restore", here),
        Correction.of("drop", {"article": told, "start": "0", "end": "9", "as": "stray"}),
        Correction.of("alias", {"alias": "Russian", "entity": "russia", "to": "envoy", "name": "The envoy"}),
        Correction.of("merge", {"entity": "ukraine", "into": "russia"}),
        Correction.of("rename", {"entity": "ada-marsh", "name": "Ada M. Marsh"}),
        Correction.of("retype", {"entity": "ada-marsh", "label": "ORG"}),
        Correction.of("hide", {"entity": "geneva"}),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def corrected_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    corpus = tmp_path_factory.mktemp("corrected") / "mine"
    build(corpus, 14)
    folder: Path = current(corpus)
    plain = Store.open(folder)
    corrections = _corrections(plain)
    plain.close()
    assert {c.kind for c in corrections} == set(KINDS)
    store = Store.open(folder, corrected(folder, corrections))
    assert set(applied(store).values()) == {True}
    yield store
    store.close()


OF_CLAIMS = [(fact, ("claim", *by)) for fact, by in SPLITS if fact == "statements" and "claim" not in by]


@pytest.mark.parametrize(("fact", "by"), [*SPLITS, *OF_CLAIMS])
@relaxed
@given(view=views())
def test_a_number_equals_the_spans_that_it_opens(
    corrected_store: Store, fact: str, by: tuple[str, ...], view: View
) -> None:
    for unit in UNITS:
        for counted in count(corrected_store, view, fact, by, unit):
            opened = evidence(corrected_store, view, counted.mark)
            assert len(opened) == counted.n
            # A sentence that was put under a claim may state another one besides.
            if fact != "statements" or "claim" in by:
                assert len({(e.article_id, e.start, e.end) for e in opened}) == counted.n
            assert total(corrected_store, view, counted.mark) == counted.n
            for e in opened:
                assert "".join(e.parts) == e.passage
