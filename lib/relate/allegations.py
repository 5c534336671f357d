"""Which claim a standing is about: 'denied the accusation' belongs to the claim that makes it.

A standing belongs to the claim that its own sentence makes. Else it looks back in its own article for the nearest
sentence that makes a claim and shares actors or words with what is alleged; a cue that names nothing ('gave no
evidence', 'denied both') takes what was last asserted, or the sentence just before it. Else the claim of the story
whose sentences share most of the allegation's words and names, weighed by how rare they are. What none of these
reaches belongs to no claim.

    claims_of_standings(story, claims)[(article_id, row.start, row.end)]        # 'c1f0…'
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from lib.relate.claims import Claims
from lib.relate.story import Account, StoryAccounts
from lib.schema import Standing
from lib.vocabulary import load

_Place = tuple[str, int, int]

#: Sentences that a standing looks back in its own article, and those that one without words of its own may.
BACK, BARE_BACK = 6, 2
#: Share of an allegation's weight that a claim must hold: near it in the same article, and anywhere in the story.
NEAR, FAR = 0.34, 0.55
#: Weight of a term that no claim holds, as a share of the rarest one's.
UNKNOWN = 0.6
#: Claims beyond which a term is no longer looked up: it tells nothing, and looking is what would cost.
COMMON = 200
#: Terms that an allegation must have to be looked for beyond its own article.
FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Terms:
    """Names and content words of each sentence of one article, by sentence id."""

    of: Mapping[int, frozenset[str]]
    places: Sequence[tuple[int, int, str]]

    def within(self, start: int, end: int) -> frozenset[str]:
        """Terms whose words lie in text[start:end]."""
        first, last = bisect_left(self.places, (start,)), bisect_left(self.places, (end,))
        return frozenset(term for _, to, term in self.places[first:last] if to <= end)


def claims_of_standings(story: StoryAccounts, claims: Claims) -> Mapping[_Place, str]:
    """(article_id, start, end) of a standing → claim_id, where the claim is known.

    The work grows with the sentences that make claims and with the standings, by an index of terms.
    """
    made: dict[tuple[str, int], list[str]] = defaultdict(list)
    for row in sorted(claims.sentences, key=lambda row: (-row.score, row.claim_id)):
        made[(row.article_id, row.sentence_id)].append(row.claim_id)
    if not made:
        return {}
    terms = {account.article.article_id: _terms(account) for account in story.accounts}
    index = _Index.of(made, terms)
    found: dict[_Place, str] = {}
    for account in story.accounts:
        known = account.article.article_id
        here = terms[known]
        last = (-BACK - 1, "")
        for standing in account.standings:
            claim = _own(standing, made)
            if not claim and not _alleged(standing, here) and standing.sentence_id - last[0] <= BACK:
                claim = last[1]
            claim = claim or _earlier(standing, made, here, index)
            if claim := claim or index.nearest(_alleged(standing, here)):
                found[(known, standing.start, standing.end)] = claim
                if standing.status == "asserted":
                    last = (standing.sentence_id, claim)
    return found


def _terms(account: Account) -> _Terms:
    rows = [(m.start, m.end, f"@{m.entity_id}", m.sentence_id) for m in account.mentions if m.entity_id]
    empty = load("standings_words")["allegation"]
    rows += [(w.start, w.end, w.lemma, w.sentence_id) for w in account.words if w.lemma not in empty]
    by_sentence: dict[int, set[str]] = defaultdict(set)
    for *_, term, number in rows:
        by_sentence[number].add(term)
    return _Terms({n: frozenset(t) for n, t in by_sentence.items()}, sorted((s, e, t) for s, e, t, _ in rows))


def _alleged(row: Standing, terms: _Terms) -> frozenset[str]:
    """Terms of the allegation's words, without the speaker's own name: who denies is in every denial."""
    own = {f"@{row.by_entity_id}"} if row.by_entity_id else set()
    return terms.within(row.allegation_start, row.allegation_end) - own


def _own(row: Standing, made: Mapping[tuple[str, int], Sequence[str]]) -> str:
    return next(iter(made.get((row.article_id, row.sentence_id), ())), "")


def _earlier(row: Standing, made: Mapping[tuple[str, int], Sequence[str]], terms: _Terms, index: _Index) -> str:
    """The claim of the nearest sentence before it that is about the same."""
    alleged = _alleged(row, terms)
    bare = not alleged
    own = terms.of.get(row.sentence_id, frozenset())
    for back in range(1, (BARE_BACK if bare else BACK) + 1):
        number = row.sentence_id - back
        there = terms.of.get(number, frozenset())
        for claim in made.get((row.article_id, number), ()):
            if bare and (back == 1 or own & there):
                return claim
            if not bare and index.weight(alleged & there) >= NEAR * index.weight(alleged):
                return claim
    return ""


@dataclass(frozen=True, slots=True)
class _Index:
    """Terms of the claims: how rare each one is, and which claims hold it."""

    rarity: Mapping[str, float]
    unknown: float
    holding: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, made: Mapping[tuple[str, int], Sequence[str]], terms: Mapping[str, _Terms]) -> _Index:
        by_claim: dict[str, set[str]] = defaultdict(set)
        for (article_id, number), claims in made.items():
            for claim in claims:
                by_claim[claim] |= terms[article_id].of.get(number, frozenset()) if article_id in terms else set()
        spread = Counter(term for held in by_claim.values() for term in held)
        holding: dict[str, list[str]] = defaultdict(list)
        for claim in sorted(by_claim):
            for term in by_claim[claim]:
                holding[term].append(claim)
        rarity = {term: log(1 + len(by_claim) / n) for term, n in spread.items()}
        return cls(rarity, log(1 + len(by_claim)) * UNKNOWN, holding)

    def weight(self, terms: Iterable[str]) -> float:
        """How much these terms tell; one that no claim holds counts as a share of the rarest."""
        return sum(self.rarity.get(term, self.unknown) for term in terms)

    def nearest(self, alleged: frozenset[str]) -> str:
        """The claim that holds most of what is alleged; empty where none holds enough of it."""
        if len(alleged) < FEWEST:
            return ""
        scores: dict[str, float] = defaultdict(float)
        for term in sorted(alleged):
            held = self.holding.get(term, ())
            for claim in held if len(held) <= COMMON else ():
                scores[claim] += self.rarity[term]
        if not scores:
            return ""
        claim, score = max(scores.items(), key=lambda pair: (pair[1], pair[0]))
        return claim if score >= FAR * self.weight(alleged) else ""
