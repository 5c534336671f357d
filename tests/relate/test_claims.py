"""Claims on invented articles: the same statement is joined, shared actors are not, and bad input makes no claim."""

from __future__ import annotations

import datetime as dt
import time
from itertools import combinations

import pytest

from lib.relate.claims import Claims, find_claims
from lib.relate.story import StoryAccounts
from lib.relate.vectors import Vectors
from lib.schema import Claim, ClaimSentence, Difference, Nearest
from lib.tables import to_table
from tests.relate.accounts import article_of, story_of

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


@pytest.fixture(scope="module", params=["meaning", "words"])
def vectors(request, tmp_path_factory):
    if request.param == "words":
        return None
    assert Vectors.available(), "the sentence model is in the lock: an environment without it is broken"
    return Vectors(tmp_path_factory.mktemp("vectors"))


def joined(found: Claims, story: StoryAccounts) -> list[set[str]]:
    texts = {(s.article_id, s.sentence_id): account.text_of(s) for account in story.accounts for s in account.sentences}
    return [
        {texts[s.article_id, s.sentence_id] for s in found.sentences if s.claim_id == c.claim_id} for c in found.claims
    ]


def check(found: Claims, story: StoryAccounts) -> None:
    """What holds for every result: the tables' contract, offsets, two outlets, references."""
    for row, rows in (
        (Claim, found.claims),
        (ClaimSentence, found.sentences),
        (Difference, found.differences),
        (Nearest, found.nearest),
    ):
        to_table(row, rows)
    articles = {account.article.article_id: account.article for account in story.accounts}
    ids = [claim.claim_id for claim in found.claims]
    assert len(ids) == len(set(ids))
    for claim in found.claims:
        own = [s for s in found.sentences if s.claim_id == claim.claim_id]
        assert len(own) == claim.n_sentences
        assert len({articles[s.article_id].source or s.article_id for s in own}) == claim.n_sources >= 2
        assert claim.gist in articles[claim.gist_article_id].text
        assert 0 <= claim.score <= 1
    for row in (*found.sentences, *found.differences, *found.nearest):
        assert row.claim_id in ids
        assert 0 <= row.start < row.end <= len(articles[row.article_id].text)
        assert row.why.endswith(".")
    members = [{(s.article_id, s.start, s.end) for s in found.sentences if s.claim_id == known} for known in ids]
    assert all(len(one & other) < 2 for one, other in combinations(members, 2))
    making = {(s.claim_id, s.article_id) for s in found.sentences}
    assert not making & {(n.claim_id, n.article_id) for n in found.nearest}


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


def test_numbers_that_exclude_each_other_differ(vectors):
    story = story_of(
        ("Post", "The explosion at the fireworks plant near Lodz injured 40 workers on Monday, police said."),
        ("Wire", "On Monday an explosion at a fireworks plant near Lodz injured 65 workers, the mayor said."),
    )
    found = find_claims(story, vectors)
    check(found, story)
    (claim,) = found.claims
    assert "number" in claim.differences
    values = {(d.value, story_text(story, d)) for d in found.differences if d.kind == "number"}
    assert {value for value, _ in values} == {"40", "65"}
    assert all(words.startswith(value) for value, words in values)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("40 workers", "65 employees", True),
        ("almost 40 workers", "38 workers", False),
        ("40 workers", "65 more workers", False),
    ],
)
def test_numbers_differ_by_what_they_count_and_by_their_hedges(vectors, one, other, differ):
    story = story_of(
        ("Post", f"The explosion at the fireworks plant near Lodz injured {one} on Monday, police said."),
        ("Wire", f"On Monday an explosion at a fireworks plant near Lodz injured {other}, the mayor said."),
    )
    (claim,) = find_claims(story, vectors).claims
    assert ("number" in claim.differences) is differ


def test_days_that_exclude_each_other_differ_with_both_chains(vectors):
    day = dt.date(2023, 5, 9)
    story = story_of(
        article_of("Post", "The ferry Aurora sank off the coast of Crete on 3 May, killing nine sailors.", day),
        article_of("Wire", "The ferry Aurora sank off the coast of Crete last month, killing nine sailors.", day),
    )
    found = find_claims(story, vectors)
    check(found, story)
    (claim,) = found.claims
    assert "date" in claim.differences
    whys = {d.why for d in found.differences if d.kind == "date"}
    assert len(whys) == 1
    assert "3 May 2023" in whys.copy().pop()
    assert "Apr 2023" in whys.pop()


def test_a_part_of_no_named_day_contradicts_no_day(vectors):
    story = story_of(
        article_of(
            "Post", "The ferry Aurora sank off the coast of Crete on 3 May, killing nine sailors.", dt.date(2023, 5, 9)
        ),
        article_of(
            "Wire",
            "The ferry Aurora sank off the coast of Crete in the morning, killing nine sailors.",
            dt.date(2023, 5, 12),
        ),
    )
    found = find_claims(story, vectors)
    check(found, story)
    assert [c.n_sources for c in found.claims] == [2]
    assert "date" not in found.claims[0].differences


def test_another_voice_is_a_difference_of_attribution(vectors):
    story = story_of(
        ("Post", "The power station at Narva will close in June, energy minister Liis Tamm said."),
        ("Wire", "The power station at Narva will close in June, said an official who asked not to be named."),
    )
    found = find_claims(story, vectors)
    check(found, story)
    assert "attribution" in found.claims[0].differences
    assert {s.attribution for s in found.sentences} == {"named", "anonymous"}
    assert "Officials" in {s.speaker_group for s in found.sentences}


def story_text(story: StoryAccounts, row: Difference) -> str:
    text = next(a.article.text for a in story.accounts if a.article.article_id == row.article_id)
    return text[row.start : row.end]


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


def test_an_accusation_that_two_articles_look_back_on_has_two_days(vectors):
    day = dt.date(2023, 5, 9)
    story = story_of(
        article_of(
            "Post", "Last month the Baltic Times reported that Lorania was preparing a false alarm at sea.", day
        ),
        article_of("Wire", "In March the government accused Lorania of preparing a false alarm at sea.", day),
    )
    found = find_claims(story, vectors)
    check(found, story)
    values = {d.value for d in found.differences if d.kind == "date"}
    assert values == {"2023-04", "2023-03"}


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


def test_an_outlets_own_voice_has_no_words_that_differ(vectors):
    story = story_of(
        ("Post", "The power station at Narva will close in June, energy minister Liis Tamm said."),
        ("Wire", "The power station at Narva will close in June."),
    )
    found = find_claims(story, vectors)
    check(found, story)
    (row,) = (d for d in found.differences if d.kind == "attribution")
    assert "Liis Tamm" in story_text(story, row)
