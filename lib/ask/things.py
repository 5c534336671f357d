"""What is counted, before any figure is read: the topics of the ledger in view, and in which of them outlets differ.

    found, known = things(store, view)
    on_page(found, 1)[0].differs        # most outlets first, those that differ before all others

A large corpus counts ten thousand things and a page shows eight: only their figures are read (``lib.ask.ledger``).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lib.ask.comparing import disagreeing, given
from lib.evidence import Mark
from lib.store.conditions import Condition
from lib.store.engine import Store
from lib.store.facts import tally
from lib.store.looked_up import looked_up
from lib.view import View

#: Topics on a page.
TOP = 8


@dataclass(frozen=True, slots=True)
class Known:
    """What the build wrote of a row, of all its numbers."""

    ledger_id: str
    story: str
    topic: str
    thing: str
    unit: str
    why: str
    n_sources: int


@dataclass(frozen=True, slots=True)
class Thing:
    """A topic before its figures are read: ``rows`` are ids with their numbers in view and whether outlets differ."""

    key: str
    thing: str
    unit: str
    rows: tuple[tuple[str, int, bool], ...]
    n_sources: int

    @property
    def n(self) -> int:
        return sum(n for _, n, _ in self.rows)

    @property
    def differs(self) -> bool:
        return any(differs for _, _, differs in self.rows)


def things(store: Store, view: View) -> tuple[list[Thing], dict[str, Known]]:
    """Every topic of the numbers in view, in the order of the pages, and what the build wrote of each row."""
    counted: dict[str, dict[str, int]] = {}
    for n, (row, source) in tally(store, view, "quantities", ("ledger", "source"), "rows", Mark("quantities")):
        if row:
            counted.setdefault(row, {})[source] = n
    known = _written(store, counted)
    may_differ = given(store, view, Condition("l.differs"))
    topics: dict[tuple[str, str, str], list[str]] = {}
    for one in known.values():
        topics.setdefault((one.story, one.topic, one.unit), []).append(one.ledger_id)
    found = []
    for (_, topic, unit), ids in topics.items():
        by_row = {row: sum(counted[row].values()) for row in ids}
        ids.sort(key=lambda row: (-len(counted[row]), -by_row[row], row))
        rows = [(row, by_row[row], row in may_differ and disagreeing(may_differ[row]) is not None) for row in ids]
        n_sources = len(set().union(*(counted[row] for row in ids)))
        found.append(Thing(topic, known[ids[0]].thing, unit, tuple(rows), n_sources))
    found.sort(key=lambda t: (not t.differs, -t.n_sources, -t.n, t.key, t.unit, t.rows[0][0]))
    return found, known


def on_page(found: Sequence[Thing], page: int) -> Sequence[Thing]:
    """The ``TOP`` topics of a page, the last one where there are fewer pages."""
    first = TOP * (min(page, -(-len(found) // TOP) or 1) - 1)
    return found[first : first + TOP]


def _written(store: Store, ids: Collection[str]) -> dict[str, Known]:
    columns = ("ledger_id", "story_id", "topic", "thing", "unit", "why", "n_sources")
    return {row: Known(row, *said) for row, said in looked_up(store, "ledger", columns, ids).items()}
