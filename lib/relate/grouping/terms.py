"""Articles as weighted words and names, with what is rare in the corpus counting most (TF-IDF).

    terms = Terms()
    packed = [terms.pack(article) for article in articles]      # counts of the corpus are complete only then
    vector = terms.vector(packed[0])                            # {term: weight}, unit length

Weight: (1 + ln tf) · idf (Salton and Buckley 1988). Words are those of the text itself, names among them, so that a
name that was not found counts all the same; a name that was found counts again, as the entity it was linked to. A
corpus of one event has few articles, and by its own counts what it is about would be worth nothing ("Ukraine" is in
all of them); so it is counted as if it were part of ``_BEFORE`` other articles: one threshold then does for all sizes.
"""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lib.relate.grouping.article import StoryArticle
from lib.vocabulary import load

#: Term → weight; names have negative numbers, words positive ones.
Vector = dict[int, float]
#: An article's terms in memory: more are cut, those it uses least first.
MOST_TERMS = 400
#: How often a word counts in the title, and what a name counts beside its words.
_IN_TITLE, _NAME = 2, 0.7
_BEFORE, _IN_BEFORE = 1_000, 3
_TOKEN = re.compile(r"[^\W\d_]{3,}")
_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST, _LONGEST = 4, 40
_STOP_WORDS = frozenset(load("stop_words")["stop_words"].split()).union(load("function_words")["english"])


@dataclass(frozen=True, slots=True)
class Packed:
    """An article's terms and how often it uses each, and those of its title that its body bears out: about 3 kB."""

    terms: array[int]
    uses: array[float]
    title: array[int]


@dataclass(frozen=True, slots=True)
class Called:
    """Terms by their numbers: ``of`` in the order of numbering, ``form`` stem → the shortest form in the corpus."""

    of: Sequence[str]
    form: Mapping[str, str]

    def name(self, term: int) -> str:
        """The entity's id; empty for a word."""
        return self.of[-term - 1][1:] if term < 0 else ""

    def word(self, term: int) -> str:
        """The shortest form of the word; empty for a name."""
        return self.form[self.of[term - 1]] if term > 0 else ""


class Terms:
    """The terms of a corpus, numbered, and in how many articles each stands."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self._in: array[int] = array("i", [0])
        self._form: dict[str, str] = {}
        self._n = 0

    def pack(self, article: StoryArticle) -> Packed:
        """Count an article; names are kept as '=entity_id', words by their stems."""
        title = Counter(self._stems(article.title))
        body = Counter(self._stems(article.body))
        uses = body.copy()
        for stem, n in title.items():
            uses[stem] += n * _IN_TITLE
        for entity_id, n in article.names.items():
            uses[f"={entity_id}"] = n
        most = sorted(uses.items(), key=lambda use: (-use[1], use[0]))[:MOST_TERMS]
        numbers = {term: self._numbered(term) for term, _ in most}
        self._n += 1
        for number in numbers.values():
            self._in[abs(number)] += 1
        return Packed(
            array("i", numbers.values()), array("f", (n for _, n in most)),
            array("i", sorted(numbers[stem] for stem in title & body if stem in numbers)),
        )  # fmt: skip

    def vector(self, packed: Packed) -> Vector:
        """Unit length, over all terms; those of no other article weigh in the length and are left out."""
        weights = {
            term: (1 + math.log(uses)) * self.rarity(term) for term, uses in zip(packed.terms, packed.uses, strict=True)
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {term: weight / length for term, weight in weights.items() if self._in[abs(term)] > 1}

    def rarity(self, term: int) -> float:
        """Inverse document frequency, smoothed."""
        return (_NAME if term < 0 else 1.0) * math.log((self._n + _BEFORE) / (self._in[abs(term)] + _IN_BEFORE))

    def called(self) -> Called:
        """What every term is; asked for once all articles are packed."""
        return Called(list(self._number), self._form)

    def _numbered(self, term: str) -> int:
        number = self._number.get(term)
        if number is None:
            number = len(self._number) + 1
            # The sign tells names from words wherever only a number is at hand.
            self._number[term] = number = -number if term.startswith("=") else number
            self._in.append(0)
        return number

    def _stems(self, text: str) -> Iterator[str]:
        for token in _TOKEN.findall(text.casefold()):
            if token not in _STOP_WORDS:
                token = token[:_LONGEST]
                stem = _stem(token)
                form = self._form.get(stem, token)
                self._form[stem] = min(form, token, key=lambda one: (len(one), one))
                yield stem


def _stem(token: str) -> str:
    """Without the ending of a plural or of a verb's form; "close", "closes" and "closing" are one."""
    ending = next((e for e in _ENDINGS if token.endswith(e) and len(token) - len(e) >= _SHORTEST), "")
    stem = token.removesuffix(ending)
    return stem.removesuffix("e") if len(stem) > _SHORTEST else stem
