"""What a correction would change: the numbers of the charts before and after, under the present view.

    with trial(folder, [*standing, proposed]) as after:
        found = effect(before, view, after, followed(view, [proposed]))
    found.changes[0]                      # Change('Mentions', 'Russia', 41, 57)

It knows nothing of the kinds of corrections: it compares what two stores count, so that whatever a chart shows and a
correction touches is told.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from lib.interval import say_day
from lib.phrase import TYPE_NAMES
from lib.store.conditions import marks
from lib.store.engine import Store
from lib.store.facts import count
from lib.view import View

#: Changes that are told one by one.
TOP = 12
#: What the charts count: name, fact, dimension ('' for the whole).
COUNTED: tuple[tuple[str, str, str], ...] = (
    ("Articles", "articles", ""),
    ("Sentences", "sentences", ""),
    ("Mentions", "mentions", ""),
    ("Dated events", "events", ""),
    ("Quotes", "quotes", ""),
    ("Sentences that state a claim", "statements", ""),
    ("Mentions of", "mentions", "entity"),
    ("Mentions of all", "mentions", "type"),
    ("Sentences naming", "sentences", "named"),
    ("Articles by day", "articles", "reported-day"),
    ("Events by day", "events", "happened-day"),
    ("Events with", "events", "participant"),
    ("Events by status", "events", "status"),
    ("Quotes of", "quotes", "speaker"),
    ("Sentences that state", "statements", "claim"),
    ("Differences in", "differences", "claim"),
    ("Sentences on the evidence by", "standings", "by"),
    ("Verbs and adjectives of", "descriptions", "actor"),
    ("Words counted", "words", ""),
    ("Numbers counted", "quantities", ""),
)
#: How many different ones there are.
DISTINCT = (("Entities", "mentions", "entity"), ("Claims", "statements", "claim"))
_NAMED = {"entity": "entities", "named": "entities", "participant": "entities", "speaker": "entities",
          "by": "entities", "actor": "entities", "claim": "claims"}  # fmt: skip
_LOOKUP = {
    "entities": ("entity_id", "name"),
    "claims": ("claim_id", "gist"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One number, or one name, before and after. ``of``: what it is the number of; '' for the whole."""

    chart: str
    of: str
    before: int | str
    after: int | str

    @property
    def size(self) -> int:
        """How far it moves; a name that changes comes before any number."""
        if isinstance(self.before, int) and isinstance(self.after, int):
            return abs(self.after - self.before)
        return 1_000_000_000


@dataclass(frozen=True, slots=True)
class Effect:
    """The changes that move most, in the order of ``COUNTED``, and how many more there are."""

    changes: tuple[Change, ...]
    n: int

    @property
    def more(self) -> int:
        return self.n - len(self.changes)


def effect(before: Store, view: View, after: Store, view_after: View, top: int = TOP) -> Effect:
    """Compare two stores, each under its view (an entity that is merged away has another id in the second)."""
    changes = _said_otherwise(before, after)
    for name, fact, by in COUNTED:
        changes += _moved(
            name, by, _counts(before, view, fact, by), _counts(after, view_after, fact, by), after, before
        )
    for name, fact, by in DISTINCT:
        a, b = (len(_counts(store, v, fact, by)) for store, v in ((before, view), (after, view_after)))
        changes += [Change(name, "", a, b)] if a != b else []
    told = sorted(range(len(changes)), key=lambda i: (-changes[i].size, i))[:top]
    return Effect(tuple(changes[i] for i in sorted(told)), len(changes))


def _counts(store: Store, view: View, fact: str, by: str) -> dict[str, int]:
    if not by:
        return {"": sum(c.n for c in count(store, view, fact))}
    return {c.value(by): c.n for c in count(store, view, fact, (by,)) if c.value(by)}


def _moved(
    chart: str, by: str, was: Mapping[str, int], becomes: Mapping[str, int], after: Store, before: Store
) -> list[Change]:
    ids = [i for i in {**becomes, **was} if was.get(i, 0) != becomes.get(i, 0)]
    # What is gone after the correction has its name in the store before it.
    names = {**_names(before, by, ids), **_names(after, by, ids)}
    return [Change(chart, names.get(i, i), was.get(i, 0), becomes.get(i, 0)) for i in ids]


def _names(store: Store, by: str, ids: list[str]) -> dict[str, str]:
    if by.endswith("-day"):
        return {i: say_day(dt.date.fromisoformat(i)) for i in ids}
    if by == "type":
        return {i: TYPE_NAMES.get(i, i) for i in ids}
    if by not in _NAMED or not ids:
        return {}
    table = _NAMED[by]
    key, name = _LOOKUP[table]
    return dict(store.rows(f"select {key}, {name} from {table} where {key} in ({marks(len(ids))})", ids))


def _said_otherwise(before: Store, after: Store) -> list[Change]:
    """Entities under another name or type."""
    was, becomes = (
        {row[0]: row[1:] for row in store.rows("select entity_id, name, label from entities")}
        for store in (before, after)
    )
    changes = []
    for known in was.keys() & becomes.keys():
        for chart, a, b in zip(("Name", "Type"), was[known], becomes[known], strict=True):
            if a != b:
                changes.append(Change(chart, str(becomes[known][0]), str(a), str(b)))
    return sorted(changes, key=lambda c: (c.chart, c.of))
