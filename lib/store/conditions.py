"""A view as SQL conditions on a sentence ``s`` and on a counted row ``f``; every value is bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lib.store.folding import folded
from lib.view import View

#: A name or a date below this score is one that the build was not sure of.
SURE = 0.5
#: Facts whose rows have a score.
SCORED = ("mentions", "events", "times", "quotes", "statements", "quantities", "standings")


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of SQL that is true or false, and the values bound in it."""

    sql: str
    values: tuple[Any, ...] = ()


def where(conditions: Sequence[Condition]) -> tuple[str, list[Any]]:
    """Conditions joined: (SQL that begins with ' where', or nothing; values in order)."""
    if not conditions:
        return "", []
    sql = " where " + " and ".join(f"({c.sql})" for c in conditions)
    return sql, [value for c in conditions for value in c.values]


def marks(n: int) -> str:
    """'?, ?, ?'."""
    return ", ".join("?" * n)


def _naming(entities: Sequence[str], view: View) -> Condition:
    return Condition(
        "s.sentence_no in (select n.sentence_no from sentence_entities n join entities e on e.entity_no = n.entity_no"
        f" where n.score >= ? and e.entity_id in ({marks(len(entities))}))",
        (SURE if view.sure else 0.0, *entities),
    )


def sentence_conditions(view: View) -> list[Condition]:
    """What makes a sentence part of the view."""
    found: list[Condition] = []
    if view.sources:
        found.append(
            Condition(
                f"s.source_id in (select source_id from sources where slug in ({marks(len(view.sources))}))",
                view.sources,
            )
        )
    if view.story:
        found.append(Condition("s.story_no in (select story_no from stories where story_id = ?)", (view.story,)))
    if view.dates == "reported":
        if view.since:
            found.append(Condition("s.published >= ?", (view.since,)))
        if view.until:
            found.append(Condition("s.published <= ?", (view.until,)))
    elif view.since or view.until:
        parts = [Condition("v.date_end > ?", (view.since,))] if view.since else []
        parts += [Condition("v.date_start <= ?", (view.until,))] if view.until else []
        sql, values = where(parts)
        found.append(Condition(f"s.sentence_no in (select v.sentence_no from events v{sql})", tuple(values)))
    if view.actors:
        groups = [(actor,) for actor in view.actors] if view.together else [view.actors]
        found += [_naming(group, view) for group in groups]
    if view.types:
        found.append(
            Condition(
                "s.sentence_no in (select n.sentence_no from sentence_entities n join entities e"
                f" on e.entity_no = n.entity_no where n.score >= ? and e.label in ({marks(len(view.types))}))",
                (SURE if view.sure else 0.0, *view.types),
            )
        )
    if view.once:
        # A sentence whose words all stand in passages of an earlier article; what a copy adds or changes still counts.
        found.append(Condition("not s.copied"))
    if view.text:
        # strpos, not LIKE: nothing in the text needs escaping, and every engine has it.
        found.append(Condition(f"strpos(s.folded, {folded('?')}) > 0", (view.text,)))
    return found


def row_conditions(view: View, fact: str) -> list[Condition]:
    """What makes a counted row part of the view, beyond its sentence."""
    found: list[Condition] = []
    if fact == "mentions" and view.types:
        found.append(Condition(f"f.type in ({marks(len(view.types))})", view.types))
    if fact == "statements" and view.differs:
        found.append(
            Condition(
                f"f.claim_no in (select d.claim_no from differences d where d.kind in ({marks(len(view.differs))}))",
                view.differs,
            )
        )
    if fact == "events":
        if view.statuses:
            found.append(Condition(f"f.status in ({marks(len(view.statuses))})", view.statuses))
        if view.dates == "happened" and view.since:
            found.append(Condition("f.date_end > ?", (view.since,)))
        if view.dates == "happened" and view.until:
            found.append(Condition("f.date_start <= ?", (view.until,)))
    if view.sure and fact in SCORED:
        found.append(Condition("f.score >= ?", (SURE,)))
    return found
