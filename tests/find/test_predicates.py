"""Predicates: who does what to whom, in active and passive, verb and noun; what is negated, what is open."""

from __future__ import annotations

import pytest

from lib.find.parse import load_model, parse
from lib.find.predicates import MOST, find_predicates
from lib.schema.scratch import Predicate
from lib.tables import to_table
from tests.relate.accounts import article_of


def found(text: str) -> dict[str, tuple[str, str, Predicate]]:
    """Lemma → subject, object, row."""
    document = parse(article_of("Post", text), [], load_model())
    rows = find_predicates(document)
    to_table(Predicate, rows)
    out = {}
    for row in rows:
        spans = [(row.subject_start, row.subject_end), (row.object_start, row.object_end)]
        who, whom = ("" if a is None or b is None else document.article.text[a:b] for a, b in spans)
        out[row.lemma] = (who, whom, row)
    return out


@pytest.mark.parametrize(
    ("text", "lemma", "who", "whom"),
    [
        ("Norway accused Denmark of delay.", "accuse", "Norway", "Denmark"),
        ("Denmark was accused by Norway.", "accuse", "Norway", "Denmark"),
        ("The court promised to free the sailors.", "free", "The court", "the sailors"),
        ("Norway's invasion of Denmark began.", "invasion", "Norway's", "Denmark"),
        ("The mayor, who closed the bridge, resigned.", "close", "The mayor", "the bridge"),
        ("They will call off the match.", "call off", "They", "the match"),
    ],
)
def test_arguments(text, lemma, who, whom):
    assert found(text)[lemma][:2] == (who, whom)


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The firm did not close the plant.", "close"),
        ("The firm never closed the plant.", "close"),
        ("The firm closed no plant.", "close"),
    ],
)
def test_negation(text, lemma):
    assert found(text)[lemma][2].negated


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("The firm closed the plant.", False),
        ("The firm will close the plant.", True),
        ("The firm plans to close the plant.", True),
        ("If the firm closes the plant, many lose.", True),
    ],
)
def test_what_is_not_told_as_done(text, open_):
    assert found(text)["close"][2].open is open_


def test_the_content_of_speech_is_kept_without_that():
    text = "The minister said that the bridge was safe."
    row = found(text)["say"][2]
    assert text[row.content_start : row.content_end] == "the bridge was safe"


def test_a_preposition_is_no_predicate():
    assert "accord" not in found("According to the mayor, the bridge is safe.")


@pytest.mark.parametrize("text", ["", "🎉🎉", "GO GO GO GO", "run " * 3000, "a\u0301b said " * 300, "“" * 500])
def test_any_text_gives_rows_within_bounds(text):
    document = parse(article_of("Post", text), [], load_model())
    rows = find_predicates(document)
    assert all(0 <= r.clause_start <= r.start < r.end <= r.clause_end <= len(text) for r in rows)
    assert all(sum(r.sentence_id == s.sentence_id for r in rows) <= MOST for s in document.sentences)
