"""What people corrected, where it decides how an article is parsed: its day, and what of it is not its body.

    log = Corrected.of(corpus)
    article = log.article(article)           # with the day that was given by hand
    spans = log.spans(article, mark(article))

Everything else in the log is applied to the serving file (``lib.store.corrected``), build after build.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lib.corrections import Correction, read
from lib.schema import Article, MarkedSpan

DAY = "published"
REGIONS = ("drop", "restore")


@dataclass(frozen=True, slots=True)
class Corrected:
    """Article id → its day; article id → its regions, in the order in which they were corrected."""

    days: Mapping[str, dt.date] = field(default_factory=dict)
    regions: Mapping[str, Sequence[Correction]] = field(default_factory=dict)

    @classmethod
    def of(cls, corpus: Path) -> Corrected:
        """What stands in a corpus's log; nothing where there is none."""
        days: dict[str, dt.date] = {}
        regions: dict[str, list[Correction]] = {}
        for one in read(corpus).standing():
            if one.kind == DAY:
                days[one.what["article"]] = dt.date.fromisoformat(one.what["day"])
            elif one.kind in REGIONS:
                regions.setdefault(one.what["article"], []).append(one)
        return cls(days, regions)

    def article(self, article: Article) -> Article:
        """The article on the day that a person gave it, so that relative dates are counted from there."""
        day = self.days.get(article.article_id)
        if day is None:
            return article
        return dataclasses.replace(
            article,
            published=day,
            published_start=day,
            published_end=day + dt.timedelta(days=1),
            published_how="given",
            published_evidence="corrected by hand",
        )

    def spans(self, article: Article, spans: Sequence[MarkedSpan]) -> list[MarkedSpan]:
        """The marked spans, with what was taken out added and what was put back left out."""
        found = list(spans)
        for one in self.regions.get(article.article_id, ()):
            start, end = int(one.what["start"]), int(one.what["end"])
            found = [span for span in found if (span.start, span.end) != (start, end)]
            if one.kind == "drop" and end <= len(article.text):
                found.append(MarkedSpan(article.article_id, start, end, one.what["as"], "Marked by hand."))
        return sorted(found, key=lambda span: (span.start, span.end))
