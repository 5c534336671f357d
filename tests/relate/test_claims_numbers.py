"""Numbers that differ in a claim: those that the ledger calls different, and those of one thing in one statement."""

from __future__ import annotations

import pytest

from lib.relate import relate_story
from lib.schema import Difference
from tests.relate.accounts import story_of
from tests.relate.checked import check


def numbers(vectors, one: str, other: str, kind: str = "number") -> list[Difference]:
    story = story_of(("Post", one), ("Wire", other))
    related = relate_story(story, vectors)
    check(related.claims, story)
    (claim,) = related.claims.claims
    found = [d for d in related.claims.differences if d.kind == kind]
    assert (kind in claim.differences) is bool(found)
    places = {(d.article_id, d.sentence_id) for d in related.claims.differences}
    assert all(s.differs is ((s.article_id, s.sentence_id) in places) for s in related.claims.sentences)
    texts = {account.article.article_id: account.article.text for account in story.accounts}
    if kind == "number":
        assert all(texts[d.article_id][d.start : d.end].replace(",", "").startswith(d.value) for d in found)
    return found


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("40 workers", "65 workers", True),
        ("40 workers", "65 employees", True),
        ("almost 40 workers", "38 workers", False),
        ("40 workers", "65 more workers", False),
    ],
)
def test_numbers_differ_by_what_they_count_and_by_their_hedges(vectors, one, other, differ):
    found = numbers(
        vectors,
        f"The explosion at the fireworks plant near Lodz injured {one} on Monday, police said.",
        f"On Monday an explosion at a fireworks plant near Lodz injured {other}, the mayor said.",
    )
    assert {d.value for d in found} == ({"40", "65"} if differ else set())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Two counties have dropped the caterer Ardent since the spoiled meals, the council of Lodz said on Monday.",
            "On Monday the council of Lodz said that two of the five counties have dropped the caterer Ardent since "
            "the spoiled meals.",
            id="the number stands beside the one of the whole",
        ),
        pytest.param(
            "Lorania has massed 127,000 soldiers near Narva, according to Narva's army.",
            "Lorania has massed 100,000 soldiers near Narva, its own army says; Narva's army says 127,000 soldiers.",
            id="both numbers are told",
        ),
        pytest.param(
            "The ferry Aurora sank off Crete on Monday and fishermen rescued 119 people, the coast guard said.",
            "The ferry Aurora sank off Crete on Monday with nearly 200 people aboard, the coast guard said.",
            id="rescued and aboard",
        ),
        pytest.param(
            "About 20,000 people marched through Lodz against the budget on Monday.",
            "Police in Lodz detained 34 people who marched against the budget on Monday.",
            id="marching and detained",
        ),
        pytest.param(
            "The crash of a turboprop near Lodz on Monday killed all 40 passengers and four crew members.",
            "All 44 people aboard were killed when a turboprop crashed near Lodz on Monday.",
            id="two numbers make the other",
        ),
        pytest.param(
            "Inflation in Lorania rose to 5 percent in March, the statistics office said on Monday.",
            "Inflation in Lorania rose to 5.2 percent in March, the statistics office said on Monday.",
            id="a share may be rounded",
        ),
    ],
)
def test_numbers_of_other_things_do_not_differ(vectors, one, other):
    assert numbers(vectors, one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        pytest.param(
            "Divers recovered 9 bodies from the sunken ferry Aurora off Crete on Monday.",
            "On Monday divers recovered 22 bodies from the sunken ferry Aurora off Crete.",
            {"9", "22"},
            id="far apart, of one thing",
        ),
        pytest.param(
            "The union of the metal workers of Lodz said that 3,200 people had joined the strike on Monday.",
            "The union of the metal workers of Lodz said that 4,100 had joined the strike on Monday.",
            {"3200", "4100"},
            id="the only number in both, of which one says what is counted",
        ),
        pytest.param(
            "Inflation in Lorania rose to 5.6 percent in March, the statistics office said on Monday.",
            "Inflation in Lorania rose to 5.2 percent in March, the statistics office said on Monday.",
            {"5.6 percent", "5.2 percent"},
            id="shares that rounding does not explain",
        ),
    ],
)
def test_one_statement_is_evidence_that_numbers_are_of_one_thing(vectors, one, other, values):
    assert {d.value for d in numbers(vectors, one, other)} == values


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("40 workers", "about 40 workers", {"40", "about 40"}),
        ("40 workers", "more than 30 employees", {"40", "at least 30"}),
        ("dozens of workers", "74 workers", {"about 24–99", "74"}),
        ("between 40 and 50 workers", "45 workers", {"40–50", "45"}),
        ("40 workers", "40 workers", set()),
        ("40 workers", "65 workers", set()),
        ("more than 10 workers", "65 workers", set()),
        ("40 workers, some 20 of them badly", "some 20 workers", set()),
    ],
)
def test_one_number_can_be_given_more_or_less_exactly(vectors, one, other, values):
    found = numbers(
        vectors,
        f"The explosion at the fireworks plant near Lodz injured {one} on Monday, police said.",
        f"On Monday an explosion at a fireworks plant near Lodz injured {other}, the mayor said.",
        "hedge",
    )
    assert {d.value for d in found} == values


def test_shares_so_near_that_they_can_be_one_differ_in_how_exactly_they_are_given(vectors):
    found = numbers(
        vectors,
        "Inflation in Lorania rose to 5.2 percent in March, the statistics office said on Monday.",
        "Inflation in Lorania rose to about 5 percent in March, the statistics office said on Monday.",
        "hedge",
    )
    assert {d.value for d in found} == {"5.2 percent", "about 5 percent"}


def test_the_missing_come_on_top_of_the_dead_and_not_of_other_missing(vectors):
    found = numbers(
        vectors,
        "The flood that swept through Lodz on Monday left 30 people missing, the mayor said.",
        "Another 22 people have not been found since the flood swept through Lodz on Monday, the mayor said.",
    )
    assert {d.value for d in found} == {"30", "22"}
