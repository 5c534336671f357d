"""Articles joined to the nearest running story in one pass, in order of publication; then near stories are merged.

    clusters = Clusters()
    clusters.place(Cluster.of(0, vector, day))      # the number of the story that article 0 was put into
    clusters.merge()

Single-pass clustering with a time window, as in topic detection (Allan, Papka and Lavrenko, SIGIR 1998), by cosine.
Only stories that share one of an article's weightiest terms are looked at, and only while they run: the work grows with
the articles times the stories of six weeks, not with the square of the articles.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import itemgetter

from lib.relate.grouping.terms import Vector

#: Days without an article after which a story is over.
WINDOW = 45
#: Share of its nearness that a story loses over a whole window of silence.
FADING = 0.6
#: Nearness (``Cluster.near``) from which an article belongs to a story, and two stories are one. These were chosen on
#: real news (MEANTIME): a verdict six weeks after its suit is near enough, another contract of the same firm is not.
NEAR = 0.21
#: Share of what two stories have in common that should be names; how much of their nearness counts without any.
NAMED, UNNAMED = 0.4, 0.6
#: Articles after which a story takes no more and a new one begins: a story is compared as a whole, in memory.
MOST_ARTICLES = 1_000
#: Share of the articles from which on a corpus is about one event.
ONE_EVENT = 0.66
#: An article's weightiest terms are looked up; a story is found by those of its articles.
LOOKED_UP = 16
_MOST, _KEPT = 1_200, 400


@dataclass(slots=True)
class Cluster:
    """A story in the making: the sum of its articles' vectors, the sum's squared length, its days, its articles."""

    total: Vector = field(default_factory=dict)
    squared: float = 0.0
    first: dt.date | None = None
    last: dt.date | None = None
    members: list[int] = field(default_factory=list)

    def near(self, other: Cluster) -> float:
        """The geometric mean of the average cosine between their articles and the cosine between their means.

        The average alone tears a long story apart, the means alone swallow whatever is near a large one.
        """
        n, length = len(self.members) * len(other.members), math.sqrt(self.squared * other.squared)
        both, by_names = dot(self.total, other.total)
        # Two floods have their words in common and two wars their great powers; one flood has its town.
        share = min(1.0, by_names / (NAMED * both)) if both else 0.0
        return (UNNAMED + (1 - UNNAMED) * share) * both / math.sqrt(n * length) if n and length else 0.0

    @classmethod
    def of(cls, number: int, vector: Vector, day: dt.date | None) -> Cluster:
        """One article."""
        return cls(dict(vector), 1.0, day, day, [number])

    def take(self, other: Cluster) -> None:
        self.squared += other.squared + 2 * dot(other.total, self.total)[0]
        for term, weight in other.total.items():
            self.total[term] = self.total.get(term, 0.0) + weight
        self.first = min((day for day in (self.first, other.first) if day), default=None)
        self.last = max((day for day in (self.last, other.last) if day), default=None)
        self.members += other.members
        self._cut()

    def _cut(self) -> None:
        """What few of its articles use says nothing about a long story."""
        if len(self.total) > _MOST:
            self.total = dict(sorted(self.total.items(), key=itemgetter(1), reverse=True)[:_KEPT])


def dot(one: Vector, other: Vector) -> tuple[float, float]:
    """The product of two vectors, and what names give of it."""
    if len(one) > len(other):
        one, other = other, one
    names = words = 0.0
    for term, weight in one.items():
        if term in other:
            if term < 0:
                names += weight * other[term]
            else:
                words += weight * other[term]
    return names + words, names


def weightiest(vector: Vector, n: int) -> list[int]:
    return sorted(vector, key=lambda term: (-vector[term], term))[:n]


def fading(gap: int) -> float:
    """1 for neighbours in time, less with each day of silence, 0 beyond the window."""
    return 0.0 if gap > WINDOW else 1 - FADING * max(0, gap) / WINDOW


def gap(one: Cluster, other: Cluster) -> int:
    """Days of silence between two stories; 0 where they overlap or where one has no days."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0
    return max(0, (other.first - one.last).days, (one.first - other.last).days)


class Clusters:
    """All stories; ``place`` is called in order of publication, then ``merge``, then for articles without a day."""

    def __init__(self) -> None:
        self.all: dict[int, Cluster] = {}
        self._by_term: dict[int, set[int]] = defaultdict(set)

    def place(self, article: Cluster) -> int:
        """Put a cluster of one article into the nearest running story, or begin one; the story's number."""
        terms = weightiest(article.total, LOOKED_UP)
        best, nearness = article.members[0], NEAR
        for known in sorted(self._running(terms, article.first)):
            near = self._nearness(self.all[known], article)
            if near >= nearness:
                best, nearness = known, near
        self.put(best, article)
        return best

    def put(self, known: int, article: Cluster) -> None:
        """Put an article into a story that is known by its number, new or old."""
        for term in weightiest(article.total, LOOKED_UP):
            self._by_term[term].add(known)
        if known in self.all:
            self.all[known].take(article)
        else:
            self.all[known] = article

    def merge(self) -> None:
        """Join stories that turned out to be near, the nearest first, until none are."""
        waiting = sorted(self.all)
        while waiting:
            looked_up = self._look_up()
            pairs = {
                (min(known, other), max(known, other))
                for known in waiting
                for term in looked_up[known]
                for other in self._by_term[term]
                if other != known
            }
            near = [(self._nearness(self.all[one], self.all[other]), one, other) for one, other in pairs]
            waiting = self._joined(sorted((n for n in near if n[0] >= NEAR), key=lambda n: (-n[0], n[1:])))

    def one_event(self) -> None:
        """Where one story is nearly the whole corpus, what is half as near as usual belongs to it too."""
        largest = max(self.all, key=lambda known: (len(self.all[known].members), -known), default=0)
        n = sum(len(story.members) for story in self.all.values())
        if not n or len(self.all[largest].members) < ONE_EVENT * n:
            return
        for known in sorted(self.all.keys() - {largest}):
            if self._nearness(self.all[largest], self.all[known]) >= NEAR / 2:
                self.all[largest].take(self.all.pop(known))

    def _look_up(self) -> dict[int, list[int]]:
        """Each story's weightiest terms; all stories can be found by them again, those that are over as well."""
        self._by_term.clear()
        looked_up = {known: weightiest(story.total, LOOKED_UP) for known, story in self.all.items()}
        for known, terms in looked_up.items():
            for term in terms:
                self._by_term[term].add(known)
        return looked_up

    def _joined(self, near: list[tuple[float, int, int]]) -> list[int]:
        """Join each pair of which neither was changed yet; the stories that changed."""
        changed: dict[int, None] = {}
        gone: set[int] = set()
        for _, one, other in near:
            if not {one, other} & (gone | changed.keys()):
                self.all[one].take(self.all.pop(other))
                changed[one] = None
                gone.add(other)
        return list(changed)

    @staticmethod
    def _nearness(one: Cluster, other: Cluster) -> float:
        if len(one.members) + len(other.members) > MOST_ARTICLES:
            return 0.0
        faded = fading(gap(one, other))
        return faded and faded * one.near(other)

    def _running(self, terms: Iterable[int], day: dt.date | None) -> set[int]:
        """Stories found by the terms; those that are over are forgotten on the way."""
        found: set[int] = set()
        for term in terms:
            here = self._by_term[term]
            if day:
                here -= {known for known in here - found if self._over(known, day)}
            found |= here
        return found

    def _over(self, known: int, day: dt.date) -> bool:
        last = self.all[known].last
        return last is not None and (day - last).days > WINDOW
