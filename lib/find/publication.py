"""When an article came out: one day, or the days that are left where nobody states it.

    out = Publication.of(article)
    out.first, out.last        # one and the same day; None where that side is open

What is ahead of the last of these days, or long before the first, is so whichever of them it was. Neither of them is
the article's own date unless they are the same.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lib.schema import Article


@dataclass(frozen=True, slots=True)
class Publication:
    """The first and the last day on which an article can have come out."""

    first: dt.date | None
    last: dt.date | None

    @classmethod
    def of(cls, article: Article) -> Publication:
        if article.published is not None:
            return cls.on(article.published)
        end = article.published_end
        return cls(article.published_start, end - dt.timedelta(days=1) if end is not None else None)

    @classmethod
    def on(cls, day: dt.date | None) -> Publication:
        """That it came out on a day; of None, that nothing is known."""
        return cls(day, day)

    @property
    def said(self) -> str:
        """What the reasons call it."""
        known = self.first is not None and self.first == self.last
        return "the article's own date" if known else "the article can have come out"
