"""What of an article decides its story.

StoryArticle("a1", "Harbor Wire", date(2022, 1, 10), "Talks in Geneva", "GENEVA — …", {"geneva": 3}, {"talk": 4}, "a1")
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """One article: entity_id → mentions, lemma → uses; ``lead`` is the beginning of its body."""

    article_id: str
    source: str
    published: dt.date | None
    title: str
    lead: str
    names: Mapping[str, int]
    words: Mapping[str, int]
    origin_id: str
