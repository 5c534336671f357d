"""Counting and opening: two queries over one filtered relation, so that counts are conserved.

    counted = count(store, view, "mentions", by=("entity", "source"))
    # [Count(mark=Mark('mentions', (('entity', 'russia'), ('source', 'harbor-wire'))), n=12), …]
    evidence(store, view, counted[0].mark)          # exactly 12 spans

A fact is a serving table joined to its sentence. A dimension is a column of it, with the table that
turns its integer into an id where it is one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lib.evidence import GRAINS, STORY, Evidence, Mark
from lib.store.conditions import Condition, marks, row_conditions, sentence_conditions, where
from lib.store.engine import Store
from lib.view import View

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
        for fact in ("statements", "differences", "nearest", "quantities", "standings", "descriptions")
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


@dataclass(frozen=True, slots=True)
class Count:
    """One number and what it counts."""

    mark: Mark
    n: int

    def value(self, dimension: str) -> str:
        """The mark's value of a dimension; '' where the row has none (a quote without a known speaker).

        A dimension may stand twice (named together); the value that was split by stands last.
        """
        return next((value for name, value in reversed(self.mark.where) if name == dimension), "")


def _dimension(fact: str, name: str) -> Dimension:
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


def _conditions(view: View, fact: str) -> list[Condition]:
    return sentence_conditions(view) + row_conditions(view, fact)


def _fixed(mark: Mark) -> list[Condition]:
    """The mark's dimensions as conditions. Each is a test of its own, so one may stand twice (named together)."""
    found = []
    for name, value in mark.where:
        d = _dimension(mark.fact, name)
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


def count(
    store: Store, view: View, fact: str, by: Sequence[str] = (), unit: str = "rows", within: Mark | None = None
) -> list[Count]:
    """Count a fact under a view, split by dimensions; largest first. ``within`` fixes further dimensions."""
    base = within or Mark(fact)
    return [
        Count(Mark(fact, base.where + tuple(zip(by, values, strict=True)), unit), n)
        for n, values in tally(store, view, fact, by, unit, base)
    ]


def tally(
    store: Store,
    view: View,
    fact: str,
    by: Sequence[str],
    unit: str,
    within: Mark,
    among: tuple[str, Sequence[str]] | None = None,
) -> list[tuple[int, tuple[str, ...]]]:
    """Numbers and values alone: for very many of which few become marks.

    ``among``: a dimension with an id, and the ids that are counted: one query for a page of rows, not one a row.
    """
    dimensions = [_dimension(fact, name) for name in by]
    joins = "".join(d.join for d in dimensions)
    conditions = _conditions(view, fact) + _fixed(within)
    if among:
        d, ids = _dimension(fact, among[0]), among[1]
        lookup = f"select {d.number} from {d.table} where {d.id} in ({marks(len(ids))})"
        conditions.append(Condition(f"{d.column} in ({lookup})", tuple(ids)))
    condition, values = where(conditions)
    inner = [f"{d.column} as d{i}" for i, d in enumerate(dimensions)]
    keys = [f"d{i}" for i in range(len(dimensions))]
    relation = f"{RELATIONS[fact]}{joins}{condition}"
    if Mark(fact, unit=unit).unit == "articles":
        # Once per article first, then count: no count(distinct), which is slow on every engine.
        once = ", ".join([*inner, "f.article_no as a"])
        grouped = f"(select distinct {once} from {relation})"
    else:
        grouped = f"(select {', '.join(inner) or '1 as one'} from {relation})"
    numbers = f"(select {', '.join([*keys, 'count(*) as n'])} from {grouped} g"
    numbers += f" group by {', '.join(keys)}) c" if keys else ") c"
    columns, lookups = [], ""
    for i, d in enumerate(dimensions):
        columns.append(f"l{i}.{d.id}" if d.table else f"c.d{i}")
        if d.table:
            lookups += f" left join {d.table} l{i} on l{i}.{d.number} = c.d{i}"
    order = ", ".join(str(i + 2) for i in range(len(dimensions)))
    sql = f"select {', '.join(['c.n', *columns])} from {numbers}{lookups} order by 1 desc"
    rows = store.rows(sql + (f", {order}" if order else ""), values)
    return [(int(row[0]), tuple(map(_text, row[1:]))) for row in rows]


def _text(value: Any) -> str:
    return "" if value is None else value.isoformat() if isinstance(value, dt.date) else str(value)


_SPAN = (
    "a.article_id, a.source_name, a.title, a.published, a.published_how, a.url, f.start_at, f.end_at,"
    " s.start_at, substr(a.text, s.start_at + 1,"
    " case when f.end_at > s.end_at then f.end_at - s.start_at else s.end_at - s.start_at end), s.sentence_id"
)


def evidence(
    store: Store, view: View, mark: Mark, limit: int | None = None, offset: int = 0, article: str = ""
) -> list[Evidence]:
    """The spans that a mark counts, in order of day, article and place; ``article`` keeps those of one article."""
    conditions = _conditions(view, mark.fact) + _fixed(mark)
    if article:
        conditions.append(
            Condition("f.article_no in (select article_no from articles where article_id = ?)", (article,))
        )
    condition, values = where(conditions)
    relation = f"{RELATIONS[mark.fact]} join articles a on a.article_no = f.article_no{condition}"
    rank = "row_number() over (partition by f.article_no order by s.sentence_no, f.start_at)"
    sql = f"select * from (select {_SPAN}, {rank} as k, s.sentence_no as z from {relation}) x"
    names = (
        "article_id, source, title, published, how, url, start_at, end_at, passage_start, passage, sentence_id, k, z"
    )
    sql = sql.replace(") x", f") x({names})")
    if mark.unit == "articles":
        sql += " where k = 1"
    sql += " order by z, start_at, end_at"
    if limit is not None:
        sql += " limit ? offset ?"
        values += [limit, offset]
    return [Evidence(*row[:11]) for row in store.rows(sql, values)]


def total(store: Store, view: View, mark: Mark) -> int:
    """The number of a mark: how many spans it opens."""
    counted = count(store, view, mark.fact, (), mark.unit, within=mark)
    return counted[0].n if counted else 0
