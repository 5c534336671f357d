"""Claims on invented articles: the same statement is joined, shared actors are not, and bad input makes no claim."""

from __future__ import annotations

import time

import pytest

from lib.relate.claims import Claims, find_claims
from lib.relate.story import StoryAccounts
from lib.relate.vectors import Vectors
from tests.relate.accounts import article_of, story_of
from tests.relate.checked import check

BRIDGE = (
    "The old harbour bridge in Porto collapsed on Tuesday, killing 12 people, the police said. "
    "Mayor Ana Costa ordered an inquiry into the company that maintained it. "
    "Schools in the north of the city stay closed until Friday."
)
REST = "Schools in the north of the city stay closed until Friday. A circus came to the market."
BRIDGE_AGAIN = (
    "Twelve people died when the harbour bridge in Porto fell on Tuesday. "
    "An inquiry into the company that looked after the bridge was ordered by Mayor Ana Costa. "
    "Costa has led the city since 2019 and wants to be elected again."
)


def joined(found: Claims, story: StoryAccounts) -> list[set[str]]:
    texts = {(s.article_id, s.sentence_id): account.text_of(s) for account in story.accounts for s in account.sentences}
    return [
        {texts[s.article_id, s.sentence_id] for s in found.sentences if s.claim_id == c.claim_id} for c in found.claims
    ]


def test_the_same_statement_in_other_words_is_one_claim(vectors):
    story = story_of(("Post", BRIDGE), ("Wire", BRIDGE_AGAIN))
    found = find_claims(story, vectors)
    check(found, story)
    groups = joined(found, story)
    assert any(any("collapsed" in t for t in group) and any("died" in t for t in group) for group in groups)
    assert any(sum("inquiry" in t for t in group) == 2 for group in groups)
    assert not any("Schools" in t or "elected again" in t for group in groups for t in group)


def test_every_claim_says_why(vectors):
    found = find_claims(story_of(("Post", BRIDGE), ("Wire", BRIDGE_AGAIN)), vectors)
    (inquiry,) = {s.why for s in found.sentences if "order" in s.why}
    assert "Ana Costa" in inquiry


def test_an_article_that_is_silent_has_its_nearest_sentence(vectors):
    silent = "Porto is a city in Portugal with 230,000 people. Its harbour was built by the Romans."
    story = story_of(("Post", BRIDGE), ("Wire", BRIDGE_AGAIN), ("Globe", silent))
    found = find_claims(story, vectors)
    check(found, story)
    globe = story.accounts[2].article.article_id
    near = [n for n in found.nearest if n.article_id == globe]
    assert {n.claim_id for n in near} == {c.claim_id for c in found.claims}
    assert all("Missing" in n.why for n in near)


def test_swapped_roles_are_two_statements(vectors):
    story = story_of(
        ("Post", "France accused Germany of blocking the fishing deal in Brussels. The talks went on all night."),
        ("Wire", "Germany accused France of blocking the fishing deal in Brussels. Rain fell on the coast."),
    )
    found = find_claims(story, vectors)
    check(found, story)
    assert joined(found, story) == []


def test_shared_actors_are_not_a_shared_statement(vectors):
    story = story_of(
        ("Post", "Ana Costa met the workers of the port in Porto to hear their complaints about pay."),
        ("Wire", "Ana Costa bought a house in Porto from a retired footballer, two neighbours said."),
    )
    found = find_claims(story, vectors)
    assert found.claims == []


@pytest.mark.parametrize(
    "articles",
    [
        (),
        (("Post", BRIDGE),),
        (("Post", BRIDGE), ("Post", BRIDGE_AGAIN)),
        (("Post", BRIDGE), ("Wire", "")),
        (("Post", "Yes. No. Maybe. Stop."), ("Wire", "Yes. No. Maybe. Stop.")),
        (("Post", "This is a developing story. Sign up for our newsletter."), ("Wire", "This is a developing story.")),
        (("Post", "3 4 5 6 7\n8 9 10 11 12\n13.5 14.5 15.5"), ("Wire", "3 4 5 6 7\n8 9 10 11 12\n13.5 14.5 15.5")),
        (("Post", "GOLD 12 SILVER 10 BRONZE 8 TOTAL 30"), ("Wire", "GOLD 12 SILVER 10 BRONZE 8 TOTAL 30")),
        (("Post", "Cheese from Ghent won a prize at the fair."), ("Wire", "Snow closed two passes in the Andes.")),
        (("Post", "🎉" * 400), ("Wire", "\u202eשלום\u0301 " * 200)),
        (("Post", "word " * 5000), ("Wire", "word " * 5000)),
    ],
    ids=["nothing", "one article", "one outlet", "an empty article", "one word", "boilerplate", "a table", "capitals",
         "nothing shared", "no words", "no end"],
)  # fmt: skip
def test_bad_input_makes_no_claim(articles, vectors):
    story = story_of(*articles)
    found = find_claims(story, vectors)
    check(found, story)
    assert not found.claims
    assert not found.nearest


def test_two_identical_articles_share_all_from_one_origin(vectors):
    story = story_of(article_of("Post", BRIDGE, origin="o"), article_of("Wire", BRIDGE, origin="o"))
    found = find_claims(story, vectors)
    check(found, story)
    assert len(found.claims) == 3
    assert {claim.n_origins for claim in found.claims} == {1}
    assert {s.why for s in found.sentences} == {"The two sentences have the same words."}


def test_articles_of_unknown_outlet_stand_for_themselves(vectors):
    story = story_of(("", BRIDGE), ("", BRIDGE_AGAIN))
    found = find_claims(story, vectors)
    check(found, story)
    assert found.claims


def test_the_same_input_gives_the_same_result(vectors):
    story = story_of(("Post", BRIDGE), ("Wire", BRIDGE_AGAIN))
    assert find_claims(story, vectors) == find_claims(story, vectors)


def test_many_articles_of_one_outlet_against_two():
    many = [("Post", f"Street number {n} in Porto was swept by worker {n} of the city on day {n}.") for n in range(150)]
    story = story_of(*many, ("Wire", BRIDGE), ("Globe", BRIDGE_AGAIN))
    began = time.perf_counter()
    found = find_claims(story, None)
    check(found, story)
    assert time.perf_counter() - began < 20
    per_claim = {c.claim_id: sum(n.claim_id == c.claim_id for n in found.nearest) for c in found.claims}
    assert per_claim
    assert max(per_claim.values()) <= 3 + 1


BOTH = "Mayor Ana Costa closed the harbour bridge in Porto and ordered an inquiry into the builder Lima."
CLOSED = "The harbour bridge in Porto was closed by mayor Ana Costa."
ORDERED = "An inquiry into the builder Lima was ordered by mayor Ana Costa."


def test_a_sentence_that_states_two_things_is_in_two_claims(tmp_path):
    story = story_of(("Post", f"{BOTH} {REST}"), ("Wire", f"{CLOSED} Rain fell on the hills of the north. {ORDERED}"))
    with Vectors(tmp_path) as by_meaning:
        found = find_claims(story, by_meaning)
    check(found, story)
    assert joined(found, story) == [{BOTH, CLOSED}, {BOTH, ORDERED}]


def test_what_two_sentences_state_together_makes_neither_near_to_another_claim(tmp_path):
    story = story_of(("Post", f"{BOTH} {REST}"), ("Wire", f"{CLOSED} It rained."), ("Globe", f"Snow fell. {ORDERED}"))
    with Vectors(tmp_path) as by_meaning:
        found = find_claims(story, by_meaning)
    check(found, story)
    assert joined(found, story) == [{BOTH, CLOSED}, {BOTH, ORDERED}]
    assert len(found.nearest) == 2
    assert all(near.score < 0.5 for near in found.nearest)


def test_sentences_that_stand_in_one_claim_make_no_second_one():
    said = ("Lorania has about 900 soldiers on the island of Vesk", "Some 900 soldiers of Lorania are on Vesk")
    more = ("More than 900 soldiers of Lorania stay on the island of Vesk", "Lorania has 950 soldiers on Vesk, it says")
    outlets = ("Post", "Wire", "Globe", "Echo", "Herald", "Star")
    story = story_of(*((outlet, f"{one}. {REST}") for outlet, one in zip(outlets, (*said, *more, *said), strict=True)))
    found = find_claims(story, None)
    check(found, story)
    assert sum("Vesk" in claim.gist for claim in found.claims) == 1


def test_a_sentence_that_points_at_another_is_no_claim(vectors):
    story = story_of(
        ("Post", "He denied both. That number is disputed. No evidence was published. Is it true of Lorania?"),
        ("Wire", "He denied both. That number is disputed. No evidence was published. Is it true of Lorania?"),
    )
    assert find_claims(story, vectors).claims == []


def test_what_is_there_and_what_is_planned_are_two_claims(vectors):
    story = story_of(
        ("Post", "Lorania has about 900 soldiers on the island of Vesk, officials said. Rain fell on the coast."),
        ("Wire", "Lorania plans to have 2,000 soldiers on the island of Vesk by June. The ferry was late again."),
    )
    found = find_claims(story, vectors)
    check(found, story)
    assert joined(found, story) == []
