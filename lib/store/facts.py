"""Counting and opening: two queries over one filtered relation, so that counts are conserved.

counted = count(store, view, "mentions", by=("entity", "source"))
# [Count(mark=Mark('mentions', (('entity', 'russia'), ('source', 'harbor-wire'))), n=12), …]
evidence(store, view, counted[0].mark)          # exactly 12 spans
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lib.evidence import Evidence, Mark
from lib.store.conditions import Condition, marks, row_conditions, sentence_conditions, where
from lib.store.dimensions import RELATIONS, Dimension, dimension, fixed
from lib.store.engine import Store
from lib.view import View


@dataclass(frozen=True, slots=True)
class Count:
    """One number and what it counts."""

    mark: Mark
    n: int

    def value(self, dimension: str) -> str:
        """The mark's value of a dimension; '' where the row has none (a quote without a known speaker).

        A dimension may stand twice (named together); the value that was split by stands last.
        """
        for name, value in reversed(self.mark.where):
            if name == dimension:
                return value
        return ""


def _conditions(view: View, fact: str) -> list[Condition]:
    return sentence_conditions(view) + row_conditions(view, fact)


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
    numbers, dimensions, values = numbers_of(view, fact, by, unit, within, among)
    columns, lookups = [], ""
    for i, d in enumerate(dimensions):
        columns.append(f"l{i}.{d.id}" if d.table else f"c.d{i}")
        if d.table:
            lookups += f" left join {d.table} l{i} on l{i}.{d.number} = c.d{i}"
    order = ", ".join(str(i + 2) for i in range(len(dimensions)))
    sql = f"select {', '.join(['c.n', *columns])} from {numbers} c{lookups} order by 1 desc"
    rows = store.rows(sql + (f", {order}" if order else ""), values)
    return [(int(row[0]), tuple([v if v.__class__ is str else _text(v) for v in row[1:]])) for row in rows]


def numbers_of(
    view: View,
    fact: str,
    by: Sequence[str],
    unit: str,
    within: Mark,
    among: tuple[str, Sequence[str]] | None = None,
) -> tuple[str, list[Dimension], list[Any]]:
    """The numbers as a relation in SQL: columns d0, d1 … and n; what the columns are; the values that are bound."""
    dimensions = [dimension(fact, name) for name in by]
    joins = "".join(d.join for d in dimensions)
    conditions = _conditions(view, fact) + fixed(within)
    if among:
        d, ids = dimension(fact, among[0]), among[1]
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
    numbers = f"select {', '.join([*keys, 'count(*) as n'])} from {grouped} g"
    return f"({numbers}{' group by ' + ', '.join(keys) if keys else ''})", dimensions, values


def _text(value: Any) -> str:
    return "" if value is None else value.isoformat() if isinstance(value, dt.date) else str(value)


_SPAN = (
    "a.article_id, a.source_name, a.title, a.published, a.published_how, a.url, x.start_at, x.end_at,"
    " s.start_at, substr(a.text, s.start_at + 1,"
    " case when x.end_at > s.end_at then x.end_at - s.start_at else s.end_at - s.start_at end), s.sentence_id"
)


def evidence(
    store: Store, view: View, mark: Mark, limit: int | None = None, offset: int = 0, article: str = ""
) -> list[Evidence]:
    """The spans that a mark counts, in order of day, article and place; ``article`` keeps those of one article."""
    conditions = _conditions(view, mark.fact) + fixed(mark)
    if article:
        conditions.append(
            Condition("f.article_no in (select article_no from articles where article_id = ?)", (article,))
        )
    condition, values = where(conditions)
    once = mark.unit == "articles"
    rank = ", row_number() over (partition by f.article_no order by s.sentence_no, f.start_at) as k" if once else ""
    spans = f"select f.article_no, f.start_at, f.end_at, s.sentence_no{rank} from {RELATIONS[mark.fact]}{condition}"
    spans = f"select * from ({spans}) y{' where k = 1' if once else ''} order by sentence_no, start_at, end_at"
    # A page of places is chosen first: only its passages are cut out of the texts.
    if limit is not None:
        spans += " limit ? offset ?"
        values += [limit, offset]
    rows = store.rows(
        f"select {_SPAN} from ({spans}) x join sentences s on s.sentence_no = x.sentence_no"
        " join articles a on a.article_no = x.article_no order by x.sentence_no, x.start_at, x.end_at",
        values,
    )
    return [Evidence(*row) for row in rows]


def total(store: Store, view: View, mark: Mark) -> int:
    """The number of a mark: how many spans it opens."""
    counted = count(store, view, mark.fact, (), mark.unit, within=mark)
    return counted[0].n if counted else 0
