"""Ministries that many countries have under one name: told apart by the country beside them."""

from __future__ import annotations

from lib.link.entities import link
from tests.link.mentions import article


def test_two_countries_have_a_foreign_ministry_each() -> None:
    first = article("a", "Norwegian/COUNTRY/demonym", "Foreign Ministry/ORG", "Oslo/PLACE", "Foreign Ministry/ORG")
    second = article("b", "Sweden/COUNTRY", "Foreign Ministry/ORG")
    linked = link([*first, *second])
    ids = [linked.entity_of(m).entity_id for m in [*first, *second] if m.text == "Foreign Ministry"]
    assert ids == ["foreign-ministry-norway", "foreign-ministry-norway", "foreign-ministry-sweden"]
    reasons = {a.entity_id: a.method for a in linked.aliases if a.alias == "Foreign Ministry"}
    assert reasons == {"foreign-ministry-norway": "country", "foreign-ministry-sweden": "country"}


def test_the_words_of_the_name_may_say_whose_it_is() -> None:
    rows = article("a", "Norwegian Foreign Ministry/ORG", "Sweden/COUNTRY", "Foreign Ministry/ORG")
    linked = link(rows)
    assert linked.entity_of(rows[0]).entity_id == "foreign-ministry-norway"


def test_without_a_country_it_stays_nobody_s() -> None:
    rows = article("a", "Foreign Ministry/ORG")
    assert link(rows).entity_of(rows[0]).entity_id == "foreign-ministry"
