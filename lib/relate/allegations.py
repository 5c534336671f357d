"""Which claim a standing is about: 'denied the accusation' belongs to the claim that makes it."""

from __future__ import annotations

from collections.abc import Mapping

from lib.relate.claims import Claims
from lib.relate.story import StoryAccounts


def claims_of_standings(story: StoryAccounts, claims: Claims) -> Mapping[tuple[str, int, int], str]:
    """(article_id, start, end) of a standing → claim_id, where the claim is known."""
    return {}
