"""What was read, dropped and assumed: the corpus about itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lib.store.engine import Store


@dataclass(frozen=True, slots=True)
class ArticleBasis:
    """One article and how its source and date are known."""

    article_id: str
    path: str
    source: str
    source_how: str
    published: dt.date | None
    published_start: dt.date | None
    published_end: dt.date | None
    published_how: str
    evidence: str
    n_words: int
    n_left_out: int
    url: str


@dataclass(frozen=True, slots=True)
class About:
    """The answer."""

    articles: tuple[ArticleBasis, ...]
    published_how: dict[str, int]
    left_out: tuple[tuple[str, int, int], ...]
    problems: tuple[tuple[str, str, str, str, str], ...]
    facts: tuple[tuple[str, str, str], ...]
    rules: tuple[tuple[str, int], ...]

    @property
    def n_assumed(self) -> int:
        return sum(n for how, n in self.published_how.items() if how in ("inferred", "assumed", "unknown"))


def about(store: Store) -> About:
    """Everything; no filter applies."""
    articles = store.rows(
        "select a.article_id, a.path, a.source_name, a.source_how, a.published, a.published_start, a.published_end,"
        " a.published_how, a.published_evidence, a.n_words, coalesce(c.n, 0), a.url from articles a left join"
        " (select article_no, sum(end_at - start_at) as n from spans group by article_no) c"
        " on c.article_no = a.article_no order by a.article_no limit 5000"
    )
    return About(
        tuple(ArticleBasis(*row) for row in articles),
        dict(store.rows("select published_how, count(*) from articles group by published_how order by 2 desc")),
        tuple(store.rows("select kind, count(*), sum(end_at - start_at) from spans group by kind order by 2 desc, 1")),
        tuple(store.rows("select path, place, what, why, remedy from problems")),
        tuple(store.rows("select kind, name, value from build")),
        tuple(store.rows("select rule, count(*) from times group by rule order by 2 desc, 1")),
    )
