"""What a build keeps in memory of each article; everything else is on disk (about 500 bytes an article)."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import Any

from lib.schema import Article


@dataclass(slots=True)
class Entry:
    """One article. ``changes`` are fields that linking gave it: an inferred day, the story that it copies."""

    key: str
    place: str
    source: str
    published: dt.date | None
    published_how: str
    changes: dict[str, Any] = dataclasses.field(default_factory=dict)
    #: Why the source shown is another name than the one that was read; empty where it is the same.
    source_why: str = ""

    def changed(self, article: Article, **more: Any) -> Article:
        """The article as read, with what linking changed."""
        if self.source_why:
            evidence = f"{article.source_evidence}; {self.source_why}" if article.source_evidence else self.source_why
            more |= {"source": self.source, "source_evidence": evidence}
        return dataclasses.replace(article, **self.changes, **more)
