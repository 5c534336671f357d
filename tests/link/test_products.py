"""Products under one name: plurals, makers, nicknames."""

from __future__ import annotations

import pytest

from lib.link.entities import link
from tests.link.mentions import article


def _same(*forms: str) -> bool:
    rows = article("a", *(f"{form}/PRODUCT" for form in forms))
    linked = link(rows)
    return len({linked.entity_of(row).entity_id for row in rows}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        ("Ornphone", "Ornphones"),
        ("Orn Box", "Orn Boxes"),
        ("Airbus A990", "A990"),
        ("Airbus A990", "A990", "A990s"),
        ("Boeing 797 Skyliner", "Skyliner", "Boeing 797"),
    ],
)
def test_one_product(forms: tuple[str, ...]) -> None:
    assert _same(*forms)


@pytest.mark.parametrize(
    "forms",
    [
        ("Airbus A990", "A991"),
        ("Boeing 797 Max", "Boeing 797"),
        ("Orn Box", "Orn Box Pro"),
        ("Boeing K10", "Airbus K10", "K10"),
        ("Glass", "Glas"),
    ],
)
def test_other_products(forms: tuple[str, ...]) -> None:
    assert not _same(*forms)


def test_the_maker_may_be_one_that_only_the_corpus_knows() -> None:
    rows = article("a", "Ornworks/ORG", "Ornworks T40/PRODUCT", "T40/PRODUCT")
    linked = link(rows)
    assert linked.entity_of(rows[1]).entity_id == linked.entity_of(rows[2]).entity_id
    assert {a.method for a in linked.aliases if a.alias == "T40"} == {"model"}


def test_a_product_with_its_maker_may_have_been_taken_for_a_firm() -> None:
    rows = article(
        "a", "Skyliner/PRODUCT", "Boeing 797 Skyliner/PRODUCT", "797 Skyliner/ORG", "Ford Vika/ORG", "Vika/PRODUCT"
    )
    linked = link(rows)
    ids = [linked.entity_of(row).entity_id for row in rows]
    assert len(set(ids[:3])) == 1
    assert ids[3] == ids[4]
    assert linked.entity_of(rows[3]).label == "PRODUCT"
