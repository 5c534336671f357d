"""The overview: how much there is, and the leads worth following first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lib.ask.named import Named, most_named
from lib.evidence import Mark
from lib.schema import ACTOR_LABELS
from lib.store.conditions import sentence_conditions, where
from lib.store.engine import Store
from lib.store.facts import Count, count, total
from lib.view import View

TOP = 8
#: Articles that a choice or a table offers; the list of articles turns its pages over all of them.
MOST = 2_000
TO_THE_DAY = Mark("events", (("exactness", "day"),))


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article in the list. ``opening``: its first words, where it has no headline."""

    article_id: str
    source: str
    title: str
    published: dt.date | None
    published_how: str
    n_words: int
    n_sentences: int
    opening: str
    url: str

    @property
    def name(self) -> str:
        """The headline, else the words that it begins with."""
        return self.title or (f"“{self.opening.rstrip()} …”" if self.opening else "Without a headline")


@dataclass(frozen=True, slots=True)
class Overview:
    """The answer. Every number's mark opens exactly as many spans."""

    articles: Count
    events: Count
    mentions: Count
    quotes: Count
    n_sources: int
    n_actors: int
    first: dt.date | None
    last: dt.date | None
    n_undated: int
    actors: tuple[Named, ...]
    days: tuple[Count, ...]


def overview(store: Store, view: View) -> Overview:
    """Sizes and leads under a view."""
    condition, values = where(sentence_conditions(view))
    first, last, undated, n_sources = store.rows(
        "select min(p), max(p), count(*) - count(p), count(distinct source_id) from"
        f" (select distinct s.article_no, s.published as p, s.source_id from sentences s{condition}) x",
        values,
    )[0]
    actors, n_actors = most_named(store, view, "mentions", "entity", TOP, view.unit, ACTOR_LABELS)
    days = count(store, view, "events", ("happened-day",), within=TO_THE_DAY)
    return Overview(
        articles=_sum(store, view, "articles"),
        events=_sum(store, view, "events"),
        mentions=_sum(store, view, "mentions"),
        quotes=_sum(store, view, "quotes"),
        n_sources=n_sources,
        n_actors=n_actors,
        first=first,
        last=last,
        n_undated=undated,
        actors=tuple(actors),
        days=tuple(days[:TOP]),
    )


def _sum(store: Store, view: View, fact: str) -> Count:
    return Count(Mark(fact), total(store, view, Mark(fact)))


#: The first words of an article's first sentence, in SQL.
_OPENING = (
    "coalesce((select substr(a.text, min(z.start_at) + 1, 72) from sentences z where z.article_no = a.article_no), '')"
)


def article_lines(store: Store, view: View, limit: int = MOST, offset: int = 0) -> tuple[ArticleLine, ...]:
    """``limit`` articles in view from the ``offset``-th on, in order of day."""
    condition, values = where(sentence_conditions(view))
    rows = store.rows(
        "select a.article_id, a.source_name, a.title, a.published, a.published_how, a.n_words, c.n,"
        f" case when a.title = '' then {_OPENING} else '' end, a.url from"
        f" (select s.article_no, count(*) as n from sentences s{condition} group by s.article_no) c"
        " join articles a on a.article_no = c.article_no order by a.published nulls last, a.article_no"
        " limit ? offset ?",
        [*values, limit, offset],
    )
    return tuple(ArticleLine(*row) for row in rows)
