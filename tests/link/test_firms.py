"""Firms and institutions under the shorter and longer of their names."""

from __future__ import annotations

from lib.link.entities import link
from lib.link.forms import spelled_by
from lib.schema import Mention
from tests.link.mentions import article, mention


def _ids(rows: list[Mention]) -> list[str]:
    linked = link(rows)
    return [linked.entity_of(one).entity_id for one in rows]


def test_a_countrys_air_force_has_the_name_that_the_vocabulary_knows() -> None:
    rows = article("a", "United States/COUNTRY", "Air Force/ORG", "US Air Force/ORG", "United States Air Force/ORG")
    assert len(set(_ids(rows)[1:])) == 1
    assert link(rows).entity_of(rows[1]).entity_id == "us-air-force"
    (reason,) = [a.method for a in link(rows).aliases if a.alias == "Air Force"]
    assert reason == "country"


def test_two_air_forces_stay_two() -> None:
    first = article("a", "United States/COUNTRY", "Air Force/ORG")
    second = article("b", "Norway/COUNTRY", "Air Force/ORG")
    ids = _ids([*first, *second])
    assert ids[1] != ids[3]


def test_a_country_in_a_name_is_one_in_every_spelling() -> None:
    ids = _ids(article("a", "U.S. Harbour Board/ORG", "United States Harbour Board/ORG", "UK Harbour Board/ORG"))
    assert ids[0] == ids[1] != ids[2]


def test_a_demonym_may_begin_another_firms_name() -> None:
    ids = _ids(article("a", "American Skyways/ORG", "U.S. Skyways/ORG"))
    assert ids[0] != ids[1]


def test_a_government_is_its_country() -> None:
    rows = article("a", "Canada/COUNTRY", "Canadian Government/ORG", "U.S. Government/ORG")
    assert _ids(rows) == ["canada", "canada", "united-states"]
    assert link(rows).entity_of(rows[1]).label == "COUNTRY"


def test_a_firm_is_short_for_itself_with_words_of_trade() -> None:
    rows = article("a", "Brightwater Asset Management/ORG", "Brightwater/ORG")
    assert len(set(_ids(rows))) == 1
    assert {a.method for a in link(rows).aliases if a.alias == "Brightwater"} == {"short name"}


def test_two_firms_with_one_first_word_explain_nothing() -> None:
    rows = article("a", "Brightwater Airlines/ORG", "Brightwater Bank/ORG", "Brightwater/ORG")
    assert len(set(_ids(rows))) == 3


def test_a_bracket_explains_letters_that_are_no_initials() -> None:
    long = mention("a", 0, "Norland Airways", "ORG")
    short = mention("a", long.end + 2, "NLA", "ORG", "acronym")
    later = mention("b", 0, "NLA", "ORG", "acronym")
    assert len(set(_ids([long, short, later]))) == 1


def test_the_letters_stand_in_the_name_in_their_order() -> None:
    assert spelled_by("NLA", "Norland Airways")
    assert spelled_by("N.L.A.", "Norland Airways")
    assert not spelled_by("NAL", "Orland Airways")
    assert spelled_by("GSV", "Groß Straße Verein")  # folded, it is longer
    assert not spelled_by("NORLA", "NORLA 4")
    assert not spelled_by("NA", "Norland Union of Fishers and Airmen")


def test_a_known_acronym_takes_in_the_name_that_it_is_explained_by() -> None:
    long = mention("a", 0, "European Aeronautic Defense & Space Company", "ORG")
    short = mention("a", long.end + 2, "EADS", "ORG", "acronym")
    other = mention("b", 0, "EADS", "ORG")
    assert len(set(_ids([long, short, other]))) == 1
    many = [mention("c", at * 10, "EADS", "ORG") for at in range(8)]
    assert set(_ids([long, short, other, *many])) == {"eads"}


def test_words_written_apart_or_together_are_one_name() -> None:
    ids = _ids(article("a", "World Wide Harbour Congress/ORG", "Worldwide Harbour Congress/ORG"))
    assert ids[0] == ids[1]


def test_a_rare_kind_of_a_name_yields_to_the_common_one() -> None:
    rows = article("a", *["Ornsong/PRODUCT"] * 4, "Ornsong/ORG", "Ornsong/ORG")
    assert len(set(_ids(rows))) == 1
    even = article("a", *["Ornsong/PRODUCT"] * 2, *["Ornsong/PLACE"] * 3)
    assert len(set(_ids(even))) == 1
    place = article("a", *["Ornsong/PRODUCT"] * 4, *["Ornsong/PLACE"] * 3)
    assert len(set(_ids(place))) == 2


def test_europeans_are_of_europe() -> None:
    assert set(_ids(article("a", "European/PLACE/demonym", "Europe/PLACE"))) == {"europe"}


def test_a_team_is_named_without_its_town() -> None:
    rows = article("a", "Oslo Gulls/ORG", "Gulls/ORG")
    assert len(set(_ids(rows))) == 1


def test_spaces_and_hyphens_do_not_hide_a_known_firm() -> None:
    assert _ids(article("a", "Wal - Mart/ORG")) == ["walmart"]


def test_an_acronym_is_shown_by_what_articles_explain_it_with() -> None:
    long = mention("a", 0, "Government Accountability Office", "ORG")
    short = mention("a", long.end + 2, "GAO", "ORG", "acronym")
    (entity,) = link([long, short]).entities
    assert entity.name == "Government Accountability Office"
