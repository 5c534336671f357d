"""What an article shows of its names beyond one sentence, and the words around a name that tell its kind."""

from __future__ import annotations

import pytest

from lib.find.names.article import mended
from lib.find.names.candidate import Candidate
from lib.find.names.model import is_name
from tests.find.test_names import names


def _found(text: str, *forms: tuple[str, str]) -> list[tuple[str, str]]:
    """``mended`` over every place of the forms, as (form, label)."""
    candidates, at = [], 0
    for form, label in forms:
        at = text.index(form, at)
        candidates.append(Candidate(at, at + len(form), label, "ner", 0.7))
        at += len(form)
    return [(text[one.start : one.end], one.label) for one in mended(candidates, text)]


def test_two_names_are_parted_where_one_of_them_stands_alone() -> None:
    text = "Orn and Vika went up. Vika closed at nine."
    assert _found(text, ("Orn and Vika", "ORG"), ("Vika", "PRODUCT")) == [
        ("Orn", "PRODUCT"),
        ("Vika", "PRODUCT"),
        ("Vika", "PRODUCT"),
    ]


def test_a_firm_with_and_in_its_name_stays_whole() -> None:
    text = "Renn and Sons went up. Vika closed at nine."
    assert _found(text, ("Renn and Sons", "ORG"), ("Vika", "ORG")) == [("Renn and Sons", "ORG"), ("Vika", "ORG")]


def test_halves_that_never_part_are_one_name() -> None:
    text = "Orn - Vika rose. Then Orn - Vika fell."
    assert _found(text, *[("Orn", "ORG"), ("Vika", "ORG")] * 2) == [("Orn - Vika", "ORG")] * 2


def test_halves_that_part_are_two_names() -> None:
    text = "Orn - Vika rose. Then Orn - Vika fell, and Orn closed."
    found = _found(text, *[("Orn", "ORG"), ("Vika", "ORG")] * 2, ("Orn", "ORG"))
    assert [form for form, _ in found] == ["Orn", "Vika", "Orn", "Vika", "Orn"]


def test_a_word_that_the_article_writes_small_names_nothing() -> None:
    text = "Harbourmaster said the harbourmaster left. Vika stayed."
    assert _found(text, ("Harbourmaster", "PERSON"), ("Vika", "PERSON")) == [("Vika", "PERSON")]


def test_a_family_name_stays_though_it_is_a_word() -> None:
    text = "Ola Bright spoke. Bright said the lamp was bright."
    assert _found(text, ("Ola Bright", "PERSON"), ("Bright", "PERSON"))[1:] == [("Bright", "PERSON")]


@pytest.mark.parametrize(
    "text", ["Congresswoman", "Archbishop", "Spokeswoman", "US $299", "XIV", "Train No.", "Terminal 3"]
)
def test_no_name_at_all(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize("text", ["King", "Baker", "Economist", "Bishop Auckland", "Orn"])
def test_a_name_after_all(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    ("text", "form", "label"),
    [
        ("She wrote the novel Sundwick in two years.", "Sundwick", "OTHER"),
        ("Sundwick is a novel by Ola Renn about the sea.", "Sundwick", "OTHER"),
        ("Marie Vika (née Brandt) grew up beside the harbour.", "Brandt", "PERSON"),
        ("On Sunday the Oslo Gulls lost again at home.", "Oslo Gulls", "ORG"),
        ("They signed the Oslo Accords before noon.", "Oslo Accords", "EVENT"),
        ("The boats were moored at Ida Dock until noon.", "Ida Dock", "PLACE"),
        ("Its engineers ported the game to Windows last year.", "Windows", "PRODUCT"),
        ("Delwyn J. Strandvik built guitars. The Strandvik guitars sold well.", "Strandvik", "PERSON"),
        ("Many European buyers stayed away from the auction.", "European", "PLACE"),
        ("The Oslo Gulls lost. Fans of the Gulls left early.", "Gulls", "ORG"),
        ("Ida Hill spoke to the harbour board on Monday.", "Ida Hill", "PERSON"),
        ("Critics praised actor Tyrone Power for the part.", "Tyrone Power", "PERSON"),
        ("He left Protestantism for Judaism late in life.", "Judaism", "OTHER"),
        ("They entered the Vika Song Contest twice.", "Vika Song Contest", "EVENT"),
        ("Workers at Opel went home early on Friday.", "Opel", "ORG"),
        ("The storm reached Gascony before dawn.", "Gascony", "PLACE"),
    ],
)
def test_kind_by_words_around(text: str, form: str, label: str) -> None:
    assert (form, label) in [(m.text, m.label) for m in names(text)]


def test_a_region_is_named_by_its_demonym() -> None:
    (mention,) = [m for m in names("Many European buyers stayed away from the auction.") if m.text == "European"]
    assert mention.role == "demonym"


def test_an_office_is_no_part_of_the_firm() -> None:
    found = [(m.text, m.label) for m in names("Boeing Chief Financial Officer Ola Renn resigned on Monday.")]
    assert ("Boeing", "ORG") in found
    assert ("Ola Renn", "PERSON") in found


def test_money_is_no_country() -> None:
    found = [m.text for m in names("The yard paid US$40 million to the U.S. owners on Friday.")]
    assert found == ["U.S."]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Three sailors from the Navy for Acquisition office met Ola Renn on Monday.", "Navy for Acquisition"),
        ("Workers of Orn Assembly of Orn stopped at noon.", "Orn Assembly of Orn"),
        ("The report named the Boeing-Air Force contract twice.", "Boeing-Air Force"),
        ("A harbour hall - Illinois * Vika Assembly Plant of Vika - closed.", "Illinois * Vika Assembly Plant of Vika"),
    ],
)
def test_what_stands_beside_is_no_part_of_a_name(text: str, form: str) -> None:
    assert form not in [m.text for m in names(text)]
