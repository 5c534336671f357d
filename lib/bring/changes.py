"""What a person corrects of an article before it is kept; what is not touched stays as it was read.

Changes(title="Talks open", published=dt.date(2022, 2, 3)).applied(raw).published_how      # 'given'
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from lib.read import RawArticle

#: Evidence of a value that a person set.
BY_HAND = "set by hand when the article was brought in"


@dataclass(frozen=True, slots=True)
class Changes:
    """Fields to set; None leaves a field as it was read, an empty string or ``no_day`` empties it."""

    title: str | None = None
    source: str | None = None
    published: dt.date | None = None
    #: The day that was read is wrong and the right one is not known.
    no_day: bool = False
    leave_out: bool = False

    def applied(self, raw: RawArticle) -> RawArticle:
        """The article with the changes; every field that a person set says so."""
        if self.title is not None:
            raw = replace(raw, title=_line(self.title))
        if self.source is not None and _line(self.source) != raw.source:
            name = _line(self.source)
            how, said = ("given", BY_HAND) if name else ("unknown", "")
            raw = replace(raw, source=name, source_how=how, source_evidence=said)
        if self.published is not None and self.published != raw.published:
            raw = replace(raw, published=self.published, published_how="given", published_evidence=BY_HAND)
        elif self.published is not None and raw.published_how == "assumed":
            raw = replace(raw, published_how="given", published_evidence=BY_HAND)
        elif self.no_day:
            raw = replace(raw, published=None, published_how="unknown", published_evidence="")
        return raw

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields that are set."""
        named = {"title": self.title is not None, "source": self.source is not None}
        named["published"] = self.published is not None or self.no_day
        return tuple(name for name, is_set in named.items() if is_set)


def _line(words: str) -> str:
    """One line of text that can be stored: no line ends, no half of a pair."""
    return " ".join(words.encode("utf-8", "replace").decode().replace("\0", "").split())[:500]
