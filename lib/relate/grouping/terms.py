"""Articles as weighted names and words, with what is rare in the corpus counting most (TF-IDF).

    terms = Terms()
    packed = [terms.pack(article) for article in articles]      # counts of the corpus are complete only then
    vector = terms.vector(packed[0])                            # {term: weight}, unit length

Weight: (1 + ln tf) · idf (Salton and Buckley 1988); names count more than words, and what stands in the headline or
the lead counts more often than what stands below. A corpus of one event has few articles, and by its own counts what
it is about would be worth nothing ("Ukraine" is in all of them); so its counts are smoothed as if it were part of
``_BEFORE`` other articles in which names are rare and words less so.
"""

from __future__ import annotations

import math
import re
from array import array
from collections.abc import Mapping
from dataclasses import dataclass

from lib.relate.grouping.article import StoryArticle

#: Term → weight; names have negative numbers, words positive ones.
Vector = dict[int, float]
#: An article's terms in memory: more are cut, those of the least weight first.
MOST_TERMS = 160
_IN_TITLE, _IN_LEAD = 2, 1
_NAME = 1.6
_BEFORE, _NAME_BEFORE, _WORD_BEFORE = 1_000, 4, 25
_TOKEN = re.compile(r"[^\W\d_]{3,}")
_ENDINGS = ("'s", "s", "es", "ed", "d", "ing")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Packed:
    """An article's terms and how often it uses each, and the terms of its headline: about 1 kB."""

    terms: array[int]
    uses: array[float]
    title: array[int]


class Terms:
    """The terms of a corpus, numbered, and in how many articles each stands."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self._in: array[int] = array("i", [0])
        self._n = 0

    def pack(self, article: StoryArticle) -> Packed:
        """Count an article; names are kept as '=entity_id', words as they are."""
        title, lead = _tokens(article.title), _tokens(article.lead)
        uses: dict[str, float] = {}
        headline: list[str] = []
        for entity_id, n in article.names.items():
            parts = set(entity_id.split("-"))
            at_top = _IN_TITLE * bool(parts & title) + _IN_LEAD * bool(parts & lead)
            uses[f"={entity_id}"] = n + at_top
            if parts & title:
                headline.append(f"={entity_id}")
        for word, n in article.words.items():
            uses[word] = uses.get(word, 0) + n
        for tokens, more in ((title, _IN_TITLE), (lead, _IN_LEAD)):
            for token in sorted(tokens):
                word = _lemma(token, article.words)
                if word in uses or (tokens is title and len(word) >= _SHORTEST):
                    uses[word] = uses.get(word, 0) + more
                    if tokens is title:
                        headline.append(word)
        most = sorted(uses.items(), key=lambda use: (-use[1], not use[0].startswith("="), use[0]))[:MOST_TERMS]
        numbers = {term: self._numbered(term) for term, _ in most}
        self._n += 1
        for number in numbers.values():
            self._in[abs(number)] += 1
        return Packed(
            array("i", numbers.values()), array("f", (n for _, n in most)),
            array("i", sorted({numbers[term] for term in headline if term in numbers})),
        )  # fmt: skip

    def vector(self, packed: Packed) -> Vector:
        """Unit length, over all terms; those of no other article weigh in the length and are left out."""
        weights = {
            term: (1 + math.log(uses)) * self.rarity(term) for term, uses in zip(packed.terms, packed.uses, strict=True)
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {term: weight / length for term, weight in weights.items() if self._in[abs(term)] > 1}

    def rarity(self, term: int) -> float:
        """Inverse document frequency, smoothed; names above words."""
        before = _NAME_BEFORE if term < 0 else _WORD_BEFORE
        return (_NAME if term < 0 else 1.0) * math.log((self._n + _BEFORE) / (self._in[abs(term)] + before))

    def names_and_words(self) -> tuple[dict[int, str], dict[int, str]]:
        """Term → entity_id, and term → word."""
        names = {n: term[1:] for term, n in self._number.items() if n < 0}
        return names, {n: term for term, n in self._number.items() if n > 0}

    def _numbered(self, term: str) -> int:
        number = self._number.get(term)
        if number is None:
            number = len(self._number) + 1
            # The sign tells names from words wherever only a number is at hand.
            self._number[term] = number = -number if term.startswith("=") else number
            self._in.append(0)
        return number


def _tokens(text: str) -> set[str]:
    return set(_TOKEN.findall(text.casefold()))


def _lemma(token: str, words: Mapping[str, int]) -> str:
    """The article's own lemma that a token of its headline is a form of; the token itself where there is none."""
    if token in words:
        return token
    for ending in _ENDINGS:
        stem = token.removesuffix(ending)
        for lemma in (stem, stem + "e"):
            if stem != token and lemma in words:
                return lemma
    return token
