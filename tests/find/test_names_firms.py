"""A firm and its heir, things known by name, and organisations of the world, in invented sentences."""

from __future__ import annotations

from tests.find.test_names import names


def test_a_firm_named_before_its_heir_stays_a_firm() -> None:
    found = names("Ford cut two thousand jobs. Shares in Ford fell. Its chairman, William Ford, spoke. Ford said so.")
    assert {m.label for m in found if m.text == "Ford"} == {"ORG"}


def test_a_product_known_by_name_is_no_organisation() -> None:
    found = names("The network was hit by NotPetya in the summer.")
    assert [(m.text, m.label) for m in found] == [("NotPetya", "PRODUCT")]


def test_organisations_of_the_world() -> None:
    found = names("In the evening Eskom said units had broken down, and Bharti Airtel raised its tariffs.")
    assert [(m.text, m.label) for m in found] == [("Eskom", "ORG"), ("Bharti Airtel", "ORG")]
