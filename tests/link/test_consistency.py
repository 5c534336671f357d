from __future__ import annotations

from lib.link.consistency import Lexicon
from lib.schema import Mention
from tests.link.mentions import article, mention


def lexicon(*forms: str) -> Lexicon:
    return Lexicon.from_mentions([m for name in "xyz" for m in article(name, *forms)])


def missed(text: str, *forms: str, known: list[Mention] | None = None) -> list[str]:
    return [m.text for m in lexicon(*forms).missed("a", text, [(0, len(text))], known or [])]


def test_confirmed_names_are_found() -> None:
    text = "When Ida Marsh spoke, Brightwater listened."
    assert missed(text, "Ida Marsh/PERSON", "Brightwater/ORG") == ["Ida Marsh", "Brightwater"]


def test_offsets_sentence_and_method() -> None:
    text = "It rained. Ida Marsh stayed in."
    (found,) = lexicon("Ida Marsh/PERSON").missed("a", text, [(0, 10), (11, len(text))], [])
    assert text[found.start : found.end] == found.text
    assert (found.sentence_id, found.method, found.label) == (1, "consistency", "PERSON")
    assert found.score < 0.9


def test_one_confirmation_is_not_enough() -> None:
    lone = Lexicon.from_mentions(article("x", "Ida Marsh/PERSON"))
    assert lone.missed("a", "Ida Marsh left.", [(0, 15)], []) == []


def test_disputed_names_are_not_sought() -> None:
    rows = article("x", "Brightwater/ORG", "Brightwater/PLACE") + article("y", "Brightwater/ORG", "Brightwater/PLACE")
    assert Lexicon.from_mentions(rows).by_first == {}


def test_only_whole_words_and_whole_runs() -> None:
    assert missed("Brightwaters and Brightwater2 and Old Brightwater Lane", "Brightwater/ORG") == []


def test_a_sentence_end_before_is_no_run_of_capitals() -> None:
    assert missed("They went to Oslo. Brightwater stayed.", "Brightwater/ORG") == ["Brightwater"]


def test_case_counts() -> None:
    assert missed("The brightwater was cold.", "Brightwater/ORG") == []


def test_nothing_inside_a_mention() -> None:
    text = "Ida Marsh Foundation grew."
    assert missed(text, "Ida Marsh/PERSON", known=[mention("a", 0, "Ida Marsh Foundation", "ORG")]) == []


def test_nothing_inside_a_marked_span() -> None:
    text = "Photo: Ida Marsh speaks. Ida Marsh left."
    found = lexicon("Ida Marsh/PERSON").missed("a", text, [(0, 24), (25, len(text))], [], hidden=[(0, 24)])
    assert [m.start for m in found] == [25]
