"""References to mentions, "@start-end", replaced by the entities that linking gave those mentions.

    events = list(link_events(events, References.of(mentions)))

A reference that no mention answers is dropped: better no participant than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lib.schema import Event, Mention, Quote

_REFERENCE = re.compile(r"@(\d+)-(\d+)\Z")


@dataclass(frozen=True)
class References:
    """(article, start, end) of every mention → its entity."""

    entities: Mapping[tuple[str, int, int], str]

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> References:
        """Mentions must be linked: those without an entity answer nothing."""
        return cls({(m.article_id, m.start, m.end): m.entity_id for m in mentions if m.entity_id})

    def resolve(self, article_id: str, reference: str | None) -> str | None:
        """The entity id for '@12-20'; an id that is no reference is returned as it is; None where unknown."""
        if reference is None or not reference.startswith("@"):
            return reference
        place = _REFERENCE.match(reference)
        return self.entities.get((article_id, int(place.group(1)), int(place.group(2)))) if place else None


def link_events(events: Iterable[Event], references: References) -> Iterator[Event]:
    """Events with entity ids; participants once each, in order."""
    for event in events:
        found = (references.resolve(event.article_id, p) for p in event.participants)
        participants = tuple(dict.fromkeys(p for p in found if p))
        yield replace(event, participants=participants, place=references.resolve(event.article_id, event.place))


def link_quotes(quotes: Iterable[Quote], references: References) -> Iterator[Quote]:
    """Quotes with the speaker's entity id."""
    for quote in quotes:
        yield replace(quote, speaker_entity_id=references.resolve(quote.article_id, quote.speaker_entity_id))
