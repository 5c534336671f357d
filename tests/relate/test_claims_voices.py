"""Who answers for a sentence, and how surely it is said: of one sentence alone, as a build reads it."""

from __future__ import annotations

import pytest

from lib.relate.claims.statements import Statement, statements_of
from lib.relate.claims.voices import Voices, certainty_of
from tests.relate.accounts import story_of

SHIP = "The ferry Lady Maren left the port of Oriel on Monday with 212 people. "


def _statement(text: str) -> tuple[Statement, Voices]:
    """The last sentence of an article, told after one that names what it is about."""
    story = story_of(("Post", SHIP + text))
    return list(statements_of(story.accounts[0]))[-1], Voices(story.accounts)


def _voice(text: str) -> tuple[str, str]:
    statement, voices = _statement(text)
    voice = voices.voice_of(statement, (statement.sentence.start, statement.sentence.end))
    return voice.attribution, voice.text


def _certainty(text: str) -> tuple[str, str]:
    statement, _ = _statement(text)
    certainty, (start, end) = certainty_of(statement, (statement.sentence.start, statement.sentence.end))
    return certainty, statement.account.article.text[start:end]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        # What is said is short beside the words that name who says it.
        ("The Metal Workers' Federation of Karvia said that 3,200 people had joined.", "institution"),
        ("The harbour police's own figures show that 40 people died.", "document"),
        ("Opposition leader Miles Osgood, who had called for a vote, said that the port was shut.", "named"),
        ("US officials continue to speak of a possible collision.", "anonymous"),
        ("Kyiv counts 40 dead.", "institution"),
        ("By the coast guard's count, 40 people died.", "institution"),
        ("The police have confirmed the deaths.", "institution"),
        # Deeds and facts stay the outlet's.
        ("The minister laid a wreath on the quay at noon and said nothing to those who waited.", "outlet"),
        ("Karvia Lines bought six ferries in May and intends to sell two.", "outlet"),
        ("Nobody had confirmed the figure of 40 dead.", "outlet"),
        ("The army would not confirm that it had struck the ferry.", "outlet"),
        ("None of the owners expects the ferry to sail again.", "outlet"),
        ("The cashier counted 40 banknotes in the harbour office.", "outlet"),
    ],
)
def test_who_answers_for_a_sentence(text: str, voice: str) -> None:
    assert _voice(text)[0] == voice


@pytest.mark.parametrize(
    ("text", "certainty", "words"),
    [
        ("Nobody had confirmed the figure of 40 dead.", "hedged", "Nobody had confirmed"),
        ("No one has independently verified the figure of 40 dead.", "hedged", "No one has independently verified"),
        ("None of the agencies has confirmed that 40 people died.", "hedged", "None of the agencies has confirmed"),
        ("The toll of 40 has not been independently verified.", "hedged", "not been independently verified"),
        ("The coast guard has not confirmed the toll of 40.", "hedged", "not confirmed"),
        ("The coast guard hasn't yet confirmed the toll of 40.", "hedged", "n't yet confirmed"),
        ("Officials have yet to confirm that the captain died.", "hedged", "yet to confirm"),
        ("It was not possible to verify the toll of 40.", "hedged", "not possible to verify"),
        ("There is no evidence that the ferry was armed.", "hedged", "no evidence that"),
        ("There was no confirmation of the toll from the port.", "hedged", "no confirmation of"),
        ("The captain did not say that the bow door was open.", "hedged", "not say"),
        (
            "The army neither confirmed nor denied that it had struck the ferry.",
            "hedged",
            "neither confirmed nor denied",
        ),
        ("The captain did not deny that the bow door was open.", "hedged", "not deny"),
        ("The captain denied that the bow door was open.", "denied", "denied"),
        ("The captain, who did not attend, denied that the door was open.", "denied", "denied"),
        # Said, and said to be so.
        ("The coast guard confirmed the toll of 40 on Tuesday.", "stated", ""),
        ("The inspectors found no evidence of an explosion in the hull.", "stated", ""),
        ("The captain, who did not wait, said that the door was open.", "stated", ""),
        ("There is no doubt that police confirmed the toll of 40.", "stated", ""),
    ],
)
def test_how_surely_it_is_said(text: str, certainty: str, words: str) -> None:
    found = _certainty(text)
    assert found[0] == certainty
    assert not words or found[1] == words
