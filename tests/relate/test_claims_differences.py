"""What differs between the sentences of a claim: days, who answers for it, how surely it is said."""

from __future__ import annotations

import datetime as dt

from lib.relate.claims import find_claims
from lib.relate.story import StoryAccounts
from lib.schema import Difference
from tests.relate.accounts import article_of, story_of
from tests.relate.checked import check


def story_text(story: StoryAccounts, row: Difference) -> str:
    text = next(a.article.text for a in story.accounts if a.article.article_id == row.article_id)
    return text[row.start : row.end]


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


def test_an_outlets_own_voice_has_no_words_that_differ(vectors):
    story = story_of(
        ("Post", "The power station at Narva will close in June, energy minister Liis Tamm said."),
        ("Wire", "The power station at Narva will close in June."),
    )
    found = find_claims(story, vectors)
    check(found, story)
    (row,) = (d for d in found.differences if d.kind == "attribution")
    assert "Liis Tamm" in story_text(story, row)
