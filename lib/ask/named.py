"""Counts with the names to show for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.evidence import Mark
from lib.store.conditions import marks
from lib.store.engine import Store
from lib.store.facts import Count


@dataclass(frozen=True, slots=True)
class Named:
    """A count of one entity, with its name and type."""

    id: str
    name: str
    label: str
    n: int
    mark: Mark


def named(store: Store, counts: Sequence[Count], dimension: str, labels: Sequence[str] = ()) -> list[Named]:
    """Counts of entities with names, in the same order; ``labels`` keeps only entities of these types."""
    ids = sorted({c.value(dimension) for c in counts} - {""})
    if not ids:
        return []
    rows = store.rows(f"select entity_id, name, label from entities where entity_id in ({marks(len(ids))})", ids)
    known: dict[str, tuple[str, str]] = {row[0]: (row[1], row[2]) for row in rows}
    found = []
    for c in counts:
        key = c.value(dimension)
        name, label = known.get(key, ("", ""))
        if name and (not labels or label in labels):
            found.append(Named(key, name, label, c.n, c.mark))
    return found
