"""One claim opened: its sentences side by side, what differs in them, how it stands, who is silent."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from lib.ask.claims import articles_alone
from lib.evidence import Mark
from lib.schema import DIFFERENCES
from lib.store.conditions import sentence_conditions, where
from lib.store.engine import Store
from lib.store.facts import evidence
from lib.view import View


@dataclass(frozen=True, slots=True)
class Differing:
    """Words of one sentence that differ from another account; offsets into the article's text."""

    kind: str
    start: int
    end: int
    words: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence that makes the claim, with who answers for it. ``in_view``: no filter hides it."""

    claim_id: str
    origin_id: str
    article_id: str
    source: str
    slug: str
    title: str
    published: dt.date | None
    published_how: str
    url: str
    start: int
    end: int
    passage_start: int
    passage: str
    attribution: str
    speaker: str
    group: str
    certainty: str
    standing: str
    score: float
    why: str
    differing: tuple[Differing, ...]
    in_view: bool

    @property
    def mark(self) -> Mark:
        place = (("article", self.article_id), ("start", str(self.start)))
        return Mark("statements", (("claim", self.claim_id), *place))


@dataclass(frozen=True, slots=True)
class Silent:
    """An article of the story that was searched and not found to make the claim, with its nearest sentence."""

    article_id: str
    source: str
    title: str
    published: dt.date | None
    url: str
    start: int
    end: int
    passage: str
    score: float
    related: bool
    why: str


@dataclass(frozen=True, slots=True)
class Searched:
    """An article of the story that was looked through for the claim."""

    article_id: str
    source: str
    published: dt.date | None
    title: str
    url: str
    found: bool


@dataclass(frozen=True, slots=True)
class Stand:
    """One sentence on the evidence for the claim."""

    article_id: str
    source: str
    slug: str
    published: dt.date | None
    status: str
    words: str
    by: str
    passage: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class OpenedClaim:
    """The answer. ``kinds``, ``n_sources`` and ``n_origins`` are those of its ``tellings``: copies are one origin."""

    claim_id: str
    gist: str
    story_id: str
    kinds: tuple[str, ...]
    n_sources: int
    n_origins: int
    score: float
    tellings: tuple[Telling, ...]
    silent: tuple[Silent, ...]
    searched: tuple[Searched, ...]
    stands: tuple[Stand, ...]


_ARTICLE = "a.article_id, a.source_name"
_PASSAGE = "s.start_at, substr(a.text, s.start_at + 1, s.end_at - s.start_at)"
_JOINED = " join sentences s on s.sentence_no = f.sentence_no join articles a on a.article_no = f.article_no"


def claim(store: Store, view: View, claim_id: str) -> OpenedClaim | None:
    """A claim with all that the articles in view say of it, whatever single sentences the filters hide.

    What is counted on a chart (``stands``) obeys every filter.
    """
    found = store.rows(
        "select c.claim_no, c.gist, c.story_id, c.score from claims c where c.claim_id = ?",
        [claim_id],
    )
    if not found:
        return None
    number, gist, story, score = found[0]
    wide = articles_alone(view)
    tellings = _tellings(store, view, number, claim_id)
    kinds = {d.kind for t in tellings for d in t.differing}
    return OpenedClaim(
        claim_id, gist, story, tuple(kind for kind in DIFFERENCES if kind in kinds),
        len({t.slug for t in tellings}), len({t.origin_id for t in tellings}), score, tellings,
        _silent(store, wide, number), _searched(store, wide, number, story), _stands(store, view, number, claim_id),
    )  # fmt: skip


def _under(view: View, number: int) -> tuple[str, list[object]]:
    condition, values = where(sentence_conditions(view))
    return (f"{condition} and f.claim_no = ?" if condition else " where f.claim_no = ?"), [*values, number]


def _tellings(store: Store, view: View, number: int, claim_id: str) -> tuple[Telling, ...]:
    """The sentences of the articles in view; those that the filters hide too, and marked so."""
    condition, values = _under(articles_alone(view), number)
    differing: dict[tuple[str, int], list[Differing]] = {}
    for article_id, sentence_id, *fields in store.rows(
        "select a.article_id, s.sentence_id, f.kind, f.start_at, f.end_at,"
        f" substr(a.text, f.start_at + 1, f.end_at - f.start_at), f.value, f.why from differences f{_JOINED}{condition}"
        " order by f.start_at",
        values,
    ):
        differing.setdefault((article_id, sentence_id), []).append(Differing(*fields))
    rows = store.rows(
        f"select s.sentence_id, f.start_at, a.origin_id, {_ARTICLE}, o.slug, a.title, a.published, a.published_how,"
        f" a.url, f.start_at, f.end_at, {_PASSAGE}, f.attribution, f.speaker_text, coalesce(f.speaker_group, ''),"
        f" f.certainty, f.standing, f.score, f.why from statements f{_JOINED}"
        f" join sources o on o.source_id = f.source_id{condition}"
        " order by s.sentence_no, f.start_at",
        values,
    )
    seen = {(e.article_id, e.start) for e in evidence(store, view, Mark("statements", (("claim", claim_id),)))}
    tellings = []
    for sentence_id, start, *row in rows:
        article_id = row[1]
        differs = tuple(differing.get((article_id, sentence_id), ()))
        told: list[Any] = [claim_id, *row, differs, (article_id, start) in seen]
        tellings.append(Telling(*told))
    return tuple(tellings)


def _silent(store: Store, view: View, number: int) -> tuple[Silent, ...]:
    condition, values = _under(view, number)
    rows = store.rows(
        f"select {_ARTICLE}, a.title, a.published, a.url, s.start_at, s.end_at,"
        " substr(a.text, s.start_at + 1, s.end_at - s.start_at), f.score, f.related, f.why"
        f" from nearest f{_JOINED}{condition} order by f.score desc, s.sentence_no",
        values,
    )
    return tuple(Silent(*row) for row in rows)


def _searched(store: Store, view: View, number: int, story: str) -> tuple[Searched, ...]:
    """Every article of the claim's story that is in view: silence is told of these and of no others."""
    condition, values = where(sentence_conditions(view.but(story=story)))
    rows = store.rows(
        "select a.article_id, a.source_name, a.published, a.title, a.url,"
        " a.article_no in (select f.article_no from statements f where f.claim_no = ?) from articles a"
        f" where a.article_no in (select s.article_no from sentences s{condition})"
        " order by a.source_name, a.article_no",
        [number, *values],
    )
    return tuple(Searched(*row) for row in rows)


def _stands(store: Store, view: View, number: int, claim_id: str) -> tuple[Stand, ...]:
    condition, values = _under(view, number)
    rows = store.rows(
        f"select {_ARTICLE}, o.slug, a.published, f.standing, f.text, f.by_text,"
        f" substr(a.text, s.start_at + 1, s.end_at - s.start_at) from standings f{_JOINED}"
        f" join sources o on o.source_id = f.source_id{condition} order by s.sentence_no, f.start_at",
        values,
    )
    return tuple(Stand(*(*row, _standing_mark(claim_id, row[4], row[0]))) for row in rows)


def _standing_mark(claim_id: str, status: str, article_id: str) -> Mark:
    return Mark("standings", (("claim", claim_id), ("standing", status), ("article", article_id)))
