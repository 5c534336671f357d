"""Whether two statements state the same: a score in 0..1 from features that each have a name, and the reason in words.

    for agreement in agreed(likeness, likeness.candidates()):
        agreement.score, agreement.why       # 0.93, 'Same act (deploy / send); both name Poland; both say 3,000.'

A logistic model over the features of ``features.py``, those without a weight left out. The weights in
``data/vocabulary/claims.toml`` are made by ``lib.quality.fit_claims`` from hand-judged pairs. Roles that are swapped
('A accused B', 'B accused A') and a denial beside the charge lower the score by a factor, whatever the words; so does
the number of sentences that a pair was picked from (``crowding``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from lib.relate.claims.acts import SharedAct, best_act
from lib.relate.claims.explain import Shared, say
from lib.relate.claims.features import features
from lib.relate.claims.lexicon import limits
from lib.relate.claims.likeness import Likeness, Pair
from lib.relate.claims.statements import Statement
from lib.vocabulary import load


@dataclass(frozen=True, slots=True)
class Agreement:
    """The score of a pair, its reason, and the clauses that agree best (-1: the whole sentence)."""

    a: int
    b: int
    score: float
    features: Mapping[str, float]
    shared: Shared
    clause_a: int
    clause_b: int

    @property
    def why(self) -> str:
        return say(self.shared)


def agreed(likeness: Likeness, pairs: Iterable[Pair], *, every_clause: bool = False) -> list[Agreement]:
    """The agreement of each pair, in order. Clauses are encoded, and compared, where whole sentences leave hope."""
    weighed = [_weigh(likeness, pair) for pair in pairs]
    hopeful = [every_clause or one.logit >= limits()["clause_logit"] for one in weighed]
    near = [one.pair for one, hope in zip(weighed, hopeful, strict=True) if hope]
    likeness.encode_clauses([number for pair in near for number in (pair.a, pair.b)])
    return [_agreement(likeness, one, closely=hope) for one, hope in zip(weighed, hopeful, strict=True)]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A pair, compared by its whole sentences."""

    pair: Pair
    act: SharedAct
    features: dict[str, float]
    logit: float


def _weigh(likeness: Likeness, pair: Pair) -> _Weighed:
    act = best_act(likeness, pair.a, pair.b)
    known = features(likeness, pair, pair.meaning, act)
    weights = _weights(likeness.by_meaning)
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in known.items())
    return _Weighed(pair, act, known, total - crowding(len(likeness.statements)))


def _agreement(likeness: Likeness, one: _Weighed, *, closely: bool) -> Agreement:
    pair, act, known, total = one.pair, one.act, one.features, one.logit
    a, b = likeness.statements[pair.a], likeness.statements[pair.b]
    of_a = of_b = -1
    if closely:
        clause, of_a, of_b = likeness.best_clauses(pair.a, pair.b)
        total += _weights(likeness.by_meaning).get("clause", 0.0) * (clause - known["clause"])
        known = known | {"clause": clause}
    score = 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))
    factors = load("claims")["factors"]
    if act.swapped:
        score *= factors["swapped"]
    if _denied(a) != _denied(b):
        score *= factors["denied"]
    identical = a.words((a.sentence.start, a.sentence.end)) == b.words((b.sentence.start, b.sentence.end))
    if identical:
        score = max(score, factors["identical"])
    same = a.terms.keys() & b.terms.keys()
    names = sorted(a.entities.keys() & b.entities.keys(), key=lambda e: (-likeness.weight(f"@{e}"), e))
    words = sorted((t for t in same if t[0] not in "@#~"), key=lambda t: (-likeness.weight(t), t))
    shared = Shared(
        acts=(act.words if act.score > 0 else ()),
        names=tuple(names),
        numbers=tuple(sorted(a.numbers & b.numbers, key=lambda n: (len(n), n))),
        words=tuple(words),
        quoted=bool(a.quoted & b.quoted),
        meaning=known["clause"] if likeness.by_meaning else None,
        identical=identical,
        swapped=act.swapped,
        missing_names=tuple(sorted(a.entities.keys() - b.entities.keys())),
        missing_numbers=tuple(sorted(a.numbers - b.numbers)),
    )
    return Agreement(pair.a, pair.b, score, known, shared, of_a, of_b)


def crowding(statements: int) -> float:
    """What a pair loses for being picked from many, in logits.

    The judged pairs are of two or three articles on one event. In a story of weeks the same actors do much that is
    alike, and few pairs state the same: the odds before anything is read fall with the number of sentences. From a
    thousand sentences on they stay, as nobody has read pairs of longer stories.
    """
    lost = limits()["crowding"] * math.log(max(statements / limits()["uncrowded"], 1.0))
    return float(min(lost, limits()["most_crowding"]))


def _denied(statement: Statement) -> bool:
    return any(act.denied and not act.negated for act in statement.acts)


@cache
def _weights(by_meaning: bool) -> Mapping[str, float]:
    return load("claims")["weights" if by_meaning else "weights_by_words"]  # type: ignore[no-any-return]
