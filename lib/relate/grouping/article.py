"""What of an article decides its story.

StoryArticle("a1", "Harbor Wire", date(2022, 1, 10), "Talks in Geneva", "GENEVA — …", {"geneva": 3}, "a1")
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """One article: ``body`` is its sentences without the title, ``names`` entity_id → mentions."""

    article_id: str
    source: str
    published: dt.date | None
    title: str
    body: str
    names: Mapping[str, int]
    origin_id: str
