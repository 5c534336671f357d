"""Whether two statements state the same: a score in 0..1 from features that each have a name, and the reason in words.

    agreement = agree(likeness, pair)
    agreement.score, agreement.why       # 0.93, 'Same act (deploy / send); both name Poland; both say 3,000.'

A logistic model over a dozen features, those without a weight left out. The weights in ``data/vocabulary/claims.toml``
are made by ``lib.quality.fit_claims`` from hand-judged pairs. Roles that are swapped ('A accused B',
'B accused A') and a denial beside the charge lower the score by a factor, whatever the words.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from lib.relate.claims.explain import Shared, say
from lib.relate.claims.lexicon import is_light, is_mutual
from lib.relate.claims.likeness import Likeness, Pair
from lib.relate.claims.statements import Act, Statement
from lib.schema import ACTOR_LABELS
from lib.vocabulary import load

_FINE = ("time", "day", "weekend", "week")
_KINDS = frozenset(ACTOR_LABELS)


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


def agree(likeness: Likeness, pair: Pair) -> Agreement:
    """The agreement of one pair of statements."""
    a, b = likeness.statements[pair.a], likeness.statements[pair.b]
    clause, of_a, of_b = likeness.best_clauses(pair.a, pair.b)
    act = _best_act(likeness, a, b)
    numbers = a.numbers & b.numbers
    same = a.terms.keys() & b.terms.keys()
    # These are sets, in another order in each process: exact sums and full orders keep a build the same.
    features = {
        "meaning": pair.meaning,
        "clause": clause,
        "words": pair.words,
        "margin": pair.margin,
        "beside": pair.beside,
        "shared": min(math.fsum(likeness.weight(t) for t in same if t[0] != "@"), 7.0),
        "names": min(math.fsum(likeness.weight(t) for t in same if t[0] == "@"), 5.0),
        "numbers": min(math.fsum(_rare(n) * min(1.0, 1.5 * likeness.weight(f"#{n}")) for n in numbers), 2.0),
        "quoted": float(bool(a.quoted & b.quoted)),
        "act": act.score,
        "arguments": float(act.arguments),
        "clash": float(act.clash),
        "polarity": float(act.polarity),
        "days": _days(a, b),
        "place": -abs(likeness.place(pair.a) - likeness.place(pair.b)),
        "length": math.log(1 + min(len(a.terms), len(b.terms))),
    }
    weights = _weights(likeness.by_meaning)
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    score = 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))
    factors = load("claims")["factors"]
    if act.swapped:
        score *= factors["swapped"]
    if _denied(a) != _denied(b):
        score *= factors["denied"]
    names = sorted(a.entities.keys() & b.entities.keys(), key=lambda e: (-likeness.weight(f"@{e}"), e))
    words = sorted((t for t in same if t[0] not in "@#~"), key=lambda t: (-likeness.weight(t), t))
    shared = Shared(
        acts=(act.words if act.score > 0 else ()),
        names=tuple(names),
        numbers=tuple(sorted(numbers, key=lambda n: (len(n), n))),
        words=tuple(words),
        quoted=bool(a.quoted & b.quoted),
        meaning=clause if likeness.by_meaning else None,
        identical=a.words((a.sentence.start, a.sentence.end)) == b.words((b.sentence.start, b.sentence.end)),
        swapped=act.swapped,
        missing_names=tuple(sorted(a.entities.keys() - b.entities.keys())),
        missing_numbers=tuple(sorted(a.numbers - b.numbers)),
    )
    return Agreement(pair.a, pair.b, score, features, shared, of_a, of_b)


@dataclass(frozen=True, slots=True)
class _SharedAct:
    score: float
    words: tuple[str, ...]
    arguments: int
    clash: int
    polarity: bool
    swapped: bool


def _best_act(likeness: Likeness, a: Statement, b: Statement) -> _SharedAct:
    """The act that both name, best where who does it and to whom agree too."""
    best, found, swapped = 0.0, _SharedAct(0.0, (), 0, 0, False, False), 0.0
    for p in a.acts:
        for q in b.acts:
            groups = p.groups & q.groups
            if not groups:
                continue
            weight = min(1.0, 1.5 * max(likeness.weight(g) for g in groups))
            weight *= 0.3 if is_light(p.lemma) or is_light(q.lemma) else 1.0
            weight *= 0.5 if p.noun and q.noun else 1.0
            who, whom = bool(p.subject & q.subject), bool(p.target & q.target)
            clash = _clash(a, p.subject, b, q.subject) + _clash(a, p.target, b, q.target)
            rank = weight * (1 + who + whom - 0.5 * clash)
            if not (who and whom) and _swapped(p, q):
                swapped = max(swapped, weight)
            elif rank > best:
                words = tuple(dict.fromkeys((p.word, q.word)))
                best, found = rank, _SharedAct(weight, words, who + whom, clash, p.negated != q.negated, False)
    return replace(found, swapped=swapped > 0 and found.arguments < 2)


def _clash(a: Statement, one: frozenset[str], b: Statement, other: frozenset[str]) -> bool:
    """Two of a kind that are not the same stand in one role: another person, another country."""
    left = {a.entities[t[1:]] for t in one if t[1:] in a.entities and t[0] == "@"}
    right = {b.entities[t[1:]] for t in other if t[1:] in b.entities and t[0] == "@"}
    return bool(left & right & _KINDS) and not any(t in other for t in one if t[0] == "@")


def _swapped(p: Act, q: Act) -> bool:
    """Who does it in one is whom it is done to in the other, and the other way round."""
    if is_mutual(p.lemma) or is_mutual(q.lemma):
        return False
    names = [frozenset(t for t in role if t.startswith("@")) for role in (p.subject, p.target, q.subject, q.target)]
    return bool(names[0] & names[3] and names[1] & names[2])


def _rare(number: str) -> float:
    """'Ten' is shared by chance more often than '1,700'."""
    return 0.3 if len(number) < 2 or number in ("10", "11", "12") else 1.0


def _days(a: Statement, b: Statement) -> float:
    """1 where a day that both give is the same, -1 where both give days and none is."""
    left, right = ([t for t in s.times if t.date_start and t.date_end and t.precision in _FINE] for s in (a, b))
    if not left or not right:
        return 0.0
    together = any(x.date_start < y.date_end and y.date_start < x.date_end for x in left for y in right)  # type: ignore[operator]
    return 1.0 if together else -1.0


def _denied(statement: Statement) -> bool:
    return any(act.denied and not act.negated for act in statement.acts)


@cache
def _weights(by_meaning: bool) -> Mapping[str, float]:
    return load("claims")["weights" if by_meaning else "weights_by_words"]  # type: ignore[no-any-return]
