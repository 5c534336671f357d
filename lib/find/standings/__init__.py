"""What a sentence says of the evidence for an allegation: 'without providing evidence', 'denied'."""

from __future__ import annotations

from collections.abc import Sequence

from lib.find.document import Document
from lib.schema import Mention, Quote, Standing


def find_standings(document: Document, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> list[Standing]:
    """The standings of a document, in reading order."""
    return []
