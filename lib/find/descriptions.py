"""Verbs and adjectives that grammar ties to one actor: how a source describes it."""

from __future__ import annotations

from collections.abc import Sequence

from lib.find.document import Document
from lib.schema import Description, Mention


def find_descriptions(document: Document, mentions: Sequence[Mention]) -> list[Description]:
    """The descriptions of a document, in reading order; ``entity_id`` is the mention's place until link."""
    return []
