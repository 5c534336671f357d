"""A sentence of a claim with what was read from it, and the row for words of it that differ.

difference(claim_id, "number", one, (120, 130), "40", "Post says “40”, Wire says “65”.")
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.relate.claims.statements import Span, Statement
from lib.relate.claims.voices import Voice
from lib.schema import Difference


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a claim with what was read from it."""

    statement: Statement
    span: Span
    voice: Voice
    certainty: str
    certainty_span: Span

    @property
    def outlet(self) -> str:
        """As it is named to readers."""
        article = self.statement.account.article
        return article.source or article.title or article.article_id


def difference(claim_id: str, kind: str, one: Said, span: Span, value: str, why: str) -> Difference:
    return Difference(claim_id, kind, *one.statement.key, span[0], span[1], value, why)
