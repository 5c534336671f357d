"""Wire copies: articles that carry one agency's story share an ``origin_id``, and the shared passages say why.

    origins = find_origins(Body(a.article_id, a.source, a.published, a.text, sentences, spans) for a in articles)
    origins.origin_of["a2"]        # 'a1': that story's first article by day; of one day, the agency's own
    origins.copies[0].why          # '97 % of its 212 words stand in the article of 26 Jan 2022 by Harbor Wire; …'

Bodies are read once. Memory keeps hashes of half of an article's shingles and what its credits say, about 3 kB for 400
words; the words' hashes wait on disk, 12 kB. Then only likely pairs are compared (``copies.candidates``), exactly.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from tempfile import TemporaryFile

from lib.interval import say_day
from lib.link.copies.candidates import candidates, sample
from lib.link.copies.compare import Card, Match, compare, related, shared_credit
from lib.link.copies.credit import credits, source_key
from lib.link.copies.groups import join_parts
from lib.link.copies.passages import Passage, passages
from lib.link.copies.shelf import Shelf
from lib.link.copies.words import Hashes, Words, shingles
from lib.schema import Copy, MarkedSpan
from lib.union import Union

#: Passages with the group's first article are evidence from so large a share of the words on. A third version of a
#: story may share little with the first one; its evidence is then the version in between.
_MIN_COVERED = 0.2


@dataclass(frozen=True, slots=True)
class Body:
    """An article as copies are sought in it; sentences are (start, end) of the body's sentences in ``text``."""

    article_id: str
    source: str
    published: dt.date | None
    text: str
    sentences: Sequence[tuple[int, int]]
    spans: Sequence[MarkedSpan]


@dataclass(frozen=True, slots=True)
class Origins:
    """``origin_of`` has every article, those without a copy mapped to themselves."""

    origin_of: Mapping[str, str]
    copies: Sequence[Copy]


def find_origins(bodies: Iterable[Body]) -> Origins:
    """The groups of copies among articles with different ids, and the passages that prove them."""
    with TemporaryFile() as file:
        shelf = Shelf(file)
        cards: list[Card] = []
        samples: list[Hashes] = []
        sizes: list[int] = []
        whole: dict[bytes, list[int]] = defaultdict(list)
        for body in bodies:
            words = Words.of(body.text, body.sentences)
            found = shingles(words)
            if len(found):
                whole[blake2b(words.hashes.tobytes(), digest_size=16).digest()].append(len(cards))
            cards.append(_card(body))
            samples.append(sample(found))
            sizes.append(len(found))
            shelf.put(words)
        equal = [pair for same in whole.values() for pair in pairwise(same)]
        pairs = equal + candidates(samples)
        samples.clear()
        union, partners = _grouped(cards, shelf, pairs, sizes)
        return _origins(cards, shelf, union, partners)


def _card(body: Body) -> Card:
    said = credits(body.text, body.spans)
    return Card(body.article_id, body.source, source_key(body.source), body.published, said)


def _grouped(
    cards: Sequence[Card], shelf: Shelf, pairs: Sequence[tuple[int, int]], sizes: Sequence[int]
) -> tuple[Union, dict[int, list[int]]]:
    """The groups, and with whom each article was found to match."""
    union = Union(len(cards))
    joined: list[tuple[int, int]] = []
    parts: list[tuple[int, int, Match]] = []
    for one, other in pairs:
        # A story with a thousand copies needs a thousand comparisons, not one for each pair.
        if union.find(one) == union.find(other):
            continue
        words, other_words = shelf.get(one), shelf.get(other)
        match = compare(cards[one], cards[other], words, other_words, shingles(words), shingles(other_words))
        if match and match.symmetric:
            union.join(one, other)
            joined.append((one, other))
        elif match:
            parts.append((one, other, match))
    joined += join_parts(union, parts, sizes, lambda a, b: related(shingles(shelf.get(a)), shingles(shelf.get(b))))
    partners: dict[int, list[int]] = defaultdict(list)
    for one, other in joined:
        partners[one].append(other)
        partners[other].append(one)
    return union, partners


def _origins(cards: Sequence[Card], shelf: Shelf, union: Union, partners: Mapping[int, Sequence[int]]) -> Origins:
    origin_of: dict[str, str] = {}
    copies: list[Copy] = []
    for group in union.groups():
        origin = _first(cards, group)
        for number in group:
            origin_of[cards[number].article_id] = cards[origin].article_id
            if cards[number].article_id != cards[origin].article_id:
                copies += _evidence(cards, shelf, number, origin, partners[number])
    return Origins(origin_of, copies)


def _first(cards: Sequence[Card], group: Sequence[int]) -> int:
    """The article published first; of those of one day, the one whose outlet most others credit, then the lowest id."""
    credited = Counter(key for n in group for key in cards[n].foreign())
    return min(
        group,
        key=lambda n: (cards[n].published or dt.date.max, -credited[cards[n].source_key], cards[n].article_id),
    )


def _evidence(cards: Sequence[Card], shelf: Shelf, number: int, origin: int, partners: Sequence[int]) -> Iterator[Copy]:
    """Passages with the group's first article, or with the one it was matched with where those are too few."""
    words = shelf.get(number)
    best, other = passages(words, shelf.get(origin)), origin
    covered = _covered(best, words)
    if covered < _MIN_COVERED:
        for partner in partners:
            found = passages(words, shelf.get(partner))
            if _covered(found, words) > covered:
                best, other, covered = found, partner, _covered(found, words)
    why = _why(cards[number], cards[other], covered, len(words))
    one, two = cards[number].article_id, cards[other].article_id
    for p in best:
        yield Copy(one, p.start, p.end, two, p.other_start, p.other_end, round(covered, 3), why)


def _covered(found: Sequence[Passage], words: Words) -> float:
    return sum(p.n_words for p in found) / max(len(words), 1)


def _why(one: Card, other: Card, covered: float, n_words: int) -> str:
    day = f" of {say_day(other.published)}" if other.published else ""
    by = f" by {other.source}" if other.source else ""
    said = f"{covered:.0%} of its {n_words} words stand in the article{day}{by}"
    shared = shared_credit(one, other)
    if shared:
        return f"{said}, and both come from {shared.name}, named {shared.where}."
    named = [(c, "it") for c in one.foreign().values()] + [(c, "the other") for c in other.foreign().values()]
    if named:
        credit, who = named[0]
        return f"{said}, and {who} credits {credit.name} {credit.where}."
    return f"{said}."
