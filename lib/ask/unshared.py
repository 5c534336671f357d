"""What one outlet states and no sentence of another outlet of the story was found to state, with the nearest sentence.

    found = unshared(store, view)
    found.outlets[0].alone.n                            # 61, opened by found.outlets[0].alone.mark
    statements(store, view, "harbor-wire", 1)[0].nearest.passage

A build looked for each statement in all articles of its story. So filters choose the statements that are listed, never
the articles in which they were looked for: no filter makes an outlet stand alone.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from lib.evidence import Mark
from lib.store.conditions import Condition, row_conditions, sentence_conditions, where
from lib.store.engine import Store
from lib.store.facts import Count, tally
from lib.store.lacking import lacks
from lib.view import View

#: Statements on one page of the list; rows of the table to take away.
PAGE, MOST = 10, 5_000


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet's statements in view: told by it ``alone``, and those that another ``perhaps`` tells too."""

    slug: str
    name: str
    alone: Count
    perhaps: Count

    @property
    def n(self) -> int:
        return self.alone.n + self.perhaps.n

    @property
    def pages(self) -> int:
        """Pages of the list of both, those told alone first."""
        return max(1, -(-self.n // PAGE))


@dataclass(frozen=True, slots=True)
class Unshared:
    """The answer; outlets by name, those with no statement left out.

    ``n_uncompared``: articles in view whose story no other outlet tells. ``too_old``: the corpus was built before
    anybody looked.
    """

    outlets: tuple[Outlet, ...]
    n_uncompared: int
    too_old: bool

    @property
    def n_alone(self) -> int:
        return sum(outlet.alone.n for outlet in self.outlets)

    @property
    def n_perhaps(self) -> int:
        return sum(outlet.perhaps.n for outlet in self.outlets)

    def chosen(self, slug: str) -> Outlet | None:
        """The outlet asked for, else the one that tells most alone; None where there is none."""
        asked = next((outlet for outlet in self.outlets if outlet.slug == slug), None)
        return asked or max(self.outlets, key=lambda outlet: (outlet.alone.n, outlet.n), default=None)


@dataclass(frozen=True, slots=True)
class NearestSentence:
    """The sentence of another outlet that comes nearest."""

    article_id: str
    source: str
    title: str
    published: dt.date | None
    url: str
    start: int
    end: int
    passage: str


@dataclass(frozen=True, slots=True)
class Alone:
    """One statement. ``perhaps``: its nearest sentence may state the same. ``n_searched``: articles of other outlets.

    ``nearest`` is None where nothing is shared with any sentence, or where a correction took the nearest one out.
    """

    article_id: str
    source: str
    title: str
    published: dt.date | None
    published_how: str
    url: str
    start: int
    end: int
    passage: str
    attribution: str
    speaker: str
    perhaps: bool
    score: float
    why: str
    nearest: NearestSentence | None
    n_searched: int

    @property
    def mark(self) -> Mark:
        return Mark("unshared", (("article", self.article_id), ("start", str(self.start))))


#: Who answers for an article ``a``, as a build counts outlets: without a name each article is an outlet of its own.
_OUTLET = "case when a.source = '' then a.article_id else a.source end"
_PASSAGE = "substr({0}.text, {1}.start_at + 1, {1}.end_at - {1}.start_at)"
#: {rows} are the statements of one page, in order.
_TOLD = f"""select a.story_no, {_OUTLET}, o.article_id, o.source_name, o.title, o.published, o.url, n.start_at,
        n.end_at, {_PASSAGE.format("o", "n")}, a.article_id, a.source_name, a.title, a.published, a.published_how,
        a.url, f.start_at, f.end_at, {_PASSAGE.format("a", "f")}, f.attribution, coalesce(e.name, f.speaker_text),
        f.near, f.score, f.why
    from ({{rows}}) f join articles a on a.article_no = f.article_no
    left join entities e on e.entity_no = f.entity_no
    left join articles o on o.article_id = f.other_article_id
    left join sentences n on n.article_no = o.article_no and n.sentence_id = f.other_sentence_id
    order by {{order}}"""
_IN_LIST = "f.near, f.sentence_no"
_IN_TABLE = "a.source_name, f.near, f.sentence_no"


def unshared(store: Store, view: View) -> Unshared:
    """How many statements each outlet in view makes that were not found in another."""
    counted: dict[str, dict[str, int]] = {}
    for n, (source, near) in tally(store, view, "unshared", ("source", "near"), "rows", Mark("unshared")):
        counted.setdefault(source, {})[near] = n
    names = store.rows("select slug, name from sources order by lower(name), slug")
    outlets = [
        Outlet(slug, name, *(Count(_mark(slug, near), counted[slug].get(near, 0)) for near in ("no", "yes")))
        for slug, name in names
        if slug in counted
    ]
    return Unshared(tuple(outlets), _uncompared(store, view), lacks(store, "unshared"))


def statements(store: Store, view: View, slug: str, page: int) -> tuple[Alone, ...]:
    """One page of an outlet's statements in the order of its articles: those told alone, then the others."""
    return _told(store, view, Condition("o.slug = ?", (slug,)), _IN_LIST, PAGE, PAGE * (page - 1))


def every_unshared(store: Store, view: View) -> tuple[Alone, ...]:
    """All statements in view, ``MOST`` at most: a table to take away."""
    return _told(store, view, Condition("true"), _IN_TABLE, MOST, 0)


def _mark(slug: str, near: str) -> Mark:
    return Mark("unshared", (("source", slug), ("near", near)))


def _uncompared(store: Store, view: View) -> int:
    condition, values = where(sentence_conditions(view))
    lonely = f"select a.story_no from articles a group by a.story_no having min({_OUTLET}) = max({_OUTLET})"
    return int(
        store.one(
            f"select count(distinct a.article_no) from (select s.article_no from sentences s{condition}) s"
            f" join articles a on a.article_no = s.article_no where a.story_no is null or a.story_no in ({lonely})",
            values,
        )
    )


def _told(store: Store, view: View, which: Condition, order: str, limit: int, offset: int) -> tuple[Alone, ...]:
    condition, values = where([*sentence_conditions(view), *row_conditions(view, "unshared"), which])
    chosen = (
        "select f.* from unshared f join sentences s on s.sentence_no = f.sentence_no join sources o"
        " on o.source_id = f.source_id join articles a on a.article_no = f.article_no"
        f"{condition} order by {order} limit ? offset ?"
    )
    rows = store.rows(_TOLD.format(rows=chosen, order=order), [*values, limit, offset])
    searched = _searched(store) if rows else {}
    return tuple(_alone(row, searched) for row in rows)


def _searched(store: Store) -> dict[tuple[Any, str], int]:
    """Story and outlet → articles that the other outlets have of it."""
    rows = store.rows(f"select a.story_no, {_OUTLET}, count(*) from articles a group by 1, 2")
    whole: dict[Any, int] = {}
    for story, _, n in rows:
        whole[story] = whole.get(story, 0) + n
    return {(story, outlet): whole[story] - n for story, outlet, n in rows}


def _alone(row: tuple[Any, ...], searched: dict[tuple[Any, str], int]) -> Alone:
    near, own = row[2:10], row[10:]
    # A correction may have taken the nearest sentence out of the body.
    there = NearestSentence(*near) if near[5] is not None else None
    values = (*own, there, searched[row[0], row[1]])
    return Alone(*values)
