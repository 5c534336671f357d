"""Names as wire services write them: openings, slugs, capitals, results, legal forms; in invented sentences."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Span

from lib.find.names.dateline import dateline
from lib.find.names.model import entities
from lib.find.names.parts import parts
from tests.find.test_names import names

Rows = list[tuple[str, str]]


def found(text: str) -> Rows:
    return [(m.text, m.label) for m in names(text)]


@pytest.mark.parametrize(
    ("text", "form", "label"),
    [
        ("MASTERVIK, Norway (Orn Wire) - Two ferries collided on Monday.", "MASTERVIK", "PLACE"),
        ("MASTERVIK, Norway (Orn Wire) - Two ferries collided on Monday.", "Orn Wire", "ORG"),
        ("SANTIAGO - Divers raised the wreck on Sunday.", "SANTIAGO", "PLACE"),
        ("WHO sends doctors to the harbour.", "WHO", "ORG"),
        ("Soccer-Arsenal beat Fulham in the rain", "Arsenal", "ORG"),
        ("Shares in Brennvik Oyj fell after the report.", "Brennvik Oyj", "ORG"),
        ("The lender Brennvik A/S closed its doors.", "Brennvik A/S", "ORG"),
        ("Ryanair Holdings plc ordered more seats.", "Ryanair Holdings plc", "ORG"),
        ("The Standard & Poor's 500 index lost two points.", "Standard & Poor's 500", "OTHER"),
        ("The Russell 2000 was flat and the Dow Jones industrials fell.", "Dow Jones industrials", "OTHER"),
        ("Traders on the New York Stock Exchange went home.", "New York Stock Exchange", "ORG"),
        ("She appealed to the Norland Maritime and Commercial Court.", "Norland Maritime and Commercial Court", "ORG"),
        ("The Turkish Red Crescent sent tents.", "Turkish Red Crescent", "ORG"),
        ("Astronaut Takumi Ornaga slept badly.", "Takumi Ornaga", "PERSON"),
        ("The case, Brenn Growers v. Vikholm, is old.", "Brenn Growers v. Vikholm", "OTHER"),
        ("U.S. Treasury Secretary Hal Brennan left early.", "Treasury", "ORG"),
        ("U.S. Treasury Secretary Hal Brennan left early.", "U.S.", "COUNTRY"),
        ("Members of the House voted at noon.", "House", "ORG"),
        ("He said that South Korea's Moon Jae-ryu had phoned.", "Moon Jae-ryu", "PERSON"),
        ("A spokesman, Kang Min-ryu, was not told.", "Kang Min-ryu", "PERSON"),
        ("Downing Street denied the report.", "Downing Street", "PLACE"),
        ("The 9th U.S. Circuit Court of Appeals heard the case.", "9th U.S. Circuit Court of Appeals", "ORG"),
        ("The Ministry of Economy, Trade and Industry was silent.", "Ministry of Economy, Trade and Industry", "ORG"),
        ("The probe landed on the Moon in spring.", "Moon", "PLACE"),
        ("Crowds stood before the Louvre for hours.", "Louvre", "PLACE"),
        ("Shares of Brennvik Metals rose at noon.", "Brennvik Metals", "ORG"),
        ("The league has Barry van Gaalvik (Ajax) in front.", "Ajax", "ORG"),
        ("They paid with the Harbour Relief Program (HRP) that year.", "HRP", "OTHER"),
    ],
)
def test_form_and_label(text: str, form: str, label: str) -> None:
    assert (form, label) in found(text)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("MASTERVIK, Norway - Supporters of the mayor danced in the square.", "Supporters"),
        ("The Russell 2000 (RUT) fell, and so did shares of Boeing (BA.N).", "RUT"),
        ("The Chancellor of the Exchequer spoke for an hour.", "Exchequer"),
        ("He was paid by Opera House managers.", "House"),
        ("In the other Group C match nobody scored.", "Group C"),
        ("BONDS - Prices slip after the data", "BONDS"),
    ],
)
def test_no_name(text: str, form: str) -> None:
    assert form not in [form for form, label in found(text) if label in ("PERSON", "ORG", "PLACE", "COUNTRY")]


def test_a_headline_in_capitals_is_read_with_the_article() -> None:
    text = (
        "HARBOUR STRIKE - MARSVIK OUSTED AS OSLO REJECTS TERMS OF BRENNVIK\n"
        "Minister Ola Marsvik lost his post on Friday.\nBrennvik Shipping Ltd. had offered terms in Oslo."
    )
    head = [(m.text, m.label) for m in names(text) if m.start < text.index("\n")]
    assert ("MARSVIK", "PERSON") in head
    assert ("OSLO", "PLACE") in head


def test_a_common_word_of_a_headline_in_capitals_is_no_name() -> None:
    text = "OIL PRICE RISES AS TANKERS WAIT OFFSHORE AGAIN\nMinister Ola Price said that the price was fair."
    assert not [m for m in names(text) if m.text == "PRICE"]


def test_lists_of_results() -> None:
    text = "Brighton 1 Arsenal 3\nPreston 2 Millwall 2\nEngland 1 Norway 0\n1. Tesfu Oromarian ( Ethiopia ) 2:04:11"
    rows = found(text)
    assert {("Brighton", "ORG"), ("Arsenal", "ORG"), ("Preston", "ORG"), ("Millwall", "ORG")} <= set(rows)
    assert ("Norway", "COUNTRY") in rows
    assert ("Tesfu Oromarian", "PERSON") in rows


def test_tables_fixtures_and_results_in_a_row() -> None:
    rows = found("Barcelona 15 10 3 2 33\nLeeds at Fulham\nNorth league: Porto 2 Benfica 1; Brighton 0 Boavista 0.")
    assert {form for form, label in rows if label == "ORG"} >= {
        "Barcelona", "Leeds", "Fulham", "Porto", "Benfica", "Brighton", "Boavista",
    }  # fmt: skip


def test_initials_begin_a_person_and_no_country() -> None:
    assert ("K. Wickrevik", "PERSON") in found("Top of the list was K. Wickrevik with five.")
    assert not [m for m in names("The talks with N. Korea failed.") if m.label == "PERSON"]
    assert not [m for m in names("He joined the U.S. Olympic squad.") if m.label == "PERSON"]


def test_a_team_is_one_through_the_report() -> None:
    text = (
        "Leicester beat Leeds 4-2 on Saturday.\nThe striker scored a penalty.\n"
        "The coach of Leeds praised his goalkeeper.\n"
        "Fans danced in Leicester.\nEngland beat Norway 2-0 in the other match."
    )
    labels = {(m.text, m.label, text[: m.start].count("\n")) for m in names(text)}
    assert ("Leeds", "ORG", 0) in labels
    assert ("Leicester", "PLACE", 3) in labels
    assert not [one for one in labels if one[0] == "England" and one[1] == "ORG"]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Iker Orozco Vidal", {"Vidal", "Orozco Vidal", "Orozco"}),
        ("Wilma ter Braak", {"Braak", "ter Braak"}),
        ("Baek Seung-ju", {"Baek"}),
        ("Wang Yi", {"Wang"}),
        ("Ola Renn", {"Renn"}),
        ("William Marsh Foundation", {"Foundation"}),
    ],
)
def test_parts_of_full_names(full: str, short: set[str]) -> None:
    assert parts(full.split()) == short


@pytest.mark.parametrize(
    "text",
    [
        "SOCCER - Orn beat Vika",
        "UPDATE 1-Orn cuts jobs",
        "ORNFLIX - A new show",
        "EXPLAINER — Why it rains",
        "A - b",
        "He left - at last",
        "-",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert dateline(text) is None


def test_long_lines_take_no_time() -> None:
    for text in ("A" * 20_000, "Orn 1 " * 3_000, "J. " * 6_000, "ORN, Norway ( " * 1_500, "Ab-" * 6_000):
        assert isinstance(names(text), list)


def test_entities_of_a_sentence_are_those_that_lie_in_it() -> None:
    doc = spacy.blank("en")("Ola Renn of Orn met Iker Vidal in Vika")
    doc.ents = [Span(doc, 0, 2, "PERSON"), Span(doc, 3, 4, "ORG"), Span(doc, 5, 7, "PERSON"), Span(doc, 8, 9, "GPE")]
    for start, end in ((0, 9), (1, 6), (1, 7), (4, 5), (3, 8), (6, 9)):
        sentence = doc[start:end]
        assert [(e.text, e.label_) for e in entities(sentence)] == [(e.text, e.label_) for e in sentence.ents]
