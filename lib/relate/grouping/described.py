"""A story's row: its title in the articles' own words, its span, what sets it apart.

The title is the headline that is nearest to the mean of the story's articles, verbatim. The id is made of the first
article's headline instead: it stays while the story grows, and so do the links that were shared.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lib.link.slugs import Slugs
from lib.relate.grouping.clusters import Cluster
from lib.relate.grouping.terms import Called, Packed, Terms
from lib.schema import Story
from lib.vocabulary import load

_IN_ID = 8
_NAMES = _WORDS = 8
#: A sentence ends; "U.S. officials" goes on.
_STOP = re.compile(r"(?<=\w\w[.!?])[\"”’)]*\s+(?=[\"“‘A-ZÀ-Ý])")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Told:
    """What is kept of an article for its story's row; ``headline`` is its body's first sentence where it has none."""

    article_id: str
    source: str
    published: dt.date | None
    headline: str


def headline(title: str, body: str) -> str:
    """Words of the article to call it by; may be empty."""
    words = " ".join(title.split())
    if any(c.isalpha() for c in words):
        return words
    first = " ".join(body[: 5 * _LONGEST].split())
    return _STOP.split(first, maxsplit=1)[0][:_LONGEST].strip()


@dataclass(frozen=True, slots=True)
class Describer:
    """Makes stories' rows; ``told`` and ``packed`` by the articles' numbers."""

    terms: Terms
    told: Sequence[Told]
    packed: Sequence[Packed]
    slugs: Slugs
    called: Called

    def story(self, cluster: Cluster) -> Story:
        """The row of a story that is awake."""
        members = [self.told[number] for number in cluster.members]
        central = self.told[
            max(cluster.members, key=lambda n: (self._centrality(cluster, n), -cluster.members.index(n)))
        ]
        days = [member.published for member in members if member.published]
        first = next((member.headline for member in members if member.headline), "") or members[0].article_id
        ranked = [term for term, _ in sorted(cluster.total.items(), key=lambda t: (-t[1], t[0]))]
        return Story(
            story_id=self.slugs.take(" ".join(first.split()[:_IN_ID]), str(min(days, default="undated"))),
            title=central.headline or "Without a headline",
            title_article_id=central.article_id,
            date_start=min(days, default=None),
            date_end=max(days) + dt.timedelta(days=1) if days else None,
            n_articles=len(members),
            n_sources=len({member.source for member in members}),
            names=tuple(islice(filter(None, map(self.called.name, ranked)), _NAMES)),
            words=tuple(islice(self._telling(ranked), _WORDS)),
        )

    def _telling(self, ranked: Sequence[int]) -> Iterator[str]:
        """Words in the given order, without "said" and without those that are part of a name."""
        named = {part for term in ranked for part in self.called.name(term).split("-")}
        for term in ranked:
            word = self.called.word(term)
            if word and word not in named and word not in load("reporting_verbs"):
                yield word

    def _centrality(self, cluster: Cluster, number: int) -> float:
        """Cosine of a headline's terms to the story's mean; an article without a headline comes last."""
        if not self.told[number].headline:
            return -1.0
        title = {term: self.terms.rarity(term) for term in self.packed[number].title}
        length = math.sqrt(sum(weight * weight for weight in title.values()) * cluster.squared)
        return sum(weight * cluster.total.get(term, 0.0) for term, weight in title.items()) / length if length else 0.0
