"""References to mentions become entity ids: '@120-131' is the mention at that place of the same article.

    resolve_events(events, mentions)[0].participants        # ('clara-voss', 'poland')

A reference to a place where no mention stands any more is dropped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lib.schema import Event, Mention, Quote


def resolve_events(events: Sequence[Event], mentions: Sequence[Mention]) -> list[Event]:
    """The events of one article with entity ids; each participant once, in order."""
    ids = _ids(mentions)
    rows = []
    for event in events:
        known = [ids[reference] for reference in event.participants if reference in ids]
        place = ids.get(event.place) if event.place is not None else None
        rows.append(replace(event, participants=tuple(dict.fromkeys(known)), place=place))
    return rows


def resolve_quotes(quotes: Sequence[Quote], mentions: Sequence[Mention]) -> list[Quote]:
    """The quotes of one article with their speakers' entity ids."""
    ids = _ids(mentions)
    return [replace(q, speaker_entity_id=ids.get(q.speaker_entity_id) if q.speaker_entity_id else None) for q in quotes]


def _ids(mentions: Sequence[Mention]) -> Mapping[str, str]:
    return {f"@{mention.start}-{mention.end}": mention.entity_id for mention in mentions}
