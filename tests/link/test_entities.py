"""Linking by hand-written mentions: what is one thing, what stays two, and what each alias says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.link.entities import Linked, link
from lib.schema import LABELS, ROLES, Alias, Entity, Mention
from lib.tables import to_table
from tests.link.mentions import article


def ids(*articles: list[Mention]) -> tuple[Linked, list[str]]:
    mentions = [m for rows in articles for m in rows]
    linked = link(mentions)
    return linked, [linked.entity_of(m).entity_id for m in mentions]


@pytest.mark.parametrize(
    ("forms", "entity"),
    [
        (["US/COUNTRY", "U.S./COUNTRY", "USA/COUNTRY", "United States/COUNTRY", "America/COUNTRY"], "united-states"),
        (
            ["Russia/COUNTRY", "Russian/COUNTRY/demonym", "Russians/COUNTRY/demonym", "Kremlin/COUNTRY/metonym"],
            "russia",
        ),
        (["Ukraine/COUNTRY", "Ukriane/ORG"], "ukraine"),
        (["Russia/COUNTRY", "Rusia/PLACE"], "russia"),
        (["UN/ORG/acronym", "United Nations/ORG", "U.N./ORG/acronym"], "united-nations"),
        (["Kyiv/PLACE", "Kiev/PLACE"], "kyiv"),
        (["Recep Tayyip Erdoğan/PERSON", "Recep Tayyip Erdogan/PERSON", "Erdoğan/PERSON"], None),
        (["Brightwater Holdings Ltd/ORG", "Brightwater/ORG"], None),
        (["Harbour Safety Board/ORG", "HSB/ORG/acronym"], "harbour-safety-board"),
        (["Ida Marsh/PERSON", "Marsh/PERSON", "Mrs. Marsh/PERSON"], "ida-marsh"),
        (["John F. Quill/PERSON", "John Quill/PERSON"], None),
    ],
)
def test_one_thing(forms: list[str], entity: str | None) -> None:
    _, found = ids(article("a", *forms))
    assert len(set(found)) == 1, list(zip(forms, found, strict=True))
    assert entity is None or found[0] == entity


def test_spellings_across_articles() -> None:
    _, found = ids(
        article("a", "Volodymyr Zelenskyy/PERSON", "Zelenskyy/PERSON"),
        article("b", "Volodymyr Zelensky/PERSON", "Zelensky/PERSON"),
        article("c", "Zelenskiy/PERSON"),
    )
    assert set(found) == {found[0]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moscow/PLACE", "Moscow/COUNTRY/metonym"),
        ("Georgia/PLACE", "Georgia/COUNTRY"),
        ("Ida Marsh/PERSON", "Marsh Industries/ORG"),
        ("Austria/COUNTRY", "Australia/COUNTRY"),
        ("Gambia/COUNTRY", "Zambia/COUNTRY"),
        ("Jordan/COUNTRY", "Jordan/PERSON"),
        ("Airbus A320/PRODUCT", "Airbus A380/PRODUCT"),
        ("Ida Marsh/PERSON", "Ola Marsh/PERSON"),
        ("John A. Quill/PERSON", "John B. Quill/PERSON"),
    ],
)
def test_two_things(one: str, other: str) -> None:
    _, found = ids(article("a", one), article("b", other))
    assert found[0] != found[1]


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        ("Amos Marewold/PERSON", "Amos Marewold Jr./PERSON"),
        ("Amos Marewold Jr./PERSON", "Amos B. Marewold/PERSON"),
        ("King Osbert III/PERSON", "King Osbert II/PERSON"),
        ("Carlo Rossi/PERSON", "Carla Rossi/PERSON"),
        ("Daniel Ortega/PERSON", "Daniela Ortega/PERSON"),
        ("Alex Morgan/PERSON", "Alex Moran/PERSON"),
        ("Ministry of Health/ORG", "Ministry of Wealth/ORG"),
    ],
)
def test_a_rare_name_beside_a_common_one_that_is_nearly_its(common: str, rare: str) -> None:
    _, found = ids(article("a", *[common] * 6), article("b", rare))
    assert found[0] != found[-1]


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        ("Amos Marewold Jr./PERSON", "Amos B. Marewold Jr/PERSON"),
        ("King Osbert III/PERSON", "Osbert/PERSON"),
        ("Amos B. Marewold III/PERSON", "Amos Marewold/PERSON"),
        ("Ida Marewold/PERSON", "Ida Marweold/PERSON"),
        ("Ministry of Health/ORG", "Ministry of Helth/ORG"),
    ],
)
def test_a_rare_form_of_a_common_name_is_its(common: str, rare: str) -> None:
    _, found = ids(article("a", *[common] * 6), article("b", rare))
    assert set(found) == {found[0]}


def test_a_bare_family_name_is_the_one_without_a_suffix() -> None:
    _, found = ids(
        article("a", "Amos Marewold/PERSON"), article("b", "Amos Marewold Jr./PERSON"), article("c", "Marewold/PERSON")
    )
    assert found[2] == found[0] != found[1]
    _, found = ids(article("b", "Amos Marewold Jr./PERSON"), article("c", "Marewold/PERSON"))
    assert found[0] == found[1]


def test_a_metonym_is_its_country_and_says_so() -> None:
    linked, found = ids(article("a", "Moscow/COUNTRY/metonym", "Russia/COUNTRY", "Moscow/PLACE"))
    assert found == ["russia", "russia", "moscow"]
    alias = next(a for a in linked.aliases if a.alias == "Moscow" and a.entity_id == "russia")
    assert (alias.role, alias.method) == ("metonym", "metonym")
    assert "government of Russia" in alias.why


def test_two_people_of_one_family_name_stay_two() -> None:
    linked, found = ids(
        article("a", "Ida Marsh/PERSON", "Marsh/PERSON", "Ola Marsh/PERSON", "Marsh/PERSON"),
        article("b", "Marsh/PERSON"),
    )
    assert found == ["ida-marsh", "ida-marsh", "ola-marsh", "ola-marsh", "marsh"]
    alias = next(a for a in linked.aliases if a.entity_id == "marsh")
    assert alias.method == "ambiguous"
    assert "Ida Marsh" in alias.why
    assert "Ola Marsh" in alias.why


def test_an_acronym_means_what_its_article_says() -> None:
    _, found = ids(
        article("a", "Harbour Safety Board/ORG", "HSB/ORG"),
        article("b", "Hill Science Bureau/ORG", "HSB/ORG"),
        article("c", "HSB/ORG"),
    )
    assert found == ["harbour-safety-board"] * 2 + ["hill-science-bureau"] * 2 + ["hsb"]


def test_ids_tell_namesakes_apart() -> None:
    _, found = ids(article("a", "Georgia/COUNTRY", "Georgia/COUNTRY", "Georgia/PLACE"))
    assert found == ["georgia", "georgia", "georgia-place"]


def test_a_rare_label_yields_to_the_usual_one() -> None:
    linked, found = ids(article("a", *["Quorvia/ORG"] * 9), article("b", "Quorvia/PERSON"))
    assert set(found) == {"quorvia"}
    assert linked.entities[0].label == "ORG"


def test_mentions_are_relabelled_with_both_scores() -> None:
    mentions = article("a", "Rusia/PLACE", "Russia/COUNTRY")
    rows = list(link(mentions).relabel(mentions))
    assert [(m.entity_id, m.label) for m in rows] == [("russia", "COUNTRY")] * 2
    assert rows[0].score < rows[1].score


def test_aliases_count_every_mention_once() -> None:
    mentions = article("a", "Ida Marsh/PERSON", "Marsh/PERSON", "Marsh/PERSON") + article(
        "b", "Marsh/PERSON", "UN/ORG/acronym"
    )
    assert sum(a.n for a in link(mentions).aliases) == len(mentions)


FORMS = st.sampled_from(
    ["Ida Marsh", "Marsh", "Ola Marsh", "Moscow", "Russia", "Rusia", "UN", "United Nations", "HSB",
     "Harbour Safety Board", "’s", "É", "Erdoğan", "Erdogan", "Georgia",
     "Brightwater Ltd", "Brightwater", "--", "İ", "مرحبا"]
)  # fmt: skip
ROWS = st.tuples(
    st.sampled_from("abc"), FORMS | st.text(min_size=1, max_size=12), st.sampled_from(LABELS), st.sampled_from(ROLES)
)


@settings(deadline=None)
@given(st.lists(ROWS, max_size=25))
def test_any_mentions_link_to_unique_readable_ids(rows: list[tuple[str, str, str, str]]) -> None:
    mentions = [
        Mention(a, 0, i * 50, i * 50 + len(form), form, label, "", role, "ner", 0.9)
        for i, (a, form, label, role) in enumerate(sorted(rows, key=lambda r: r[0]))
    ]
    linked = link(mentions)
    known = [e.entity_id for e in linked.entities]
    assert len(known) == len(set(known))
    relabelled = list(linked.relabel(mentions))
    assert {m.entity_id for m in relabelled} <= set(known)
    assert sum(a.n for a in linked.aliases) == len(mentions)
    assert all(not re.search(r"\s", entity_id) for entity_id in known)
    label_of = {e.entity_id: e.label for e in linked.entities}
    assert all(m.label == label_of[m.entity_id] for m in relabelled)
    assert all(a.why.endswith(".") for a in linked.aliases)
    to_table(Entity, linked.entities)
    to_table(Alias, linked.aliases)


def test_the_order_of_articles_does_not_change_the_groups() -> None:
    one = article("a", "Ida Marsh/PERSON", "Marsh/PERSON")
    two = article("b", "Marsh/PERSON", "U.S./COUNTRY")
    _, forwards = ids(one, two)
    _, backwards = ids(two, one)
    assert forwards == backwards[2:] + backwards[:2]


def test_the_commonest_full_name_without_an_initial_is_shown() -> None:
    rows = article("a", "Ida F. Marsh/PERSON", "Ida F. Marsh/PERSON", "Marsh/PERSON") + article("b", "Ida Marsh/PERSON")
    assert {e.name for e in link(rows).entities} == {"Ida Marsh"}


def test_forms_of_one_first_name() -> None:
    rows = article("a", "Oleg Hollin/PERSON", "Oleg Hollin/PERSON") + article("b", "Oleh Hollin/PERSON")
    (entity,) = link(rows).entities
    assert entity.aliases == ("Oleg Hollin", "Oleh Hollin")
    assert [a.score for a in link(rows).aliases if a.alias == "Oleh Hollin"] == [0.8]


def test_letters_swapped_in_a_family_name() -> None:
    rows = article("a", "Ida Marewold/PERSON", "Marewold/PERSON", "Marewold/PERSON") + article(
        "b", "Ida Marweold/PERSON"
    )
    (entity,) = link(rows).entities
    assert entity.name == "Ida Marewold"


def test_a_family_name_taken_for_a_firm_once() -> None:
    rows = article("a", "Ida Marewold/PERSON", "Marewold/PERSON", "Marewold/PERSON", "Marewold/PERSON")
    rows += article("b", "Marewold/ORG")
    (entity,) = link(rows).entities
    assert (entity.name, entity.label) == ("Ida Marewold", "PERSON")
