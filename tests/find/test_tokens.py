"""Long runs without white space are tokenized in pieces, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.find.parse import load_model
from lib.find.tokens import LONGEST, PatientTokenizer


@pytest.mark.parametrize(
    "text",
    ["’'" * 5_000, "'" * 5_000, "a" * 5_000, "A.B." * 2_000, " x " + "“”" * 3_000 + "  y", "http://e.test/" * 400],
)
def test_a_storm_keeps_its_text(text: str) -> None:
    doc = load_model().tokenizer(text)
    assert doc.text == text
    assert max(len(token) for token in doc) <= LONGEST


def test_ordinary_text_is_tokenized_as_before() -> None:
    calls: list[str] = []
    nlp = load_model()

    def tokenize(text: str) -> object:
        calls.append(text)
        return nlp.tokenizer(text)

    PatientTokenizer(tokenize, nlp.vocab)("Mr. Marsh didn’t say “yes” in the U.S.-Russian talks.")  # type: ignore[arg-type]
    assert calls == ["Mr. Marsh didn’t say “yes” in the U.S.-Russian talks."]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["’'", "word", " ", "  ", "\t", "é́", "🌊", "x" * 130, "…", "\u200f"]), max_size=60))
def test_any_text_comes_back(parts: list[str]) -> None:
    text = "".join(parts)
    assert load_model().tokenizer(text).text == text
