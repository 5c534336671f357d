"""Names in invented sentences: what is a name, of which kind, where it ends, and in which role."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.find.document import Document
from lib.find.names import find_names
from lib.find.parse import load_model, parse
from lib.quality.gold import GoldDocument, article
from lib.schema import LABELS, ROLES, Mention


def document(text: str) -> Document:
    return parse(article(GoldDocument("test", text, [])), [], load_model())


def names(text: str) -> list[Mention]:
    return find_names(document(text))


def named(text: str, form: str) -> Mention:
    found = [m for m in names(text) if m.text == form]
    assert found, f"{form!r} not among {[(m.text, m.label) for m in names(text)]}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "form", "label", "role"),
    [
        ("The ferry left for Norway on Monday.", "Norway", "COUNTRY", "name"),
        ("Talks with the U.S. envoy ended early.", "U.S.", "COUNTRY", "acronym"),
        ("Ships from the United States waited outside the port.", "United States", "COUNTRY", "name"),
        ("Two Russian trawlers were seen near the coast.", "Russian", "COUNTRY", "demonym"),
        ("Most Ukrainians heard the news on the radio.", "Ukrainians", "COUNTRY", "demonym"),
        ("Kyiv was quiet on Sunday morning and its trams were full.", "Kyiv", "PLACE", "name"),
        ("The Kremlin declined to comment on the harbour plan.", "Kremlin", "COUNTRY", "metonym"),
        ("An official at the White House read the letter aloud.", "White House", "ORG", "name"),
        ("The Pentagon bought forty new boats.", "Pentagon", "ORG", "name"),
        ("NATO ships passed the strait at dawn.", "NATO", "ORG", "name"),
        ("The UN asked for more tents.", "UN", "ORG", "acronym"),
        ("Officials at the Ministry of Fisheries were not told.", "Ministry of Fisheries", "ORG", "name"),
        ("The report was written at Lakeside University last year.", "Lakeside University", "ORG", "name"),
        ("Shares in Brightwater Holdings Ltd fell sharply.", "Brightwater Holdings Ltd", "ORG", "name"),
        ("Many Kurds live in the valley.", "Kurds", "GROUP", "name"),
        ("A storm hit Florida and Georgia.", "Florida", "PLACE", "name"),
        ("He spoke to reporters in São Paulo.", "São Paulo", "PLACE", "name"),
        ("Farmers in Côte d’Ivoire feared a poor harvest.", "Côte d’Ivoire", "COUNTRY", "name"),
        ("Aid reached the village of Ornholt after two days.", "Ornholt", "PLACE", "name"),
    ],
)
def test_label_and_role(text: str, form: str, label: str, role: str) -> None:
    mention = named(text, form)
    assert (mention.label, mention.role) == (label, role)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Foreign Minister Ida Marsh flew home.", "Ida Marsh"),
        ("President Ola Renn’s speech lasted an hour.", "Ola Renn"),
        ("Ursula von der Ahe opened the bridge.", "Ursula von der Ahe"),
        ("Mr. Robert Quill said the firm would appeal.", "Robert Quill"),
        ("Colonel Peter Day took command of the base.", "Peter Day"),
    ],
)
def test_people_without_their_titles(text: str, form: str) -> None:
    assert named(text, form).label == "PERSON"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Moscow said the claim was false.", "metonym"),
        ("Moscow denies that it sent the boats.", "metonym"),
        ("Moscow warned the fishermen twice.", "metonym"),
        ("Strained ties with Moscow worry the farmers.", "metonym"),
        ("They explained Moscow’s security position at length.", "metonym"),
        ("The firms are loyal to Moscow in this matter.", "metonym"),
        ("She was born in Moscow and studied law.", "name"),
        ("The train to Moscow was late.", "name"),
        ("Forests burned across the Moscow region all week.", "name"),
        ("Snow fell on Moscow’s streets.", "name"),
        ("Moscow hosts the film festival every summer.", "name"),
    ],
)
def test_capital_is_a_government_only_where_the_grammar_says_so(text: str, role: str) -> None:
    mention = named(text, "Moscow")
    assert mention.role == role
    assert mention.label == ("COUNTRY" if role == "metonym" else "PLACE")


def test_outside_the_kremlin_is_a_place() -> None:
    assert named("Crowds gathered outside the Kremlin at noon.", "Kremlin").label == "PLACE"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Voters in Georgia and Florida queued for hours. Georgia counts late.", "PLACE"),
        ("Talks between Georgia and Armenia began in Tbilisi.", "COUNTRY"),
        ("Rain fell in Georgia.", "COUNTRY"),
    ],
)
def test_georgia_is_the_state_only_among_states(text: str, label: str) -> None:
    assert {m.label for m in names(text) if m.text == "Georgia"} == {label}


def test_acronym_that_the_text_defines() -> None:
    found = names("The Harbour Safety Board (HSB) met on Monday. Later the HSB published its figures.")
    assert [(m.text, m.label) for m in found] == [
        ("Harbour Safety Board", "ORG"), ("HSB", "ORG"), ("HSB", "ORG"),
    ]  # fmt: skip


def test_acronym_of_common_nouns_is_no_name() -> None:
    found = names("The army bought unmanned aerial vehicles (UAVs) in June. The UAVs were small.")
    assert not [m for m in found if m.text.startswith("UAV")]


def test_family_name_is_the_person_named_in_full() -> None:
    found = names("Ida Quellmark arrived at noon. An hour later Quellmark left. The bus waited for Quellmark.")
    assert [(m.text, m.label) for m in found] == [
        ("Ida Quellmark", "PERSON"), ("Quellmark", "PERSON"), ("Quellmark", "PERSON"),
    ]  # fmt: skip


def test_family_name_that_stands_first() -> None:
    text = "Foreign Minister Wang Yi landed in Oslo. Wang will stay until Friday."
    assert [m.label for m in names(text) if m.text == "Wang"] == ["PERSON"]


def test_company_that_starts_with_a_title_is_no_person() -> None:
    found = names("General Motors opened a plant in Ohio, and the Republican Party cheered.")
    assert not [m for m in found if m.label == "PERSON"]


def test_family_name_opens_the_next_sentence() -> None:
    found = names("Jordan Pickles met the press in Oslo. Pickles, 24, was late.")
    assert [m.label for m in found if m.text == "Pickles"] == ["PERSON"]


def test_a_company_without_its_legal_ending() -> None:
    found = {m.text: m.label for m in names("The company, Zentrix Inc., grew. Lena Voss joined Zentrix in 2015.")}
    assert found["Zentrix Inc."] == "ORG"
    assert found["Zentrix"] == "ORG"


def test_a_team_is_its_place_and_nickname() -> None:
    found = {m.text: m.label for m in names("The Denver Broncos and Kansas City Chiefs met in New York City.")}
    assert found == {"Denver Broncos": "ORG", "Kansas City Chiefs": "ORG", "New York City": "PLACE"}


def test_the_place_of_a_dateline_in_capitals() -> None:
    found = [(m.text, m.label) for m in names("MADRID (Reuters) - The ferry sank near the old port on Monday.")]
    assert found == [("MADRID", "PLACE"), ("Reuters", "ORG")]


def test_headline_in_title_case() -> None:
    found = names("Norway May Use Old Ferries As A Way To Carry Grain Through The Strait")
    assert [m.text for m in found if m.label != "PLACE"] == ["Norway"]


def test_adjectives_before_and_nouns_after_are_no_part() -> None:
    found = {m.text for m in names("Fighting spread in eastern Ukraine and the Law and Justice party met.")}
    assert {"Ukraine", "Law and Justice"} <= found


def test_headline_in_capitals() -> None:
    found = names("RUSSIA AND UKRAINE TO HOLD TALKS IN GENEVA ON FRIDAY")
    assert {"RUSSIA", "UKRAINE", "GENEVA"} <= {m.text for m in found}
    assert all(m.label in ("COUNTRY", "PLACE") for m in found)


def test_an_owner_is_a_name_of_its_own() -> None:
    found = {m.text: m.label for m in names("Norway’s Fisheries Agency fined the crew.")}
    assert found["Norway"] == "COUNTRY"
    assert found["Fisheries Agency"] == "ORG"


def test_small_words_are_no_names() -> None:
    assert names("The ferry was late. It rained. They waited, and nobody complained.") == []


HOSTILE = [
    "", " ", "\n\n", "A", "'" * 300, "’s’s’s Kyiv’s’s", "U.S.U.S.U.S.", "(((((NATO)))))", "🇺🇦 Kyiv 🇺🇦 said",
    "\u202eمرحبا Kyiv\u202c",
    "Zele\u00adnskyy said", "e\u0301" * 50, "THE UN AND THE EU SAID NO TO IT ALL", "Kyiv" * 500, "The " * 400,
    "Bank of " * 300, "(AB) " * 200, "Mr. " * 300,
    "von der " * 300, "John " * 400, "Smith, 45, " * 100, "- - - – — Kyiv-Kyiv-Kyiv- -",
    "“Kyiv” ‘Moscow’ \"Rome\" `Oslo`", "Ministry of of of for the the", "Kyiv\u00a0said\u2028Moscow\u0085denied",
]  # fmt: skip
PIECES = st.sampled_from(
    ["Kyiv", "’s", "'", "(", ")", "The", "of", "Ministry", "Mr.", "Ida", "Marsh", "U.S.", " ", "  ", "\n", ".", ",",
     "-", "NATO", "said", "é", "e\u0301", "🙂", "\u200f", "\u00ad", "12", "Moscow", "and", "\t",
     "\u00a0", "von", "İ", "ß", "ﬁ", "&", "/"]
)  # fmt: skip


def well_formed(text: str) -> None:
    parsed = document(text)
    found = find_names(parsed)
    places = {s.sentence_id: (s.start, s.end) for s in parsed.sentences}
    at = 0
    for m in found:
        assert m.start >= at, "in order, not overlapping"
        assert m.end > m.start
        assert text[m.start : m.end] == m.text
        assert places[m.sentence_id][0] <= m.start
        assert m.end <= places[m.sentence_id][1]
        assert m.label in LABELS
        assert m.role in ROLES
        assert 0 < m.score <= 1
        assert m.entity_id == ""
        at = m.end


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text(text: str) -> None:
    well_formed(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=120))
def test_offsets_are_exact_sorted_and_apart(text: str) -> None:
    well_formed(text)


@pytest.mark.parametrize(
    ("text", "form", "label"),
    [
        ("Sandelby is a village in Norway. Buses leave Sandelby at nine.", "Sandelby", "PLACE"),
        ("Ornvik, a Swiss bank, cut its forecast. Shares of Ornvik fell.", "Ornvik", "ORG"),
        ("Quellen, a singer who lives in Oslo, was born in 1970. Quellen's wife is a nurse.", "Quellen", "PERSON"),
        ("The crash closed the road to Atlantic City for an hour.", "Atlantic City", "PLACE"),
    ],
)  # fmt: skip
def test_surroundings_tell_the_kind_everywhere_in_the_article(text: str, form: str, label: str) -> None:
    assert {m.label for m in names(text) if m.text == form} == {label}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Will Marsh resign? Nobody knew.", "Will Marsh"),
        ("Press secretary Ida Marsh spoke.", "Press"),
        ("The story ran on Page 1, Section A of the paper.", "Section A"),
        ("Watch again: JAN 15, 2022, the harbour at night.", "JAN"),
    ],
)
def test_no_names(text: str, wrong: str) -> None:
    assert wrong not in {m.text for m in names(text)}


def test_the_outlet_may_speak_of_itself_by_its_last_word() -> None:
    text = "Harlan runs on reader support. Write to Harlan today."
    told = replace(article(GoldDocument("test", text, [])), source="The Northgate Harlan")
    found = find_names(parse(told, [], load_model()))
    assert {m.label for m in found if m.text == "Harlan"} == {"ORG"}


def test_an_ordinal_belongs_to_its_division() -> None:
    assert named("Soldiers of the 45th Airborne Division landed.", "45th Airborne Division").label == "ORG"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Rotterdam beat Utrecht 3-1 after extra time.", "ORG"),
        ("A late striker saved the season in a 2-0 win over Rotterdam.", "ORG"),
        ("The striker was born in Rotterdam and left last season.", "PLACE"),
        ("Norway sent a crew to Rotterdam on Friday.", "PLACE"),
    ],
)
def test_a_city_is_a_team_only_in_sport(text: str, label: str) -> None:
    assert named(text, "Rotterdam").label == label


def test_a_month_before_a_capital_is_no_first_name() -> None:
    found = [m.text for m in names("In January Washington spoke of saboteurs. Since May Orlan has waited.")]
    assert "January Washington" not in found
    assert "May Orlan" not in found
