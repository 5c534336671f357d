"""Articles joined to the nearest running story in one pass, in order of publication.

    clusters = Clusters()
    clusters.place(0, vector, day)          # the number of the story that article 0 was put into

Single-pass clustering with a time window, as in topic detection (Allan, Papka and Lavrenko, SIGIR 1998): the cosine of
an article to a story's mean, less for each day that the story was silent. Only stories that share one of an article's
weightiest terms are looked at, and only while they run: the work grows with the articles times the stories of six
weeks, not with the square of the articles.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from dataclasses import dataclass, field
from operator import itemgetter

from lib.relate.grouping.terms import Vector

#: Days without an article after which a story is over.
WINDOW = 45
#: Share of its nearness that a story loses over a whole window of silence.
FADING = 0.6
#: Nearness from which an article belongs to a story; chosen on the dev half of our invented stories (``lib.quality``).
NEAR = 0.24
#: Articles after which a story takes no more and a new one begins: a story is compared as a whole, in memory.
MOST_ARTICLES = 1_000
#: An article's weightiest terms are looked up; a story is found by those of its articles.
LOOKED_UP = 16
_MOST, _KEPT = 3_000, 1_000


@dataclass(slots=True)
class Cluster:
    """A story in the making: the sum of its articles' vectors, the sum's squared length, its days, its articles."""

    total: Vector = field(default_factory=dict)
    squared: float = 0.0
    first: dt.date | None = None
    last: dt.date | None = None
    members: list[int] = field(default_factory=list)

    def near(self, vector: Vector, day: dt.date | None) -> float:
        """Cosine of an article to the mean, faded by the days of silence between; 0 where the story is over."""
        if not self.squared or len(self.members) >= MOST_ARTICLES:
            return 0.0
        silent = max(0, (day - self.last).days, (self.first - day).days) if day and self.first and self.last else 0
        if silent > WINDOW:
            return 0.0
        return (1 - FADING * silent / WINDOW) * dot(vector, self.total) / math.sqrt(self.squared)

    def take(self, number: int, vector: Vector, day: dt.date | None) -> None:
        """Add an article; a copy that comes when the story is over does not reopen it."""
        self.squared += 1.0 + 2 * dot(vector, self.total)
        for term, weight in vector.items():
            self.total[term] = self.total.get(term, 0.0) + weight
        if day and (self.last is None or (day - self.last).days <= WINDOW):
            self.first, self.last = min(day, self.first or day), max(day, self.last or day)
        self.members.append(number)
        # What few of its articles use says nothing about a long story.
        if len(self.total) > _MOST:
            self.total = dict(sorted(self.total.items(), key=itemgetter(1), reverse=True)[:_KEPT])


def dot(vector: Vector, total: Vector) -> float:
    """The product of an article's vector and a sum of many."""
    return sum(weight * total[term] for term, weight in vector.items() if term in total)


def weightiest(vector: Vector) -> list[int]:
    """The terms to look an article or a story up by."""
    return sorted(vector, key=lambda term: (-vector[term], term))[:LOOKED_UP]


class Clusters:
    """All stories; ``place`` is called in order of publication, then, after ``reopen``, for a second look."""

    def __init__(self) -> None:
        self.all: list[Cluster] = []
        self._by_term: dict[int, set[int]] = defaultdict(set)

    def place(self, number: int, vector: Vector, day: dt.date | None) -> int:
        """Put an article into the nearest running story, or begin one; the story's number."""
        best, nearness = len(self.all), NEAR
        for known in sorted(self._running(weightiest(vector), day)):
            near = self.all[known].near(vector, day)
            if near >= nearness:
                best, nearness = known, near
        if best == len(self.all):
            self.all.append(Cluster())
        self.put(best, number, vector, day)
        return best

    def put(self, known: int, number: int, vector: Vector, day: dt.date | None) -> None:
        """Put an article into a story that is known by its number."""
        self.all[known].take(number, vector, day)
        for term in weightiest(vector):
            self._by_term[term].add(known)

    def reopen(self) -> None:
        """Let articles be put into any story from now on, those that are over as well."""
        for known, story in enumerate(self.all):
            for term in weightiest(story.total):
                self._by_term[term].add(known)

    def _running(self, terms: list[int], day: dt.date | None) -> set[int]:
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
