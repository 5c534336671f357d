"""Quotes from text to row: marks, cues, speakers, who answers; and that no text breaks them."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.find.document import Document
from lib.find.parse import load_model, parse
from lib.find.quotes import find_quotes
from lib.find.quotes.marks import stretches
from lib.find.quotes.vocabulary import verbs
from lib.schema import Article, Mention, Quote
from lib.tables import to_table


def _document(text: str, source: str = "Wire") -> Document:
    article = Article(
        article_id="0" * 16, source=source, source_how="given", source_evidence="", title="", published=None,
        published_start=None, published_end=None, published_how="unknown", published_evidence="", url="", author="",
        language="en", text=text, n_words=len(text.split()), origin_id="0" * 16, story_id="", path="x.txt",
    )  # fmt: skip
    return parse(article, [], load_model())


def _mention(text: str, words: str, label: str = "PERSON") -> Mention:
    start = text.index(words)
    return Mention("0" * 16, 0, start, start + len(words), words, label, "", "name", "ner", 1.0)


def _quotes(text: str, *names: str, source: str = "Wire") -> list[Quote]:
    mentions = sorted((_mention(text, n) for n in names), key=lambda m: m.start)
    document = _document(text, source)
    numbered = []
    for mention in mentions:
        sentence = document.sentence_at(mention.start)
        assert sentence is not None
        numbered.append(
            Mention("0" * 16, sentence.sentence_id, mention.start, mention.end, mention.text, "PERSON", "", "name",
                    "ner", 1.0)
        )  # fmt: skip
    found = find_quotes(document, numbered)
    _check(text, found)
    return found


def _check(text: str, found: list[Quote]) -> None:
    to_table(Quote, found)
    end = 0
    for quote in found:
        assert text[quote.start : quote.end] == quote.text
        assert quote.text.strip() == quote.text != ""
        assert quote.start >= end
        end = quote.end
        assert (quote.speaker_start is None) == (quote.speaker_end is None) == (quote.speaker_text == "")
        if quote.speaker_start is not None:
            assert text[quote.speaker_start : quote.speaker_end] == quote.speaker_text
        assert 0 <= quote.score <= 1


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“Go,” she said.", ["Go,"]),
        ('"Go," she said.', ["Go,"]),
        ("‘Go,’ she said.", ["Go,"]),
        ("'Go,' she said.", ["Go,"]),
        ("«Go», she said.", ["Go"]),
        ("« Go », she said.", ["Go"]),
        ("„Go“, she said.", ["Go"]),
        ("„Go”, she said.", ["Go"]),
        ("»Go«, she said.", ["Go"]),
        ("``Go,'' she said.", ["Go,"]),
        ('“Go," she said. "Stay,” he said.', ["Go,", "Stay,"]),
        ("“He said ‘go’ and I went,” she said.", ["He said ‘go’ and I went,"]),
        ("‘He said “go” and I went,’ she said.", ["He said “go” and I went,"]),
        ("“He said “go” and I went,” she said.", ["He said “go” and I went,"]),
        ("“We left. “It was late,” he said.", ["We left.", "It was late,"]),
        ("He said: “We left. It was late", ["We left. It was late"]),
        ('a stray ” and a 6" pipe', []),
        ("", []),
    ],
)
def test_marks_pair_in_every_style(text: str, inner: list[str]) -> None:
    assert [text[s.start : s.end] for s in stretches(text)] == inner


@pytest.mark.parametrize(
    "text",
    [
        "It isn't the boys' fault, and o'clock isn't ’tis.",
        "The '90s were rock 'n' roll; the ’60s weren’t.",
        "Jones's dogs' owners' lawyers' fees couldn't've risen.",
        "O’Brien’s and D'Angelo's players’ union",
        "'''''' ’’’’’’ ' ' ’ ’",
    ],
)
def test_apostrophes_are_never_marks(text: str) -> None:
    assert stretches(text) == []


def test_a_possessive_does_not_close_a_single_mark() -> None:
    text = "'The dogs' owners weren't there,' he said."
    assert [text[s.start : s.end] for s in stretches(text)] == ["The dogs' owners weren't there,"]


@pytest.mark.parametrize("piece", ["“a ", "'a ", '" ', "a' ", "“a ‘b ", '"', "'", "„«", "“”‘’", "’s ' "])
def test_marks_take_linear_time(piece: str) -> None:
    started = time.perf_counter()
    stretches(piece * 20_000)
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We are ready to leave,” said Ana Ruiz.", "Ana Ruiz"),
        ("“We are ready to leave,” Ana Ruiz said.", "Ana Ruiz"),
        ("Ana Ruiz said: “We are ready to leave.”", "Ana Ruiz"),
        ("Ana Ruiz told reporters in Lima, “We are ready to leave.”", "Ana Ruiz"),
        ("“We are ready to leave,” the mayor, Ana Ruiz, told the radio.", "the mayor, Ana Ruiz"),
        ("“We are ready to leave,” said Ana Ruiz, who took office in May.", "Ana Ruiz"),
        ("Ana Ruiz, the mayor of Lima, said: “We are ready to leave.”", "Ana Ruiz"),
    ],
)
def test_direct_speech_has_its_speaker(text: str, speaker: str) -> None:
    (quote,) = _quotes(text, "Ana Ruiz")
    assert quote.text.rstrip(",.") == "We are ready to leave"
    at = text.index("Ana Ruiz")
    assert (quote.kind, quote.speaker_text, quote.attribution) == ("direct", speaker, "named")
    assert quote.speaker_entity_id == f"@{at}-{at + 8}"


def test_a_broken_quotation_is_two_rows_with_one_speaker() -> None:
    first, second = _quotes("“We waited,” Ana Ruiz said, “until the snow had melted.”", "Ana Ruiz")
    assert (first.text, second.text) == ("We waited,", "until the snow had melted.")
    assert first.speaker_entity_id == second.speaker_entity_id is not None


def test_a_bare_quotation_carries_the_speaker_over() -> None:
    text = "“We waited,” Ana Ruiz said. “Nobody came.”\n“In the end we walked home.”"
    quotes = _quotes(text, "Ana Ruiz")
    assert [q.text for q in quotes] == ["We waited,", "Nobody came.", "In the end we walked home."]
    assert {q.speaker_entity_id for q in quotes} == {"@13-21"}
    assert {q.attribution for q in quotes} == {"named"}


def test_each_paragraph_of_a_long_quotation_is_a_row() -> None:
    text = "“We waited. It was cold,” Ana Ruiz said. “Nobody came.\n“Then the bus arrived.\n“We cheered.”"
    quotes = _quotes(text, "Ana Ruiz")
    assert [q.text for q in quotes] == [
        "We waited. It was cold,",
        "Nobody came.",
        "Then the bus arrived.",
        "We cheered.",
    ]
    assert {q.speaker_text for q in quotes} == {"Ana Ruiz"}


def test_a_colon_hands_the_next_paragraph_to_its_speaker() -> None:
    (quote,) = _quotes("Ana Ruiz told a crowded hall:\n“Tomorrow we begin again.”", "Ana Ruiz")
    assert (quote.text, quote.speaker_text) == ("Tomorrow we begin again.", "Ana Ruiz")


def test_a_pronoun_points_to_the_person_it_agrees_with() -> None:
    text = "Ana Ruiz met Peter Vogel on Monday. “He is a fine man,” she said. He said that he was flattered."
    first, second = _quotes(text, "Ana Ruiz", "Peter Vogel")
    assert (first.speaker_text, first.speaker_entity_id, first.attribution) == ("she", "@0-8", "named")
    assert (second.speaker_text, second.speaker_entity_id) == ("He", "@13-24")


def test_a_title_points_to_the_person_who_held_it() -> None:
    text = "President Ana Ruiz opened the dam. Peter Vogel was there. The president said it would last a century."
    (quote,) = _quotes(text, "Ana Ruiz", "Peter Vogel")
    assert (quote.speaker_text, quote.speaker_entity_id, quote.attribution) == ("The president", "@10-18", "named")


@pytest.mark.parametrize(
    "text",
    [
        "Troops carried out a “false-flag” operation near the border.",
        "She starred in the film “The Cold Harbour” last year.",
        "The so-called “snow tax” begins in May.",
        "The storm, known as “the Widow”, moved north.",
        "His book “Ten Winters in Oslo” sold well.",
    ],
)
def test_scare_quotes_and_titles_are_not_speech(text: str) -> None:
    assert _quotes(text) == []


@pytest.mark.parametrize(
    ("text", "content", "kind", "attribution"),
    [
        ("Ana Ruiz called the plan “grave”.", "grave", "partial", "named"),
        ("Ana Ruiz said that the plan was “grave”.", "the plan was “grave”", "partial", "named"),
        ("Ana Ruiz said that the plan had failed.", "the plan had failed", "indirect", "named"),
        ("The plan has failed, according to Ana Ruiz.", "The plan has failed", "indirect", "named"),
        ("According to officials, the plan has failed.", "the plan has failed", "indirect", "anonymous"),
        ("The plan has failed, the ministry said.", "The plan has failed", "indirect", "institution"),
        ("A report says the plan has failed.", "the plan has failed", "indirect", "document"),
        ("The plan was described by an official close to the talks as “grave”.", "grave", "partial", "anonymous"),
        ("Ana Ruiz vowed to continue.", "to continue", "indirect", "named"),
        ("Ana Ruiz accused the firm of fraud.", "the firm of fraud", "indirect", "named"),
        ("Allies of Ana Ruiz said the plan had failed.", "the plan had failed", "indirect", "anonymous"),
        ("It was alleged that the plan had failed.", "the plan had failed", "indirect", "anonymous"),
    ],
)
def test_indirect_and_partial_speech(text: str, content: str, kind: str, attribution: str) -> None:
    names = ["Ana Ruiz"] if "Ana Ruiz" in text else []
    (quote,) = _quotes(text, *names)
    assert (quote.text, quote.kind, quote.attribution) == (content, kind, attribution)


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("The plan, officials said, will fail by May.", "The plan, officials said, will fail by May", "officials"),
        ("The plan will fail, officials said, and nobody cares.", "The plan will fail", "officials"),
        ("Ana Ruiz announced on Friday in a memo that she would leave.", "she would leave", "Ana Ruiz"),
        ("“We lost,” the firm was quoted as saying.", "We lost,", "the firm"),
        ("“Stop!” shouted the driver.", "Stop!", "the driver"),
        ("The pact, as one resident put it, was “a slow betrayal”.", None, "one resident"),
        ("Ana Ruiz's claim that the plan had failed was wrong.", "the plan had failed", "Ana Ruiz"),
        ("A tired Ana Ruiz went on to say that the plan had failed.", "the plan had failed", "A tired Ana Ruiz"),
        ("Ana Ruiz, who said the plan had failed, left.", "the plan had failed", "Ana Ruiz"),
        ("The mother-of-two said the plan had failed.", "the plan had failed", "The mother-of-two"),
    ],
)
def test_where_the_cue_stands(text: str, content: str | None, speaker: str) -> None:
    (quote,) = _quotes(text, *(["Ana Ruiz"] if "Ana Ruiz" in text else []))
    assert content is None or quote.text == content
    assert quote.speaker_text == speaker


def test_it_means_the_text_or_body_spoken_of() -> None:
    (quote,) = _quotes("A letter reached the council on Monday. It said the plan had failed.")
    assert (quote.speaker_text, quote.attribution) == ("It", "document")


def test_verbs_and_their_frames_are_known() -> None:
    frames = {"clause", "infinitive", "gerund", "object", "of", "for", "on", "as", "to", "value", "count", "mention"}
    assert len(verbs()) > 250
    for lemma, (kind, allowed) in verbs().items():
        assert lemma == lemma.lower()
        assert len(lemma.split()) <= 2
        assert kind.isalpha()
        assert allowed <= frames, lemma


def test_the_outlets_own_voice() -> None:
    (quote,) = _quotes("CNN first reported that the envoy had resigned.", source="CNN")
    assert (quote.text, quote.attribution) == ("the envoy had resigned", "outlet")


_PIECES = st.lists(
    st.sampled_from(
        [
            "“", "”", '"', "'", "‘", "’", "«", "»", "„", "``", "''", "said", "Ana Ruiz", "the official", "he", "that",
            "according to", "the plan has failed", ",", ".", "?", ":", "\n", " ", "isn't", "“We go,”", "she told",
            "\u202e", "\u0301", "\u00ad", "😀", "مرحبا", "SAID", "claims that", "the", "and", "-", "(", ")", "\t", "as",
        ]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_PIECES.map(" ".join) | _PIECES.map("".join) | st.text(max_size=80))
def test_no_text_breaks_it_and_offsets_are_exact(text: str) -> None:
    _check(text, find_quotes(_document(text), []))


@pytest.mark.parametrize(
    "text",
    [
        "he said that " * 1500,
        "“he said " * 2000,
        "'s ’ ' " * 3000,
        "HE SAID THE PLAN HAS FAILED ACCORDING TO OFFICIALS " * 300,
        "x" * 20_000,
    ],
)
def test_long_sentences_take_linear_time(text: str) -> None:
    document = _document(text)
    started = time.perf_counter()
    _check(text, find_quotes(document, []))
    assert time.perf_counter() - started < 5
