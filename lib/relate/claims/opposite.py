"""Where two sentences of one matter cannot both be so: the bridge collapsed, the bridge did not collapse.

    found = opposed(statement, other)
    found.first, found.second, found.first_so       # the words of either, and whether the first says that it is so

Only the predicate that both share is compared: a clause that is negated elsewhere contradicts nothing. Nothing is said
where the sentences also agree on that predicate, or where it is not clear who or what it is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lib.relate.claims.lexicon import is_light
from lib.relate.claims.polarity import complement, is_so
from lib.relate.claims.statements import Act, Span, Statement
from lib.schema import ACTOR_LABELS
from lib.vocabulary import load

#: Letters by which two words count as one: 'inspected', 'inspection'.
_STEM = 5
#: Words behind a verb among which its particle stands: 'pull its big guns back'.
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Opposed:
    """The words that say that it is so and that it is not."""

    first: Span
    second: Span
    first_so: bool


def opposed(a: Statement, b: Statement) -> Opposed | None:
    """The first predicate of ``a`` that ``b`` says the opposite of; None where there is none."""
    acts, others = ([act for act in s.acts if not _modifies(s, act)] for s in (a, b))
    for p in acts:
        found = None
        for q in others:
            turned = _turned(a, p, b, q)
            if turned is None or not _about_one(a, p, b, q, one_word=turned[2]):
                continue
            (one, here), (other, there) = is_so(a, p), is_so(b, q)
            if one is None or other is None:
                continue
            if (one != turned[0]) == (other != turned[1]):
                found = None
                break
            found = found or Opposed(here, there, one != turned[0])
        if found:
            return found
    return None


@cache
def _sides() -> dict[str, frozenset[tuple[int, int]]]:
    """Word → the contraries that it stands in, and on which side: 0 or 1."""
    found: dict[str, set[tuple[int, int]]] = {}
    for number, pair in enumerate(load("opposites")["contraries"]):
        for side, words in enumerate(pair):
            for word in words:
                found.setdefault(word, set()).add((number, side))
    return {word: frozenset(places) for word, places in found.items()}


@cache
def _meanings() -> dict[str, int]:
    return {word: number for number, words in enumerate(load("opposites")["meanings"]) for word in words}


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("opposites")[name])


def _words(statement: Statement, act: Act) -> list[str]:
    """What is said of something: the verb alone and with what completes it; what stands behind 'be'."""
    verb = act.lemma.split()[0]
    if verb in _listed("linking"):
        said = complement(statement, act)
        return [said.lemma] if said else []
    behind = statement.words((act.span[1], act.clause[1])).casefold().split() if not act.noun else []
    particles = [
        f"{verb} {word.strip('.,;:')}" for word in behind[:_NEAR] if word.strip(".,;:") in _listed("particles")
    ]
    objects = [f"{verb} {word}" for word in sorted(act.target)]
    # 'Pull back' is not 'pull', nor 'give evidence' 'give'.
    listed = [word for word in (*particles, *objects) if word in _meanings() or word in _sides()]
    return listed or [act.lemma]


def _turned(a: Statement, p: Act, b: Statement, q: Act) -> tuple[bool, bool, bool] | None:
    """Whether either is the contrary of what both are about, and whether the word is one; None: of two things."""
    words = _words(a, p), _words(b, q)
    light = any(is_light(word) or word == "be" for some in words for word in some)
    for one in words[0]:
        for other in words[1]:
            if one == other and not (is_light(one) and not p.target & q.target):
                return False, False, not is_light(one)
            if one in _meanings() and _meanings()[one] == _meanings().get(other):
                return False, False, False
            for number, side in _sides().get(one, ()):
                if (number, 1 - side) in _sides().get(other, ()) and (p.subject & q.subject or p.target & q.target):
                    return side == 1, side == 0, False
    linking = p.lemma in _listed("linking") or q.lemma in _listed("linking")
    return (False, False, False) if p.groups & q.groups and not light and not linking else None


def _about_one(a: Statement, p: Act, b: Statement, q: Act, *, one_word: bool) -> bool:
    """Whether two predicates are about one thing: a word beside one verb is in both sentences, of two in their roles.

    Neither has another person, firm or country in the same role.
    """
    if _apart(a, p.subject, b, q.subject) or _apart(a, p.target, b, q.target):
        return False
    clauses = _around(a, p, p.clause), _around(b, q, q.clause)
    if p.noun or q.noun:
        clauses = clauses[0] & _arguments(q), clauses[1] & _arguments(p)
        shared = clauses[0] | clauses[1]
    else:
        shared = clauses[0] & clauses[1]
    if shared or _arguments(p) & _arguments(q):
        return True
    here, there = ((s.sentence.start, s.sentence.end) for s in (a, b))
    return one_word and bool(_around(a, p, here) & _around(b, q, there))


def _modifies(statement: Statement, act: Act) -> bool:
    """'The cooling tower': a verb's form that stands before a noun."""
    after = act.span[1] + 1
    return act.clause == act.span and any(w.start == after and w.pos == "NOUN" for w in statement.account.words)


def _arguments(act: Act) -> frozenset[str]:
    return frozenset(t if t[0] == "@" else t[:_STEM] for t in act.subject | act.target)


def _apart(a: Statement, one: frozenset[str], b: Statement, other: frozenset[str]) -> bool:
    """Two persons, two firms or two countries in one role."""
    left, right = ({t[1:] for t in role if t[0] == "@"} for role in (one, other))
    kinds = {a.entities.get(e) for e in left} & {b.entities.get(e) for e in right}
    return bool(kinds & set(ACTOR_LABELS)) and not left & right


def _around(statement: Statement, act: Act, span: Span) -> frozenset[str]:
    """Stems of the content words of a clause, without its predicate."""
    account, (start, end) = statement.account, span
    names = {f"@{m.entity_id}" for m in account.mentions if m.start < end and start < m.end}
    words = {
        w.lemma[:_STEM]
        for w in account.words
        if start <= w.start < end and not act.span[0] <= w.start < act.span[1] and w.pos in ("NOUN", "ADJ", "VERB")
    }
    return frozenset(names | words)
