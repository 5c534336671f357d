"""What one outlet states and no other was found to state: which sentences are listed, and what comes nearest."""

from __future__ import annotations

import pytest

from lib.relate.claims import Claims, find_claims
from lib.relate.claims.lexicon import limits
from lib.relate.claims.unshared import NOTHING
from lib.relate.story import StoryAccounts
from lib.schema import Unshared
from tests.relate.accounts import article_of, story_of
from tests.relate.checked import check

MAYOR = "Mayor Ana Costa ordered an inquiry into the company that maintained the bridge."
MAYOR_AGAIN = "An inquiry into the company that maintained the bridge was ordered by Mayor Ana Costa."
SCHOOLS = "Schools in the north of Porto stay closed until 12 May."
FERRY = "The ferry to Vigo sank in 1987, and divers found its bell last year."


def listed(found: Claims, story: StoryAccounts) -> dict[str, Unshared]:
    texts = {a.article.article_id: a.article.text for a in story.accounts}
    return {texts[row.article_id][row.start : row.end]: row for row in found.unshared}


def test_what_stands_in_a_claim_is_not_told_alone(vectors):
    story = story_of(("Post", f"{MAYOR} {SCHOOLS}"), ("Wire", f"{MAYOR_AGAIN} {FERRY}"))
    found = find_claims(story, vectors)
    check(found, story)
    assert len(found.claims) == 1
    assert set(listed(found, story)) == {SCHOOLS, FERRY}


def test_the_nearest_sentence_is_of_another_outlet_with_what_it_lacks(vectors):
    near = "Parents in Porto said that schools in the south had opened again."
    story = story_of(
        article_of("Post", f"{SCHOOLS} {FERRY}"),
        article_of("Post", "Schools in the north of Porto were painted in April, and stay closed."),
        article_of("Wire", f"A circus came to Lisbon on Friday. {near}"),
    )
    found = find_claims(story, vectors)
    check(found, story)
    row = listed(found, story)[SCHOOLS]
    wire = story.accounts[2]
    assert row.other_article_id == wire.article.article_id
    assert wire.text_of(wire.sentences[row.other_sentence_id]) == near
    assert "both name Porto" in row.why


def test_what_is_missing_is_told_from_either_side(vectors):
    one, other = "Costa met 40 workers of the port in Porto.", "The fair in Porto drew 65 bakers from Lisbon."
    story = story_of(("Post", f"{one} {FERRY}"), ("Wire", other))
    rows = listed(find_claims(story, vectors), story)
    for own, has, lacks in ((one, "40", "65"), (other, "65", "40")):
        missing = rows[own].why.partition("Missing:")[2]
        assert has in missing
        assert lacks not in missing


def test_a_sentence_that_may_state_the_same_is_set_apart(vectors, monkeypatch):
    story = story_of(("Post", f"{MAYOR} {SCHOOLS}"), ("Wire", f"{MAYOR_AGAIN} {FERRY}"))
    # No claim is made: what would have been joined is near, and nothing else is.
    for name in ("claim_score", "again_score"):
        monkeypatch.setitem(limits(), name, 2.0)
    found = find_claims(story, vectors)
    check(found, story)
    assert not found.claims
    rows = listed(found, story)
    assert {text for text, row in rows.items() if row.near} == {MAYOR, MAYOR_AGAIN}
    assert all(row.near == (row.score >= limits()["related_score"]) for row in rows.values())


def test_who_says_it_stands_with_it(vectors):
    said = "Ana Costa said that the ferry to Vigo would sail again on 3 June."
    story = story_of(("Post", f"{said} {FERRY}"), ("Wire", "A circus came to Lisbon on Friday."))
    row = listed(find_claims(story, vectors), story)[said]
    assert (row.attribution, row.speaker_text) == ("named", "Ana Costa")
    assert row.speaker_entity_id == "ana-costa"


@pytest.mark.parametrize(
    ("sentence", "is_listed"),
    [
        ("The ferry sank in the harbour of Vigo.", True),
        ("Divers brought up 300 bottles of wine.", True),
        ("The bell was found last May by divers.", True),
        ("“We never gave up hope,” a diver said.", True),
        ("The timing could hardly be more menacing.", False),  # nothing to hold it to
        ("A grey morning over the harbour of Vigo.", False),  # nobody does anything
        ("Sign up for our newsletter from Vigo and read more.", False),
        ("Who will pay for the ferry to Vigo?", False),
    ],
)
def test_only_what_can_be_looked_up_elsewhere_is_listed(sentence, is_listed, vectors):
    story = story_of(("Post", f"{sentence} {SCHOOLS}"), ("Wire", "A circus came to Lisbon on Friday."))
    assert (sentence in listed(find_claims(story, vectors), story)) == is_listed


def test_where_nothing_is_shared_no_sentence_is_nearest(vectors):
    story = story_of(("Post", FERRY), ("Wire", "Cheese makers near Ghent opened a museum."))
    found = find_claims(story, vectors)
    check(found, story)
    row = listed(found, story)[FERRY]
    assert (row.other_article_id, row.other_sentence_id, row.why) == ("", None, NOTHING)


def test_one_outlet_by_itself_tells_nothing_alone(vectors):
    for story in (story_of(("Post", MAYOR)), story_of(("Post", MAYOR), ("Post", FERRY)), story_of()):
        assert not find_claims(story, vectors).unshared
