"""Counts with the names to show for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.evidence import Mark
from lib.store.engine import Store
from lib.store.facts import Count
from lib.store.looked_up import looked_up
from lib.store.most import most
from lib.view import View


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
    known = looked_up(store, "entities", ("entity_id", "name", "label"), {c.value(dimension) for c in counts} - {""})
    found = []
    for c in counts:
        key = c.value(dimension)
        name, label = known.get(key, ("", ""))
        if name and (not labels or label in labels):
            found.append(Named(key, name, label, c.n, c.mark))
    return found


def most_named(
    store: Store,
    view: View,
    fact: str,
    dimension: str,
    top: int,
    unit: str = "rows",
    labels: Sequence[str] = (),
    within: Mark | None = None,
) -> tuple[list[Named], int]:
    """The first ``top`` of ``named(store, count(…), dimension, labels)``, and how many there are in all."""
    base = within or Mark(fact)
    best, n = most(store, view, fact, dimension, top, unit, labels, base)
    return [Named(e.id, e.name, e.label, e.n, Mark(fact, (*base.where, (dimension, e.id)), unit)) for e in best], n
