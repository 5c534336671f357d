from __future__ import annotations

from lib.find.names import find_names
from lib.find.words import find_words
from tests.find.test_names import document


def words(text: str) -> list[str]:
    parsed = document(text)
    return [w.word for w in find_words(parsed, find_names(parsed))]


def test_content_words_only() -> None:
    assert words("The old ferry slowly left the harbour.") == ["old", "ferry", "slowly", "left", "harbour"]


def test_names_are_left_out() -> None:
    assert "minister" in words("The minister met Ida Marsh in Oslo.")
    assert not {"ida", "marsh", "oslo"} & set(words("The minister met Ida Marsh in Oslo."))


def test_case_is_folded_and_offsets_are_exact() -> None:
    text = "Ferries sank. FERRIES rose again."
    parsed = document(text)
    for word in find_words(parsed, []):
        assert text[word.start : word.end].casefold() == word.word


def test_short_words_and_numbers_are_left_out() -> None:
    assert words("It is 2022 and 12 ox go up.") == []
