"""Who takes part in a happening and where it is: mentions in the clause of its trigger.

The subject comes first, then objects, then the others; a name in a clause of its own ('… after
Berlin warned that …') takes no part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from lib.find.document import ParsedSentence
from lib.schema import Mention
from lib.vocabulary import load

_SUBJECT = ("nsubj", "nsubjpass", "csubj", "poss", "agent")
_OBJECT = ("dobj", "dative", "pobj", "obj", "attr", "oprd")
_OTHER_CLAUSE = ("ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "pcomp")
_LABELS = ("PERSON", "ORG", "COUNTRY", "GROUP")


@cache
def _places() -> frozenset[str]:
    return frozenset(load("event_status")["trigger"]["place"])


@dataclass(frozen=True, slots=True)
class Clause:
    """A trigger in its sentence, with the mentions of that sentence."""

    sentence: ParsedSentence
    trigger: Token
    mentions: Sequence[Mention]


def head_of(clause: Clause, mention: Mention) -> Token | None:
    """The token of a mention that the rest of it hangs on."""
    at = clause.sentence.offset
    inside = [t for t in clause.sentence.tokens if at(t) < mention.end and at(t) + len(t) > mention.start]
    return next((t for t in inside if t.head not in inside or t.head == t), None)


def _path(token: Token, goals: frozenset[int]) -> list[Token] | None:
    """The tokens from one below a goal down to ``token``, or None where it lies in another clause."""
    path = [token]
    for _ in range(20):
        at = path[-1]
        if at.i in goals:
            return path[-2::-1] if len(path) > 1 else []
        if at.dep_ in _OTHER_CLAUSE and at.pos_ in ("VERB", "AUX"):
            return None
        if at.head == at:
            return None
        path.append(at.head)
    return None


def governor(trigger: Token) -> Token | None:
    """The verb above a noun trigger: 'Russia **held** talks'."""
    at = trigger
    for _ in range(8):
        if at.head == at:
            return None
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            return at
    return None


def subject_holder(verb: Token) -> Token | None:
    """The verb above that carries the subject: 'Putin is expected to **meet**', 'signed and **left**'."""
    at = verb
    for _ in range(6):
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in at.children):
            return at
        if at.dep_ not in ("xcomp", "conj", "aux", "auxpass", "advcl") or at.head == at:
            return None
        at = at.head
    return None


def _is_attribute(clause: Clause, mention: Mention, token: Token) -> bool:
    """The 'Chinese' of 'Chinese President Xi Jinping': it says who he is, not that China took part."""
    at = token
    for _ in range(4):
        if at.dep_ not in ("amod", "compound", "nmod"):
            return False
        at = at.head
        head = clause.sentence.offset(at)
        if any(m is not mention and m.start <= head < m.end for m in clause.mentions):
            return True
    return False


def _rank(clause: Clause, mention: Mention) -> int | None:
    """0 subject, 1 object, 2 other; None where the mention takes no part."""
    token, trigger = head_of(clause, mention), clause.trigger
    if token is None or _is_attribute(clause, mention, token):
        return None
    accused = _path(token, frozenset((trigger.head.head.i,))) if trigger.dep_ == "pcomp" else None
    if accused and accused[0].dep_ == "dobj":
        return 0  # 'accused Iran of shooting'
    path = _path(token, frozenset((trigger.i,)))
    if path is not None:
        first = path[0].dep_ if path else ""
        return 0 if first in _SUBJECT else 1 if first in _OBJECT or not path else 2
    verb = trigger if trigger.pos_ in ("VERB", "AUX") else governor(trigger)
    if verb is None or _aside(trigger, verb):
        return None
    holder = subject_holder(verb)
    if verb.dep_ == "relcl" and token == verb.head:
        return 0
    if holder is not None and (path := _path(token, frozenset((holder.i,)))):
        return 0 if path[0].dep_ in ("nsubj", "nsubjpass") else None
    if verb != trigger and (path := _path(token, frozenset((verb.i,)))):
        return 0 if path[0].dep_ in ("nsubj", "nsubjpass") else 2
    return None


_ASIDE = ("since", "after", "before", "until", "despite", "about", "over", "like", "because", "following", "amid")


def _aside(trigger: Token, verb: Token) -> bool:
    """'Since the **annexation** in 2014, Kyiv has fought …': the verb's subject has no part in the noun."""
    at = trigger
    for _ in range(12):
        if at == verb or at.head == at:
            return False
        if at.lower_ in _ASIDE:
            return True
        at = at.head
    return False


def _own(clause: Clause, mentions: Sequence[Mention]) -> list[Mention]:
    """'Ankara opposed **Russia's** annexation of Crimea': a noun with names of its own needs no verb's subject.

    Empty for verbs, for nouns without such names, and under light verbs ('Russia held talks with Turkey').
    """
    trigger, verb = clause.trigger, governor(clause.trigger)
    if trigger.pos_ in ("VERB", "AUX") or (verb is not None and verb.lemma_.lower() in _light()):
        return []
    found = [(m, head_of(clause, m)) for m in mentions]
    return [m for m, token in found if token is not None and _path(token, frozenset((trigger.i,)))]


@cache
def _light() -> frozenset[str]:
    return frozenset(load("event_status")["trigger"]["light_object"])


def taking_part(clause: Clause, place: Mention | None) -> list[Mention]:
    """Actors of the clause, subject first, each place in the text once."""
    ranked = []
    mentions = [m for m in clause.mentions if m is not place and m.label in _LABELS]
    for mention in _own(clause, mentions) or mentions:
        rank = _rank(clause, mention)
        if rank is not None:
            ranked.append((rank, mention.start, mention))
    return [mention for *_, mention in sorted(ranked, key=lambda row: row[:2])]


def _is_where(token: Token) -> bool:
    """'in Geneva', 'near Erbil', 'visited Kyiv', 'arrived to Paris'."""
    head = token.head
    if head.pos_ == "ADP":
        travels = head.lower_ == "to" and head.head.lemma_.lower() in _travel()
        return head.lower_ in _places() or travels
    return token.dep_ == "dobj" and head.lemma_.lower() in _travel()


def _is_object(token: Token, trigger: Token) -> bool:
    """'annexed Crimea', 'the annexation of Crimea': a place that something is done to."""
    head = token.head
    return (head == trigger and token.dep_ == "dobj") or (head.lower_ == "of" and head.head == trigger)


@cache
def _travel() -> frozenset[str]:
    return frozenset(load("event_status")["trigger"]["travel"])


def place_of(clause: Clause) -> Mention | None:
    """The place behind 'in', 'at', 'near' in the clause; a town before a country."""
    verb = clause.trigger if clause.trigger.pos_ in ("VERB", "AUX") else governor(clause.trigger)
    goals = frozenset(t.i for t in (clause.trigger, verb) if t is not None)
    found = []
    for mention in clause.mentions:
        if mention.label not in ("PLACE", "COUNTRY"):
            continue
        token = head_of(clause, mention)
        if token is None or not (_is_where(token) or (mention.label == "PLACE" and _is_object(token, clause.trigger))):
            continue
        if _path(token, goals) is not None:
            found.append((mention.label == "COUNTRY", mention.start, mention))
    return min(found, key=lambda row: row[:2])[2] if found else None
