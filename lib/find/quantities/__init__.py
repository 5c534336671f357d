"""Numbers with what they count: 'as many as 175,000 troops'."""

from __future__ import annotations

from collections.abc import Sequence

from lib.find.document import Document
from lib.schema import Mention, Quantity, Quote, TimeExpression


def find_quantities(
    document: Document, mentions: Sequence[Mention], times: Sequence[TimeExpression], quotes: Sequence[Quote]
) -> list[Quantity]:
    """The quantities of a document, in reading order."""
    return []
