"""How alike statements are by words and by meaning, for all pairs at once, and which pairs are worth a closer look.

    likeness = Likeness(statements, vectors)
    for pair in likeness.candidates():
        pair.a, pair.b, pair.meaning, pair.words, pair.margin

Words: TF-IDF over lemmas, names and numbers (Salton and Buckley 1988). Meaning: cosine of MiniLM sentence vectors
(Reimers and Gurevych 2019). ``margin`` is the likeness less what both sentences have with the *other* sentences of
each other's article, after CSLS (Conneau et al. 2018): a sentence that is like everything says nothing. Work is one
matrix product an article, so memory grows with the story, not with its square.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]  # it comes without types

from lib.relate.claims.crowd import Crowd, crowd_of, padded
from lib.relate.claims.lexicon import limits
from lib.relate.claims.statements import Statement, outlet_of
from lib.relate.claims.voices import Voices
from lib.relate.claims.worth import worth_encoding
from lib.relate.vectors import Vectors

Floats = NDArray[np.float32]
#: Statements that are held against all others at once: about an article's.
AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements, by number, and how alike they are.

    ``beside`` is the best pair next to them; ``rivals`` how much more alike they are than either is to the best other
    sentence of the other article.
    """

    a: int
    b: int
    meaning: float
    words: float
    margin: float
    beside: float
    rivals: float


@dataclass(frozen=True, slots=True)
class Block:
    """One article's statements (rows) beside all statements of the story (columns)."""

    likeness: Likeness
    first: int
    last: int
    meaning: Floats
    words: Floats
    mixed: Floats
    crowd: Crowd

    def pair(self, number: int, other: int) -> Pair:
        """A statement of this article with any other one."""
        row, article = number - self.first, self.likeness.article[other]
        mixed, crowd = float(self.mixed[row, other]), self.crowd
        margin = mixed - float(crowd.across[row, article] + crowd.along[other]) / 2
        rivals = mixed - crowd.rivals(row, article, other, mixed) / 2
        return Pair(
            number, other, float(self.meaning[row, other]), float(self.words[row, other]), margin,
            self._beside(row, other, *self.likeness.bounds[article]), rivals,
        )  # fmt: skip

    def _beside(self, row: int, other: int, first: int, last: int) -> float:
        around = [
            float(self.mixed[r, c])
            for r in (row - 1, row + 1)
            for c in (other - 1, other + 1)
            if 0 <= r < self.last - self.first and first <= c < last
        ]
        return max(around, default=0.0)


class Likeness:
    """All statements of a story, sorted by article."""

    def __init__(self, statements: Sequence[Statement], vectors: Vectors | None) -> None:
        self.statements = statements
        self._vectors = vectors
        self.idf = _idf(statements)
        self.bounds = _bounds(statements)
        self.outlet: NDArray[np.int64] = _numbered([outlet_of(s) for s in statements])
        self._tf = self._matrix()
        self._meaning: Floats = self._encoded()
        self._clauses: dict[int, Floats] = {}

    def _encoded(self) -> Floats:
        """A vector a statement; nought where its words say already that it is like none of another outlet."""
        if self._vectors is None:
            return np.zeros((len(self.statements), 1), np.float32)
        worth = np.flatnonzero(worth_encoding(self.statements))
        chosen = [self.statements[n] for n in worth.tolist()]
        found = self._vectors.encode([s.words((s.sentence.start, s.sentence.end)) for s in chosen])
        meaning = np.zeros((len(self.statements), found.shape[1]), np.float32)
        meaning[worth] = found
        return meaning

    @property
    def by_meaning(self) -> bool:
        return self._vectors is not None

    def weight(self, term: str) -> float:
        """How rare a term is in the story, 0 to 1; one that only a single statement has is near 1."""
        return self.idf.get(term, self._rarest) / self._rarest

    @cached_property
    def _rarest(self) -> float:
        return math.log(len(self.statements) + limits()["unseen_statements"]) + 0.5

    def _matrix(self) -> csr_matrix:
        columns: dict[str, int] = {}
        rows, cols, values = [], [], []
        for number, statement in enumerate(self.statements):
            found = {t: (1 + math.log(n)) * self.idf[t] for t, n in statement.terms.items()}
            length = math.sqrt(sum(v * v for v in found.values())) or 1.0
            for term, value in found.items():
                rows.append(number)
                cols.append(columns.setdefault(term, len(columns)))
                values.append(value / length)
        shape = (len(self.statements), max(len(columns), 1))
        return csr_matrix((np.array(values, np.float32), (rows, cols)), shape=shape)

    def rows(self, numbers: Sequence[int] | slice) -> tuple[Floats, Floats]:
        """Meaning and words of some statements with all of them: two (len(numbers), n) matrices."""
        words = np.asarray((self._tf[numbers] @ self._tf.T).toarray(), np.float32)
        return self._meaning[numbers] @ self._meaning.T, words

    def mixed(self, meaning: Floats, words: Floats) -> Floats:
        """One likeness of the two."""
        return 0.6 * meaning + 0.4 * words if self.by_meaning else words

    def mix(self, pair: Pair) -> float:
        """The same for one pair."""
        return 0.6 * pair.meaning + 0.4 * pair.words if self.by_meaning else pair.words

    def blocks(self) -> Iterator[Block]:
        """Each article's statements beside all of them."""
        where = padded(self.bounds)
        for first, last in self.bounds:
            meaning, words = self.rows(slice(first, last))
            mixed = self.mixed(meaning, words)
            usual = limits()["usual_meaning" if self.by_meaning else "usual_words"]
            yield Block(self, first, last, meaning, words, mixed, crowd_of(mixed, where, usual))

    def most_alike(self, numbers: Sequence[int]) -> list[int]:
        """For each statement the one of another outlet that is most alike; -1 where none shares anything with it."""
        found: list[int] = []
        for first in range(0, len(numbers), AT_ONCE):
            some = list(numbers[first : first + AT_ONCE])
            mixed = self.mixed(*self.rows(some))
            mixed[self.outlet[some][:, None] == self.outlet[None, :]] = 0.0
            best = mixed.argmax(axis=1)
            found += [int(n) if mixed[row, n] > 0 else -1 for row, n in enumerate(best)]
        return found

    def candidates(self) -> Iterator[Pair]:
        """Pairs of different outlets that are among the most alike of one of the two; each once."""
        most, least = limits()["most_candidates"], limits()["least_likeness"]
        seen: set[tuple[int, int]] = set()
        for block in self.blocks():
            free = (self.outlet[None, :] != self.outlet[block.first]) & (block.mixed >= least)
            for row in range(block.last - block.first):
                near = np.flatnonzero(free[row])
                if len(near) > most:
                    near = near[np.argpartition(-block.mixed[row, near], most)[:most]]
                for other in near.tolist():
                    number = block.first + row
                    key = (min(number, other), max(number, other))
                    if key not in seen:
                        seen.add(key)
                        yield block.pair(number, other)

    @cached_property
    def article(self) -> NDArray[np.int64]:
        found = np.zeros(len(self.statements), np.int64)
        for number, (first, last) in enumerate(self.bounds):
            found[first:last] = number
        return found

    def place(self, number: int) -> float:
        """Where in its article a statement stands, 0 (first) to 1: news tells what matters most first."""
        first, last = self.bounds[int(self.article[number])]
        return (number - first) / max(last - first - 1, 1)

    def opens(self, number: int) -> bool:
        """Whether a statement is one of the first two of an article that has more to say."""
        first, last = self.bounds[int(self.article[number])]
        return number - first < 2 and last - first >= limits()["fewest_opened"]

    @cached_property
    def weights(self) -> list[float]:
        """What the terms of each statement weigh together."""
        return [math.fsum(map(self.weight, s.terms)) for s in self.statements]

    @cached_property
    def act_groups(self) -> list[frozenset[str]]:
        """The meanings of each statement's acts."""
        return [frozenset().union(*(act.groups for act in s.acts)) for s in self.statements]

    @cached_property
    def speakers(self) -> list[frozenset[str]]:
        """Who is quoted in each statement."""
        voices = Voices({id(s.account): s.account for s in self.statements}.values())
        return [frozenset(filter(None, (voices.of(q).group for q in s.quotes))) for s in self.statements]

    def encode_clauses(self, numbers: Sequence[int]) -> None:
        """Vectors of the clauses of some statements, kept; asked for once, for all that will be looked at."""
        if self._vectors is None:
            return
        wanted = [n for n in sorted(set(numbers)) if n not in self._clauses]
        texts = [self.statements[n].words(c) for n in wanted for c in self.statements[n].clauses]
        found = self._vectors.encode(texts)
        at = 0
        for n in wanted:
            k = len(self.statements[n].clauses)
            self._clauses[n] = np.concatenate([self._meaning[n : n + 1], found[at : at + k]])
            at += k

    def best_clauses(self, a: int, b: int) -> tuple[float, int, int]:
        """The most alike parts of two statements: their cosine, and which clause of each (-1: the whole sentence)."""
        left, right = self._clauses.get(a), self._clauses.get(b)
        if left is None or right is None:
            return float(self._meaning[a] @ self._meaning[b]), -1, -1
        likeness = left @ right.T
        best = int(likeness.argmax())
        return float(likeness.flat[best]), best // likeness.shape[1] - 1, best % likeness.shape[1] - 1


def _idf(statements: Sequence[Statement]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for s in statements:
        counts.update(set(s.terms))
        counts.update({g for act in s.acts for g in act.groups})
    # In a story of ten sentences all words look common: it is counted as a part of more.
    n = len(statements) + limits()["unseen_statements"]
    return {term: math.log(n / (k + 1)) + 0.5 for term, k in counts.items()}


def _bounds(statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """First and last + 1 of each article's statements."""
    starts = [
        n for n, s in enumerate(statements) if not n or statements[n - 1].sentence.article_id != s.sentence.article_id
    ]
    return list(zip(starts, [*starts[1:], len(statements)], strict=True))


def _numbered(names: Sequence[str]) -> NDArray[np.int64]:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], np.int64)
