"""The rules of cues, contents and speakers that real news taught, each with a sentence of our own."""

from __future__ import annotations

import time

import pytest

from lib.find.document import Document
from lib.find.parse import load_model, parse
from lib.find.quotes import find_quotes
from lib.find.quotes.around import dateline
from lib.find.quotes.asides import _cut
from lib.find.quotes.cues import find_cues
from lib.schema import Article, Mention, Quote


def _document(text: str) -> Document:
    article = Article(
        article_id="0" * 16, source="Wire", source_how="given", source_evidence="", title="", published=None,
        published_start=None, published_end=None, published_how="unknown", published_evidence="", url="", author="",
        language="en", text=text, n_words=len(text.split()), origin_id="0" * 16, story_id="", path="x.txt",
    )  # fmt: skip
    return parse(article, [], load_model())


def _quotes(text: str) -> list[Quote]:
    """The rows of a text in which Hanna Brekke and Oskar Dahl are the only names."""
    document = _document(text)
    mentions = []
    for name in ("Hanna Brekke", "Oskar Dahl"):
        start = text.find(name)
        sentence = document.sentence_at(start) if start >= 0 else None
        if sentence:
            end = start + len(name)
            mentions.append(Mention("0" * 16, sentence.sentence_id, start, end, name, "PERSON", "", "name", "ner", 1.0))
    found = find_quotes(document, sorted(mentions, key=lambda m: m.start))
    assert all(text[q.start : q.end] == q.text for q in found)
    return found


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Hanna Brekke plans to sell the ferry.", [("to sell the ferry", "Hanna Brekke")]),
        ("Hanna Brekke would like to sell the ferry.", [("to sell the ferry", "Hanna Brekke")]),
        ("Hanna Brekke likes to row.", []),
        ("The board wants the bill to be shared.", [("the bill to be shared", "The board")]),
        ("Hanna Brekke denied taking the money.", [("taking the money", "Hanna Brekke")]),
        ("Hanna Brekke pointed out that the gate was rotten.", [("the gate was rotten", "Hanna Brekke")]),
        ("The party made it clear that it would vote no.", [("it would vote no", "The party")]),
        ("Hanna Brekke is hoping that the ice will hold.", [("the ice will hold", "Hanna Brekke")]),
        ("Hanna Brekke is convinced that the ice will hold.", [("the ice will hold", "Hanna Brekke")]),
        (
            "Most brokers had forecast the port's losses to be over 6 million.",
            [("the port's losses to be over 6 million", "Most brokers")],
        ),
        ("The union blamed the fire on the port.", [("the fire on the port", "The union")]),
        ("The mayor described the talks as fruitful.", [("the talks as fruitful", "The mayor")]),
        ("The mayor called him a liar.", [("him a liar", "The mayor")]),
        ("The board's promise to rebuild the pier came late.", [("to rebuild the pier", "The board")]),
        ("The senator has called on the board to resign.", [("the board to resign", "The senator")]),
        ("The captain said Tuesday the ferry would sail.", [("the ferry would sail", "The captain")]),
        ("A new poster makes the case that the pier should go.", [("the pier should go", "A new poster")]),
        ("The ministry disputed that figure on Monday.", [("that figure", "The ministry")]),
        ("Officials continue to speak of a possible storm.", [("a possible storm", "Officials")]),
        ("Officials have spoken for weeks of a storm.", [("a storm", "Officials")]),
        ("The port counts 40 dead.", []),
        ("The ministry counts 40 dead.", [("40 dead", "The ministry")]),
        ("The ministry has counted six deaths in cells.", [("six deaths in cells", "The ministry")]),
        ("The ferry board calculated that the toll was low.", [("the toll was low", "The ferry board")]),
        ("By the ministry's count, 40 boats were lost.", [("40 boats were lost", "the ministry")]),
        ("Forty boats were lost, by the ministry's count.", [("Forty boats were lost", "the ministry")]),
        ("In the words of the union, it was a farce.", [("it was a farce", "the union")]),
        ("By some estimates, half of the boats were lost.", [("half of the boats were lost", "some estimates")]),
        ("The pilots called for a strike on Tuesday.", [("a strike", "The pilots")]),
        ("A lifeguard warned of waves.", [("waves", "A lifeguard")]),
        ("The gate held, Oskar Dahl said as he left the hall.", [("The gate held", "Oskar Dahl")]),
        (
            "The ferry lay off the Sova, which forms the border, a reporter at the scene said.",
            [("The ferry lay off the Sova, which forms the border", "a reporter at the scene")],
        ),
        (
            "Six people were hurt, two of them badly, port captain Oskar Dahl told reporters.",
            [("Six people were hurt, two of them badly", "port captain Oskar Dahl")],
        ),
        (
            "“The wind decides tonight, not us,” the agency's regional head, Oskar Dahl, told reporters.",
            [("The wind decides tonight, not us,", "Oskar Dahl")],
        ),
        ("The clinic was able to confirm the report.", [("the report", "The clinic")]),
    ],
)
def test_cues_and_their_frames(text: str, rows: list[tuple[str, str]]) -> None:
    assert [(q.text, q.speaker_text) for q in _quotes(text)] == rows


@pytest.mark.parametrize(
    "text",
    [
        "Rival ports also saw their cargo slip: Bergen lost a tenth of it.",
        "Nobody has confirmed that the ferry sank.",
        "No minister has said that the dam will close.",
        "None of the deputies expects the bill to pass.",
        "The army would not confirm that it had fired.",
        "Officials have yet to confirm that the pilot died.",
        "It was not possible to verify the account.",
        "It is possible to verify the account.",
        "There was no confirmation that the crew was dead.",
        "The old stones speak of a richer age.",
        "They talked of nothing else.",
        "The mayor spoke to reporters about the budget.",
        "The cashier counted 40 banknotes.",
        "The police counted the votes.",
        "The club counts two champions among its members.",
        "The firm did not record 40 deaths.",
        "The singer recorded two albums.",
        "By the end of the count, 40 votes were missing.",
        "By Friday's count, nine boats were back.",
        "In view of the storm, the ferry stayed in port.",
        "In full view of the police, two men broke the window.",
        "In other words, the plan failed.",
        "The union called a strike for Monday.",
        "The island has no siren to warn bathers of waves.",
        "The warehouses are full, suggesting that trade has slowed.",
        "The new plane promises lower costs.",
        "Neither firm would reveal the price of the boat.",
        "The deal will see boats delivered to six ports.",
        "The plan, called “Long Water”, begins in June.",
        "The scheme aims to halve the cost of fuel.",
        "The report said nothing of the farmers.",
    ],
)
def test_what_facts_and_events_do_is_no_speech(text: str) -> None:
    assert _quotes(text) == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Hanna Brekke has said any sale would be a mistake and warned the mayor that it would be unlawful.",
            ["any sale would be a mistake", "it would be unlawful"],
        ),
        (
            "The survey found that two locks were leaking, while a separate audit concluded they were safe.",
            ["two locks were leaking", "they were safe"],
        ),
        (
            "Hanna Brekke confirmed that the yard had lost the order, but did not say who had won it.",
            ["the yard had lost the order", "who had won it"],
        ),
        ("The union blamed the fire on the board, which accused the crews of haste.",
         ["the fire on the board", "the crews of haste"]),
        ("According to Hanna Brekke, the locks are sound and, according to the inspector, the banks are not.",
         ["the locks are sound", "the banks are not"]),
        ("The boats would be idle, the captain said, and the pier would rust, the mayor said.",
         ["The boats would be idle", "the pier would rust"]),
        ("The boats would be idle, the captain said, and would be “left to rot in the ice,” he said.",
         ["The boats would be idle", "would be “left to rot in the ice,"]),
    ],
)  # fmt: skip
def test_two_sources_in_a_sentence_have_their_own_words(text: str, rows: list[str]) -> None:
    assert [q.text for q in _quotes(text)] == rows


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The treasurer of Lund Shipping, Oskar Dahl, said that the ice had gone.",
         "The treasurer of Lund Shipping, Oskar Dahl"),
        ("“The ice has gone,” said chief engineer at Lund Shipping, Oskar Dahl.",
         "chief engineer at Lund Shipping, Oskar Dahl"),
        ("“The ice has gone,” Kveldsposten quoted Oskar Dahl as saying.", "Oskar Dahl"),
        ("“The ice has gone for good.” Oskar Dahl said.", "Oskar Dahl"),
        ("A gloomier view comes from Oskar Dahl, a lecturer at Tromsby University, who said: “The ice has gone.”",
         "Oskar Dahl"),
        ("Before he left, Oskar Dahl wrote the crew a farewell, “The ice has gone and so must I.”", "Oskar Dahl"),
        ("Oskar Dahl, chief pilot: “The ice has gone and so must I.”", "Oskar Dahl"),
    ],
)  # fmt: skip
def test_speakers_by_apposition_and_by_what_stands_around(text: str, speaker: str) -> None:
    (quote,) = _quotes(text)
    assert (quote.speaker_text, quote.attribution) == (speaker, "named")


@pytest.mark.parametrize(
    ("text", "speaker", "attribution"),
    [
        ("A group of farmers said the ice had gone.", "A group of farmers", "anonymous"),
        ("A group of farmers released a letter saying the ice had gone.", "A group of farmers", "anonymous"),
        ("According to the ministry's announcement, the ice had gone.", "the ministry's announcement", "institution"),
        ("The ice had gone, a port official and two papers said on Monday.", "a port official and two papers",
         "anonymous"),
        ("Oskar Dahl was asked, “Has the ice gone?”", "", "anonymous"),
        ("Ice gone by early spring: report", "report", "document"),
        ("Police: two boats lost off Bergen", "Police", "institution"),
        ("Two boats had been lost, the coast guard said.", "the coast guard", "institution"),
        ("Two boats had been lost, a guard said.", "a guard", "anonymous"),
        ("City hall said the ice had gone.", "City hall", "institution"),
    ],
)  # fmt: skip
def test_who_answers(text: str, speaker: str, attribution: str) -> None:
    (quote,) = _quotes(text)
    assert (quote.speaker_text, quote.attribution) == (speaker, attribution)


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("The coast guard put the toll at 40 on Tuesday.", "the toll at 40", "The coast guard"),
        ("Insurers estimate the damage at between 200 and 250 million crowns.",
         "the damage at between 200 and 250 million crowns", "Insurers"),
        ("The ministry, which put the toll at 12 on Monday, gave no reason.", "the toll at 12", "The ministry"),
    ],
)  # fmt: skip
def test_who_puts_a_number_at_a_value_answers_for_it(text: str, content: str, speaker: str) -> None:
    (quote,) = _quotes(text)
    assert (quote.text, quote.speaker_text) == (content, speaker)


@pytest.mark.parametrize("text", ["The storm put the bridge at risk.", "He put the plan on hold."])
def test_what_is_put_somewhere_else_is_no_speech(text: str) -> None:
    assert _quotes(text) == []


def test_a_section_label_is_no_source() -> None:
    assert _quotes("Analysis: why the pier had to close") == []


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("(NTB) — The ice has gone.", "The ice has gone."),
        ("OSLO, Norway (NTB) — The ice has gone.", "The ice has gone."),
        ("OSLO — The ice has gone.", "The ice has gone."),
        ("The ice (which was thin) — as we know — has gone.", "The ice (which was thin) — as we know — has gone."),
        ("The ice has gone.", "The ice has gone."),
    ],
)
def test_a_dateline_is_no_content(sentence: str, rest: str) -> None:
    assert sentence[dateline(sentence) :] == rest


def test_intentions_are_less_sure_than_speech() -> None:
    meant, said = _quotes("Hanna Brekke plans to leave. Hanna Brekke said the ice had gone.")
    assert meant.score < 0.5 < said.score


def test_a_row_of_dashes_inside_an_asides_words_takes_no_time() -> None:
    (cue,) = find_cues(_document("The pier would close, Oskar Dahl said.").blocks[0].doc, [])
    text = f"The pier{' —' * 900} would close, and, —  "
    begun = time.process_time()
    assert _cut(cue, text, 0, len(text)).content == (0, text.index(", and"))
    assert time.process_time() - begun < 1
