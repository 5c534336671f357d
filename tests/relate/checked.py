"""What holds for the claims of every story."""

from __future__ import annotations

from itertools import combinations

from lib.relate.claims import Claims
from lib.relate.story import StoryAccounts
from lib.schema import Claim, ClaimSentence, Difference, Nearest, Unshared
from lib.tables import to_table


def check(found: Claims, story: StoryAccounts) -> None:
    """What holds for every result: the tables' contract, offsets, two outlets, references."""
    for row, rows in (
        (Claim, found.claims),
        (ClaimSentence, found.sentences),
        (Difference, found.differences),
        (Nearest, found.nearest),
        (Unshared, found.unshared),
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
    _check_unshared(found, story)
    members = [{(s.article_id, s.start, s.end) for s in found.sentences if s.claim_id == known} for known in ids]
    assert all(len(one & other) < 2 for one, other in combinations(members, 2))
    making = {(s.claim_id, s.article_id) for s in found.sentences}
    assert not making & {(n.claim_id, n.article_id) for n in found.nearest}


def _check_unshared(found: Claims, story: StoryAccounts) -> None:
    """Each statement once, in no claim, whole, in the order of the articles; the nearest is of another outlet."""
    order = [(a.article.article_id, s.sentence_id) for a in story.accounts for s in a.sentences]
    whole = {(s.article_id, s.sentence_id): (s.start, s.end) for a in story.accounts for s in a.sentences}
    outlets = {a.article.article_id: a.article.source or a.article.article_id for a in story.accounts}
    places = [(row.article_id, row.sentence_id) for row in found.unshared]
    assert places == [place for place in order if place in set(places)]
    assert not {(s.article_id, s.sentence_id) for s in found.sentences}.intersection(places)
    for row in found.unshared:
        assert whole[row.article_id, row.sentence_id] == (row.start, row.end)
        assert 0 <= row.score <= 1
        assert row.why.endswith(".")
        if row.other_sentence_id is None:
            assert (row.other_article_id, row.score, row.near) == ("", 0.0, False)
        else:
            assert (row.other_article_id, row.other_sentence_id) in whole
            assert outlets[row.other_article_id] != outlets[row.article_id]
