"""What can be counted and by what: each fact as a relation in SQL, each dimension as a column of it.

A fact is a serving table joined to its sentence. A dimension is a column of it, with the table that
turns its integer into an id where it is one.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lib.evidence import GRAINS, STORY, Mark
from lib.store.conditions import Condition

#: fact → the relation that it is counted in; ``s`` is the row's sentence, ``f`` the row.
RELATIONS: dict[str, str] = {
    "mentions": "mentions f join sentences s on s.sentence_no = f.sentence_no",
    "events": "events f join sentences s on s.sentence_no = f.sentence_no",
    "quotes": "quotes f join sentences s on s.sentence_no = f.sentence_no",
    "words": "words f join sentences s on s.sentence_no = f.sentence_no",
    "times": "times f join sentences s on s.sentence_no = f.sentence_no",
    "sentences": "sentences f join sentences s on s.sentence_no = f.sentence_no",
    **{
        fact: f"{fact} f join sentences s on s.sentence_no = f.sentence_no"
        for fact in ("statements", "differences", "nearest", "unshared", "quantities", "standings", "descriptions")
    },
    # An article is opened by its first sentence that is part of the view.
    "articles": "sentences f join sentences s on s.sentence_no = f.sentence_no",
}


@dataclass(frozen=True, slots=True)
class Dimension:
    """How a dimension is read: SQL on ``f``, a join that it needs, and where its integer gets its id."""

    column: str
    join: str = ""
    table: str = ""
    number: str = ""
    id: str = ""


_ENTITY = {"table": "entities", "number": "entity_no", "id": "entity_id"}
_CLAIM = {"table": "claims", "number": "claim_no", "id": "claim_id"}
_COLUMNS: dict[tuple[str, str], Dimension] = {
    ("mentions", "entity"): Dimension("f.entity_no", **_ENTITY),
    ("mentions", "type"): Dimension("f.type"),
    ("mentions", "role"): Dimension("f.role"),
    ("mentions", "alias"): Dimension("f.alias"),
    ("events", "event"): Dimension("f.event_id"),
    ("events", "status"): Dimension("f.status"),
    # 'day' where the date is known to the day: a month is no busy first of the month.
    ("events", "exactness"): Dimension("case when f.precision in ('time', 'day') then 'day' else 'longer' end"),
    ("events", "trigger"): Dimension("lower(f.trigger)"),
    ("events", "participant"): Dimension(
        "p.entity_no", join=" join event_participants p on p.event_no = f.event_no", **_ENTITY
    ),
    ("quotes", "quote"): Dimension("cast(f.quote_no as varchar)"),
    ("quotes", "speaker"): Dimension("f.entity_no", **_ENTITY),
    ("quotes", "attribution"): Dimension("f.attribution"),
    ("quotes", "kind"): Dimension("f.kind"),
    ("words", "word"): Dimension("f.word"),
    ("sentences", "named"): Dimension(
        "p.entity_no", join=" join sentence_entities p on p.sentence_no = f.sentence_no", **_ENTITY
    ),
    ("articles", "assumed"): Dimension("case when f.assumed then 'yes' else 'no' end"),
    ("times", "time"): Dimension("f.time_start"),
    ("times", "rule"): Dimension("f.rule"),
    **{
        (fact, "claim"): Dimension("f.claim_no", **_CLAIM)
        for fact in ("statements", "differences", "nearest", "standings")
    },
    **{("statements", name): Dimension(f"f.{name}") for name in ("attribution", "certainty", "standing")},
    ("statements", "group"): Dimension("f.speaker_group"),
    ("statements", "start"): Dimension("cast(f.start_at as varchar)"),
    ("statements", "differs"): Dimension("case when f.differs then 'yes' else 'no' end"),
    ("differences", "kind"): Dimension("f.kind"),
    ("nearest", "related"): Dimension("case when f.related then 'yes' else 'no' end"),
    ("unshared", "near"): Dimension("case when f.near then 'yes' else 'no' end"),
    ("unshared", "attribution"): Dimension("f.attribution"),
    ("unshared", "start"): Dimension("cast(f.start_at as varchar)"),
    # Least and greatest value as one text: '100000.0..' is 100,000 or more.
    ("quantities", "value"): Dimension(
        "coalesce(cast(f.low as varchar), '') || '..' || coalesce(cast(f.high as varchar), '')"
    ),
    ("quantities", "quantity"): Dimension("cast(f.quantity_no as varchar)"),
    ("quantities", "ledger"): Dimension("f.ledger_no", table="ledger", number="ledger_no", id="ledger_id"),
    **{("quantities", name): Dimension(f"f.{name}") for name in ("counted", "hedge", "attribution")},
    ("standings", "standing"): Dimension("f.standing"),
    ("standings", "by"): Dimension("f.entity_no", **_ENTITY),
    ("descriptions", "actor"): Dimension("f.entity_no", **_ENTITY),
    ("descriptions", "lemma"): Dimension("f.lemma"),
    ("descriptions", "tie"): Dimension("f.tie"),
}
_SOURCE = Dimension("f.source_id", table="sources", number="source_id", id="slug")
_ARTICLE = Dimension("f.article_no", table="articles", number="article_no", id="article_id")
_STORY = Dimension("s.story_no", table="stories", number="story_no", id="story_id")


def dimension(fact: str, name: str) -> Dimension:
    """How one of ``Mark``'s dimensions is read."""
    if name == "source":
        return _SOURCE
    if name == "article":
        return _ARTICLE
    if name == STORY:
        return _STORY
    axis, _, grain = name.partition("-")
    if grain in GRAINS:
        day = "f.published" if axis == "reported" else "f.date_start"
        return Dimension(f"cast(date_trunc('{grain}', {day}) as date)")
    return _COLUMNS[fact, name]


def fixed(mark: Mark) -> list[Condition]:
    """The mark's dimensions as conditions. Each is a test of its own, so one may stand twice (named together)."""
    found = []
    for name, value in mark.where:
        d = dimension(mark.fact, name)
        if d.join:
            found.append(_among(mark.fact, d, value))
        elif value == "":
            found.append(Condition(f"{d.column} is null"))
        elif d.table:
            lookup = f"(select {d.number} from {d.table} where {d.id} = ?)"
            found.append(Condition(f"{d.column} in {lookup}", (value,)))
        elif "date_trunc" in d.column:
            found.append(Condition(f"{d.column} = ?", (_day(value),)))
        else:
            found.append(Condition(f"{d.column} = ?", (value,)))
    return found


def _among(fact: str, d: Dimension, value: str) -> Condition:
    key, table = ("event_no", "event_participants") if fact == "events" else ("sentence_no", "sentence_entities")
    return Condition(
        f"f.{key} in (select p.{key} from {table} p join {d.table} l on l.{d.number} = {d.column} where l.{d.id} = ?)",
        (value,),
    )


def _day(value: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return dt.date.min  # a day on which nothing is dated: a hostile link opens nothing
