"""One article as the outlet wrote it, with every row that points into it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lib.evidence import Evidence
from lib.store.engine import Store
from lib.store.facts import evidence
from lib.view import View


@dataclass(frozen=True, slots=True)
class Layer:
    """One span to show in the text. ``kind``: name, date, quote, event or the kind of a marked span."""

    start: int
    end: int
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class SameStory:
    """Another article that carries the same wire story."""

    article_id: str
    source: str
    title: str
    published: dt.date | None
    why: str


@dataclass(frozen=True, slots=True)
class Reader:
    """An article, its layers, its rows as tables, and the spans that the open mark counts in it.

    ``passage`` is the one that the link names, where no mark is open.
    """

    article_id: str
    source_name: str
    source_how: str
    source_evidence: str
    title: str
    published: dt.date | None
    published_start: dt.date | None
    published_end: dt.date | None
    published_how: str
    published_evidence: str
    url: str
    author: str
    path: str
    text: str
    n_words: int
    layers: tuple[Layer, ...]
    same_story: tuple[SameStory, ...]
    highlighted: tuple[Evidence, ...]
    passage: Layer | None
    tables: dict[str, tuple[tuple[str, ...], list[tuple[object, ...]]]]


_FIELDS = (
    "article_id, source_name, source_how, source_evidence, title, published, published_start, published_end, "
    "published_how, published_evidence, url, author, path, text, n_words"
)
#: Each layer as (start, end, kind, note) of one article.
_LAYERS = {
    "span": "select start_at, end_at, kind, why from spans where article_no = ?",
    "name": (
        "select m.start_at, m.end_at, 'name', e.name || ' · ' || m.role || ' · found by ' || m.method from mentions m"
        " join entities e on e.entity_no = m.entity_no where m.article_no = ?"
    ),
    "date": "select start_at, end_at, 'date', why from times where article_no = ?",
    "quote": (
        "select start_at, end_at, 'quote', kind || ' speech' || case when speaker_text = '' then '' else"
        " ' of ' || speaker_text end || ' · ' || attribution from quotes where article_no = ?"
    ),
    "event": (
        "select start_at, end_at, 'event', status || ' · ' || cast(date_start as varchar) from events"
        " where article_no = ?"
    ),
}
_SAME_STORY = (
    "select b.article_id, b.source_name, b.title, b.published, coalesce(max(c.why), '') from articles a"
    " join articles b on b.origin_id = a.origin_id and b.article_no <> a.article_no left join copies c"
    " on (c.article_no = a.article_no and c.other_id = b.article_id)"
    " or (c.article_no = b.article_no and c.other_id = a.article_id)"
    " where a.article_no = ?"
    " group by b.article_id, b.source_name, b.title, b.published order by b.published, b.article_id"
)
#: The rows shown beside the text: table → (columns, query).
_TABLES: dict[str, tuple[tuple[str, ...], str]] = {
    "Names": (
        ("words", "entity", "type", "role", "found by", "score", "start", "end"),
        "select m.alias, e.name, m.type, m.role, m.method, m.score, m.start_at, m.end_at from mentions m"
        " join entities e on e.entity_no = m.entity_no where m.article_no = ? order by m.start_at",
    ),
    "Dates": (
        ("words", "value", "first day", "day after", "precision", "rule", "counted from", "reasoning", "start", "end"),
        "select text, value, date_start, date_end, precision, rule, anchor, why, start_at, end_at from times"
        " where article_no = ? order by start_at",
    ),
    "Events": (
        ("happening", "first day", "day after", "status", "participants", "why", "start", "end"),
        "select trigger, date_start, date_end, status, participants, why, start_at, end_at from events"
        " where article_no = ? order by start_at",
    ),
    "Quotes": (
        ("content", "speaker", "cue", "kind", "attributed to", "start", "end"),
        "select text, speaker_text, cue, kind, attribution, start_at, end_at from quotes"
        " where article_no = ? order by start_at",
    ),
    "Shared": (
        ("share of the article", "why", "start", "end"),
        "select score, why, start_at, end_at from copies where article_no = ? order by start_at",
    ),
    "Left out": (
        ("kind", "why", "start", "end"),
        "select kind, why, start_at, end_at from spans where article_no = ? order by start_at",
    ),
}


def reader(store: Store, view: View) -> Reader | None:
    """The view's article, or None where it is not in the corpus."""
    found = store.rows(f"select article_no, {_FIELDS} from articles where article_id = ?", [view.article])
    if not found:
        return None
    number = found[0][0]
    fields = dict(zip(_FIELDS.split(", "), found[0][1:], strict=True))
    layers = [Layer(*row) for query in _LAYERS.values() for row in store.rows(query, [number])]
    highlighted = evidence(store, view, view.mark, article=view.article) if view.mark else []
    tables = {name: (columns, store.rows(query, [number])) for name, (columns, query) in _TABLES.items()}
    same = store.rows(_SAME_STORY, [number])
    ordered = tuple(sorted(layers, key=lambda x: (x.start, -x.end)))
    return Reader(
        **fields,
        layers=ordered,
        same_story=tuple(SameStory(*row) for row in same),
        highlighted=tuple(highlighted),
        passage=_passage(view),
        tables=tables,
    )


def _passage(view: View) -> Layer | None:
    if not view.at or view.mark:
        return None
    start, end = map(int, view.at.split("-"))
    return Layer(start, end, "passage", "")
