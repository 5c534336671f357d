"""The entities that are counted most, without a row in Python for each of the others.

    best, n = most(store, view, "mentions", "entity", 8, labels=("PERSON",))
    # [Entity(n=81, id='russia', name='Russia', label='COUNTRY'), …] of n=1,240 entities

The same numbers in the same order as ``tally``: a corpus names ten thousands, a chart shows twenty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.evidence import Mark
from lib.store.conditions import Condition, marks, where
from lib.store.engine import Store
from lib.store.facts import numbers_of
from lib.view import View


@dataclass(frozen=True, slots=True)
class Entity:
    """How often one entity is counted."""

    n: int
    id: str
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Spread:
    """How often one entity is counted in all outlets together, and in how many of them."""

    n: int
    id: str
    name: str
    label: str
    n_sources: int


def most(
    store: Store,
    view: View,
    fact: str,
    dimension: str,
    top: int,
    unit: str = "rows",
    labels: Sequence[str] = (),
    within: Mark | None = None,
) -> tuple[list[Entity], int]:
    """The first ``top`` entities by their number, then by id, and how many there are; ``labels`` keeps their types."""
    numbers, _, values = numbers_of(view, fact, (dimension,), unit, within or Mark(fact))
    condition, kept = where(_shown(labels))
    rows = store.rows(
        f"select c.n, e.entity_id, e.name, e.label, count(*) over () from {numbers} c"
        f" join entities e on e.entity_no = c.d0{condition} order by 1 desc, 2 limit ?",
        [*values, *kept, top],
    )
    return [Entity(*row[:4]) for row in rows], rows[0][4] if rows else 0


def spread(
    store: Store, view: View, unit: str, labels: Sequence[str], top: int, alone: int
) -> tuple[list[Spread], dict[int, int]]:
    """Who is mentioned in several outlets (the first ``top``) and in one (the first ``alone``), most mentioned first.

    Beside them: number of outlets → how many entities are named by just as many.
    """
    numbers, _, values = numbers_of(view, "mentions", ("entity", "source"), unit, Mark("mentions"))
    condition, kept = where(_shown(labels))
    whole = (
        "select sum(c.n) as n, e.entity_id as id, e.name, e.label, count(*) as outlets"
        f" from {numbers} c join entities e on e.entity_no = c.d0{condition} group by e.entity_id, e.name, e.label"
    )
    rows = store.rows(
        "select n, id, name, label, outlets, k, alike from (select *,"
        " row_number() over (partition by outlets > 1 order by n desc, id) as k,"
        " row_number() over (partition by outlets order by id) as first, count(*) over (partition by outlets) as alike"
        f" from ({whole}) y) x where (outlets > 1 and k <= ?) or (outlets = 1 and k <= ?) or first = 1"
        " order by n desc, id",
        [*values, *kept, top, alone],
    )
    found = [Spread(int(n), *row) for n, *row, k, _ in rows if k <= (top if row[-1] > 1 else alone)]
    return found, {row[4]: row[6] for row in rows}


def _shown(labels: Sequence[str]) -> list[Condition]:
    among = [Condition(f"e.label in ({marks(len(labels))})", tuple(labels))] if labels else []
    return [Condition("e.name <> ''"), *among]
