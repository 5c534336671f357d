"""References to mentions, "@start-end", replaced by the entities that linking gave those mentions.

    events = list(link_events(events, References.of(mentions)))

A reference that no mention answers is dropped: better no participant than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lib.schema import Description, Event, Mention, Quantity, Quote, Standing

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


def link_quantities(quantities: Iterable[Quantity], references: References) -> Iterator[Quantity]:
    """Quantities with the entity ids of whose they are, where, and who says so."""
    for q in quantities:
        yield replace(
            q,
            actor_entity_id=references.resolve(q.article_id, q.actor_entity_id),
            place_entity_id=references.resolve(q.article_id, q.place_entity_id),
            speaker_entity_id=references.resolve(q.article_id, q.speaker_entity_id),
        )


def link_standings(standings: Iterable[Standing], references: References) -> Iterator[Standing]:
    """Standings with the entity id of who asserts, withholds, challenges or denies."""
    for standing in standings:
        yield replace(standing, by_entity_id=references.resolve(standing.article_id, standing.by_entity_id))


def link_descriptions(descriptions: Iterable[Description], references: References) -> Iterator[Description]:
    """Descriptions with their actor's entity id; those of a dropped mention are dropped with it."""
    for description in descriptions:
        if entity := references.resolve(description.article_id, description.entity_id):
            yield replace(description, entity_id=entity)
