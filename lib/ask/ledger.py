"""The quantity ledger: what is counted, each outlet's numbers, and which of them can be compared.

A topic is one thing counted in one unit. Its rows hold numbers that can be compared; numbers of different rows of a
topic are related, and never said to differ.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lib.evidence import Mark
from lib.store.conditions import marks, row_conditions, sentence_conditions, where
from lib.store.engine import Store
from lib.store.facts import tally
from lib.view import View

TOP = 8


@dataclass(frozen=True, slots=True)
class Figure:
    """One value in one outlet: ``n`` sentences or parts of one give it. An open end is None."""

    slug: str
    low: float | None
    high: float | None
    n: int
    words: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Row:
    """Numbers that can be compared."""

    ledger_id: str
    thing: str
    differs: bool
    why: str
    status: str
    figures: tuple[Figure, ...]
    mark: Mark
    n: int


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing counted in one unit, the row that most outlets give first."""

    key: str
    thing: str
    unit: str
    rows: tuple[Row, ...]

    @property
    def n_sources(self) -> int:
        return len({f.slug for row in self.rows for f in row.figures})

    @property
    def differs(self) -> bool:
        return any(row.differs and len({f.slug for f in row.figures}) > 1 for row in self.rows)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The answer: one page of topics; those in which outlets differ first, then those that most outlets count."""

    topics: tuple[Topic, ...]
    n_topics: int
    n_differ: int
    n: int
    sources: dict[str, str]


def ledger(store: Store, view: View) -> Ledger:
    """The topics of the numbers in view, ``TOP`` of them from the view's page on."""
    figures: dict[str, dict[tuple[str, str], int]] = {}
    for n, (row, source, value) in tally(
        store, view, "quantities", ("ledger", "source", "value"), "rows", Mark("quantities")
    ):
        if row:
            figures.setdefault(row, {})[source, value] = n
    rows: dict[tuple[str, str, str], list[tuple[str, str, bool, str]]] = {}
    for ledger_id, story, topic, thing, unit, differs, why in _about(store, list(figures)):
        rows.setdefault((story, topic, unit), []).append((ledger_id, thing, differs, why))
    topics = [
        _topic(topic, unit, [_row(known, figures[known[0]]) for known in members])
        for (_, topic, unit), members in rows.items()
    ]
    topics.sort(key=lambda t: (not t.differs, -t.n_sources, -sum(row.n for row in t.rows), t.key, t.unit))
    first = TOP * (min(view.page, -(-len(topics) // TOP) or 1) - 1)
    shown = topics[first : first + TOP]
    ids = [row.ledger_id for topic in shown for row in topic.rows]
    words, statuses = _words(store, ids), _statuses(store, ids) if ids else {}
    return Ledger(
        topics=tuple(_worded(topic, words, statuses) for topic in shown),
        n_topics=len(topics),
        n_differ=sum(topic.differs for topic in topics),
        n=sum(row.n for topic in topics for row in topic.rows),
        sources=dict(store.rows("select slug, name from sources order by lower(name)")),
    )


def every_number(store: Store, view: View, most: int = 5000) -> list[tuple[object, ...]]:
    """Every number in view with what it counts, its article, offsets and link: the table to take away."""
    condition, values = where([*sentence_conditions(view), *row_conditions(view, "quantities")])
    return store.rows(
        "select coalesce(l.thing, ''), f.text, f.low, f.high, f.unit, f.hedge, f.status, f.attribution, f.speaker_text,"
        " a.source_name, a.published, a.article_id, f.start_at, f.end_at, a.url from quantities f"
        " join sentences s on s.sentence_no = f.sentence_no join articles a on a.article_no = f.article_no"
        f" left join ledger l on l.ledger_no = f.ledger_no{condition} order by s.sentence_no, f.start_at limit ?",
        [*values, most],
    )


def _about(store: Store, ids: list[str]) -> list[tuple[str, str, str, str, str, bool, str]]:
    found: list[tuple[str, str, str, str, str, bool, str]] = []
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        columns = "ledger_id, story_id, topic, thing, unit, differs, why"
        sql = f"select {columns} from ledger where ledger_id in ({marks(len(some))})"
        found += [(a, b, c, d, e, bool(f), g) for a, b, c, d, e, f, g in store.rows(sql, some)]
    return found


def _row(known: tuple[str, str, bool, str], figures: dict[tuple[str, str], int]) -> Row:
    ledger_id, thing, differs, why = known
    mark = Mark("quantities", (("ledger", ledger_id),))
    made = []
    for (slug, value), n in figures.items():
        low, _, high = value.partition("..")
        made.append(Figure(slug, _number(low), _number(high), n, "", mark.also(source=slug, value=value)))
    made.sort(key=lambda f: (f.low if f.low is not None else f.high or 0.0, f.slug))
    return Row(ledger_id, thing, differs, why, "happened", tuple(made), mark, sum(f.n for f in made))


def _number(text: str) -> float | None:
    return float(text) if text else None


def _topic(key: str, unit: str, rows: list[Row]) -> Topic:
    rows.sort(key=lambda r: (-len({f.slug for f in r.figures}), -r.n, r.ledger_id))
    return Topic(key, rows[0].thing, unit, tuple(rows))


def _words(store: Store, ids: list[str]) -> dict[tuple[str, str, float | None, float | None], str]:
    """(row, outlet, low, high) → the words in which it is first given."""
    if not ids:
        return {}
    rows = store.rows(
        "select l.ledger_id, o.slug, f.low, f.high, min(f.text) from quantities f join ledger l on"
        " l.ledger_no = f.ledger_no join sources o on o.source_id = f.source_id"
        f" where l.ledger_id in ({marks(len(ids))}) group by l.ledger_id, o.slug, f.low, f.high",
        ids,
    )
    return {(row[0], row[1], row[2], row[3]): row[4] for row in rows}


def _statuses(store: Store, ids: list[str]) -> dict[str, str]:
    """Row → whether most of its numbers are of what is, was, or is planned."""
    rows = store.rows(
        "select l.ledger_id, f.status from quantities f join ledger l on l.ledger_no = f.ledger_no"
        f" where l.ledger_id in ({marks(len(ids))})",
        ids,
    )
    return {known: Counter(s for k, s in rows if k == known).most_common(1)[0][0] for known in {k for k, _ in rows}}


def _worded(
    topic: Topic, words: dict[tuple[str, str, float | None, float | None], str], statuses: dict[str, str]
) -> Topic:
    rows = tuple(
        Row(
            row.ledger_id, row.thing, row.differs, row.why, statuses.get(row.ledger_id, "happened"),
            tuple(
                Figure(f.slug, f.low, f.high, f.n, words.get((row.ledger_id, f.slug, f.low, f.high), ""), f.mark)
                for f in row.figures
            ),
            row.mark, row.n,
        )
        for row in topic.rows
    )  # fmt: skip
    return Topic(topic.key, topic.thing, topic.unit, rows)
