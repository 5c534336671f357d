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
from array import array
from dataclasses import dataclass, field
from operator import itemgetter

from lib.relate.grouping.index import Index
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
#: Terms of all stories that are awake together: about 50 MB.
AWAKE = 500_000


@dataclass(slots=True)
class Cluster:
    """A story in the making: the sum of its articles' vectors, the sum's squared length, its days, its articles.

    One that rests keeps the sum in 12 bytes a term in place of 100; ``total`` is then empty.
    """

    total: Vector = field(default_factory=dict)
    squared: float = 0.0
    first: dt.date | None = None
    last: dt.date | None = None
    members: list[int] = field(default_factory=list)
    resting: tuple[array[int], array[float]] | None = None

    def rest(self) -> None:
        """Keep the sum small; nothing may be asked of it before ``wake``."""
        if self.resting is None:
            self.resting = array("i", self.total), array("d", self.total.values())
            self.total = {}

    def wake(self) -> None:
        """The sum as it was, its terms in the same order."""
        if self.resting is not None:
            self.total = dict(zip(*self.resting, strict=True))
            self.resting = None

    def takes(self, day: dt.date | None) -> bool:
        """Whether an article of that day may still be put into the story."""
        return bool(self.squared) and len(self.members) < MOST_ARTICLES and self._silent(day) <= WINDOW

    def near(self, vector: Vector, day: dt.date | None) -> float:
        """Cosine of an article to the mean, faded by the days of silence between; ``takes`` must say that it may."""
        return (1 - FADING * self._silent(day) / WINDOW) * dot(vector, self.total) / math.sqrt(self.squared)

    def _silent(self, day: dt.date | None) -> int:
        return max(0, (day - self.last).days, (self.first - day).days) if day and self.first and self.last else 0

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
            self.squared = dot(self.total, self.total)


def dot(vector: Vector, total: Vector) -> float:
    """The product of an article's vector and a sum of many."""
    return sum(weight * total[term] for term, weight in vector.items() if term in total)


def weightiest(vector: Vector) -> list[int]:
    """The terms to look an article or a story up by."""
    return sorted(vector, key=lambda term: (-vector[term], term))[:LOOKED_UP]


class Clusters:
    """All stories; ``place`` is called in order of publication, then, after ``reopen``, for a second look.

    Those asked last are awake, ``AWAKE`` terms in all; the others rest.
    """

    def __init__(self) -> None:
        self.all: list[Cluster] = []
        self._by_term = Index()
        self._awake: dict[int, int] = {}
        self._terms_awake = 0

    def place(self, number: int, vector: Vector, day: dt.date | None) -> int:
        """Put an article into the nearest running story, or begin one; the story's number."""
        best, nearness = len(self.all), NEAR
        for known in sorted(self._running(weightiest(vector), day)):
            if not self.all[known].takes(day):
                continue
            near = self.woken(known).near(vector, day)
            if near >= nearness:
                best, nearness = known, near
        if best == len(self.all):
            self.all.append(Cluster())
        self.put(best, number, vector, day)
        return best

    def put(self, known: int, number: int, vector: Vector, day: dt.date | None) -> None:
        """Put an article into a story that is known by its number."""
        self.woken(known).take(number, vector, day)
        self._count(known)
        for term in weightiest(vector):
            self._by_term.add(term, known)

    def empty(self, known: int) -> None:
        """Take all articles out of a story."""
        self.all[known] = Cluster()

    def reopen(self) -> None:
        """Let articles be put into any story from now on, those that are over as well."""
        for known in range(len(self.all)):
            for term in weightiest(self.woken(known).total):
                self._by_term.add(term, known)

    def woken(self, known: int) -> Cluster:
        """The story of that number, awake until enough others were asked."""
        self.all[known].wake()
        self._count(known)
        return self.all[known]

    def _count(self, known: int) -> None:
        """Note how many terms an awake story has; where they are too many, those asked longest ago rest."""
        n = len(self.all[known].total)
        self._terms_awake += n - self._awake.pop(known, 0)
        self._awake[known] = n  # last in the dictionary: asked last
        while self._terms_awake > AWAKE and len(self._awake) > 1:
            other = next(iter(self._awake))
            self._terms_awake -= self._awake.pop(other)
            self.all[other].rest()

    def _running(self, terms: list[int], day: dt.date | None) -> set[int]:
        """Stories found by the terms; those that are over are forgotten on the way."""
        found: set[int] = set()
        for term in terms:
            here = self._by_term.of(term)
            if day:
                over = {known for known in here - found if self._over(known, day)}
                self._by_term.remove(term, over)
                here -= over
            found |= here
        return found

    def _over(self, known: int, day: dt.date) -> bool:
        last = self.all[known].last
        return last is not None and (day - last).days > WINDOW
