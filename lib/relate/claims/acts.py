"""The act that two statements share: one meaning, and whether who does it, and to whom, is the same in both.

act = best_act(likeness, a, b)      # statements by number
act.score, act.words, act.swapped   # 0.9, ('deploy', 'send'), False
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lib.relate.claims.lexicon import is_light, is_mutual
from lib.relate.claims.likeness import Likeness
from lib.relate.claims.statements import Act, Statement
from lib.schema import ACTOR_LABELS

_KINDS = frozenset(ACTOR_LABELS)


@dataclass(frozen=True, slots=True)
class SharedAct:
    """How rare the act is in the story, its words, roles that agree or clash, and whether only one negates."""

    score: float
    words: tuple[str, ...]
    arguments: int
    clash: int
    polarity: bool
    swapped: bool


NONE = SharedAct(0.0, (), 0, 0, False, False)


def best_act(likeness: Likeness, first: int, second: int) -> SharedAct:
    """The act that both name, best where who does it and to whom agree too."""
    a, b = likeness.statements[first], likeness.statements[second]
    best, found, swapped = 0.0, NONE, 0.0
    if likeness.act_groups[first].isdisjoint(likeness.act_groups[second]):
        return found
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
                best, found = rank, SharedAct(weight, words, who + whom, clash, p.negated != q.negated, False)
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
