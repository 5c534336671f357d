"""What a form of correction offers to choose from: entities, forms, times, stretches, sentences."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lib.store.engine import Store

#: Entities and claims offered; a rarer one is reached by its own page's "Correct this".
MOST = 3_000


@dataclass(frozen=True, slots=True)
class Named:
    """An entity or a claim: its id, what it is called, how often it counts."""

    id: str
    name: str
    label: str
    n: int


@dataclass(frozen=True, slots=True)
class Form:
    """One surface form of an entity and why it stands there."""

    alias: str
    n: int
    method: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an article. ``kind``: of a marked span; ``sentence``: of a sentence."""

    start: int
    end: int
    text: str
    kind: str = ""
    why: str = ""
    sentence: int = -1
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence beside a claim."""

    article_id: str
    sentence: int
    start: int
    source: str
    text: str


def entities(store: Store) -> tuple[Named, ...]:
    """Most named first."""
    rows = store.rows(
        "select e.entity_id, e.name, e.label, coalesce(c.n, 0) as n from entities e left join"
        " (select entity_no, sum(n) as n from sentence_entities group by entity_no) c on c.entity_no = e.entity_no"
        " order by n desc, e.entity_id limit ?",
        [MOST],
    )
    return tuple(Named(row[0], row[1], row[2], int(row[3])) for row in rows)


def forms(store: Store, entity_id: str) -> tuple[Form, ...]:
    """The surface forms of an entity, most used first; its roles taken together."""
    rows = store.rows(
        "select m.alias, m.n, coalesce(a.method, ''), coalesce(a.score, 0), coalesce(a.why, '') from"
        " (select f.alias, count(*) as n from mentions f join entities e on e.entity_no = f.entity_no"
        " where e.entity_id = ? group by f.alias) m"
        " left join (select alias, min(method) as method, max(score) as score, min(why) as why from aliases"
        " where entity_id = ? group by alias) a on a.alias = m.alias"
        " order by m.n desc, m.alias",
        [entity_id, entity_id],
    )
    return tuple(Form(row[0], int(row[1]), row[2], row[3], row[4]) for row in rows)


def dates(store: Store, article_id: str) -> tuple[Stretch, ...]:
    """The time expressions of an article, with the days that they were read as."""
    rows = store.rows(
        "select t.start_at, t.end_at, t.text, t.precision, t.why, s.sentence_id, t.date_start,"
        " t.date_end - interval 1 day from times t join sentences s on s.sentence_no = t.sentence_no"
        " join articles a on a.article_no = t.article_no where a.article_id = ? order by t.start_at",
        [article_id],
    )
    return tuple(
        Stretch(start, end, text, kind, why, sentence, first, _day(last))
        for start, end, text, kind, why, sentence, first, last in rows
    )


def date_of_event(store: Store, article_id: str, at: int) -> int | None:
    """Where the time expression begins that dates the event at a place."""
    rows = store.rows(
        "select e.time_start from events e join articles a on a.article_no = e.article_no"
        " where a.article_id = ? and e.start_at = ?",
        [article_id, at],
    )
    return int(rows[0][0]) if rows and rows[0][0] is not None else None


def marked(store: Store, article_id: str) -> tuple[Stretch, ...]:
    """The stretches of an article that are not its body."""
    rows = store.rows(
        "select p.start_at, p.end_at, substr(a.text, p.start_at + 1, p.end_at - p.start_at), p.kind, p.why from spans p"
        " join articles a on a.article_no = p.article_no where a.article_id = ? order by p.start_at",
        [article_id],
    )
    return tuple(Stretch(*row) for row in rows)


def sentences(store: Store, article_id: str) -> tuple[Stretch, ...]:
    """The sentences of an article's body."""
    rows = store.rows(
        "select s.start_at, s.end_at, s.text, s.sentence_id from sentences s"
        " join articles a on a.article_no = s.article_no where a.article_id = ? order by s.start_at",
        [article_id],
    )
    return tuple(Stretch(row[0], row[1], row[2], sentence=row[3]) for row in rows)


def claims(store: Store) -> tuple[Named, ...]:
    """The claims, those of most outlets first."""
    rows = store.rows("select claim_id, gist, story_id, n_sentences from claims order by claim_no limit ?", [MOST])
    return tuple(Named(*row) for row in rows)


_TOLD = (
    "select a.article_id, s.sentence_id, s.start_at, a.source_name, s.text from {fact} f"
    " join sentences s on s.sentence_no = f.sentence_no join articles a on a.article_no = f.article_no"
    " join claims c on c.claim_no = f.claim_no where c.claim_id = ? order by s.sentence_no"
)


def stated(store: Store, claim_id: str) -> tuple[Told, ...]:
    """The sentences that state a claim."""
    return _told(store, "statements", claim_id)


def near(store: Store, claim_id: str) -> tuple[Told, ...]:
    """The nearest sentence of each article that was searched for a claim without finding it."""
    return _told(store, "nearest", claim_id)


def _told(store: Store, fact: str, claim_id: str) -> tuple[Told, ...]:
    rows = store.rows(_TOLD.format(fact=fact), [claim_id])
    return tuple(dict.fromkeys(Told(*row) for row in rows))


def _day(value: dt.datetime | dt.date | None) -> dt.date | None:
    return value.date() if isinstance(value, dt.datetime) else value
