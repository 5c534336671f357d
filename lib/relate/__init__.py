"""Articles beside each other: stories, claims, what differs, the ledger of numbers. Works on one story at a time.

related = relate_story(story, vectors)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lib.relate.allegations import claims_of_standings
from lib.relate.claims import Claims, find_claims
from lib.relate.claims.numbers import with_numbers
from lib.relate.ledger import Ledger, find_ledger
from lib.relate.story import StoryAccounts
from lib.relate.vectors import Vectors

__all__ = ["Related", "relate_story"]


@dataclass(frozen=True, slots=True)
class Related:
    """What comparing the articles of one story gives."""

    claims: Claims
    ledger: Ledger
    claim_of_standing: Mapping[tuple[str, int, int], str]


def relate_story(story: StoryAccounts, vectors: Vectors | None) -> Related:
    """Claims, ledger, and the claims that standings are about; by words alone where there are no vectors."""
    claims = find_claims(story, vectors)
    ledger = find_ledger(story, claims.sentences)
    return Related(with_numbers(claims, story, ledger), ledger, claims_of_standings(story, claims))
