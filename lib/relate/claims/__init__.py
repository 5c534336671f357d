"""Claims: sentences of different articles that state the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.relate.story import StoryAccounts
from lib.relate.vectors import Vectors
from lib.schema import Claim, ClaimSentence, Difference, Nearest


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of one story, their sentences, what differs in them, and where they were not found."""

    claims: Sequence[Claim]
    sentences: Sequence[ClaimSentence]
    differences: Sequence[Difference]
    nearest: Sequence[Nearest]


def find_claims(story: StoryAccounts, vectors: Vectors | None) -> Claims:
    """The claims of one story; by words alone where there are no vectors."""
    return Claims((), (), (), ())
