"""Descriptions: which verbs and adjectives grammar ties to a name."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.find.descriptions import find_descriptions
from lib.find.parse import load_model, parse
from lib.schema import Article, Description, Mention
from lib.tables import to_table


def article(text: str) -> Article:
    return Article(
        "a" * 16, "T", "given", "", "", None, None, None, "given", "", "", "", "en", text, 0, "a" * 16, "", "t"
    )


def found_in(text: str, name: str) -> list[Description]:
    """Descriptions of every place of a name; its sentence is the one that holds it."""
    document = parse(article(text), [], load_model())
    mentions, at = [], text.find(name)
    while at >= 0 and name:
        sentence = document.sentence_at(at)
        if sentence is not None:
            number = sentence.sentence_id
            mentions.append(Mention("a" * 16, number, at, at + len(name), name, "COUNTRY", "", "name", "test", 1.0))
        at = text.find(name, at + 1)
    rows = find_descriptions(document, mentions)
    places = {f"@{m.start}-{m.end}" for m in mentions}
    for row in rows:
        sentence = document.sentences[row.sentence_id]
        assert sentence.start <= row.start < row.end <= sentence.end
        assert row.entity_id in places
    assert rows == sorted(rows, key=lambda row: (row.start, row.end))
    to_table(Description, rows)
    return rows


@pytest.mark.parametrize(
    ("text", "name", "tie", "lemmas"),
    [
        ("Norland attacked the port and burned two ships.", "Norland", "does", {"attack", "burn"}),
        ("The port was attacked by Norland.", "Norland", "does", {"attack"}),
        ("Norland tried to hide the wreck.", "Norland", "does", {"try", "hide"}),
        ("Norland has not withdrawn its boats.", "Norland", "does", {"not withdraw"}),
        ("Norland and Sudmark signed the pact.", "Sudmark", "does", {"sign"}),
        ("Norland, which annexed the island, celebrated.", "Norland", "does", {"annex", "celebrate"}),
        ("Norland carried out a raid.", "Norland", "does", {"carry out"}),
        ("The envoy accused Norland of theft.", "Norland", "undergoes", {"accuse"}),
        ("Norland was condemned by the council.", "Norland", "undergoes", {"condemn"}),
        ("The council urged Norland to leave.", "Norland", "undergoes", {"urge"}),
        ("Norland is aggressive and proud.", "Norland", "is described as", {"aggressive", "proud"}),
        ("Norland is not a reliable partner.", "Norland", "is described as", {"not partner", "not reliable"}),
        ("A defiant Norland closed its border.", "Norland", "is described as", {"defiant"}),
        ("The exhausted champion, Norland, lost again.", "Norland", "is described as", {"champion", "exhausted"}),
        ("The mayor called Norland reckless.", "Norland", "is described as", {"reckless"}),
        ("Norland was described as a rogue state.", "Norland", "is described as", {"rogue"}),
    ],
)
def test_ties_words_to_the_actor(text: str, name: str, tie: str, lemmas: set[str]) -> None:
    assert lemmas <= {row.lemma for row in found_in(text, name) if row.tie == tie}


@pytest.mark.parametrize(
    "text",
    [
        "Norland said that it was late.",
        "Norland has three boats.",
        "Officials in Norland fled.",
        "The Norland team lost.",
        "Norland.",
        "",
    ],
)
def test_leaves_words_that_say_nothing_of_it(text: str) -> None:
    assert found_in(text, "Norland") == []


def test_what_somebody_is_urged_to_do_is_not_done() -> None:
    assert "leave" not in {row.lemma for row in found_in("The council urged Norland to leave.", "Norland")}


_WORDS = st.sampled_from(
    [
        "Norland",
        "Norland's",
        "attacked",
        "is",
        "not",
        "brave",
        "and",
        "by",
        ",",
        ".",
        "“",
        "’",
        "\n\n",
        "who",
        "ЖЖ",
        "🙂",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_holds_on_any_text(text: str) -> None:
    found_in(text, "Norland")


def test_a_sentence_without_an_end_is_read() -> None:
    found_in("Norland attacked and " * 400, "Norland")
