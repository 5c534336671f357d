"""The word that a date dates: the verb it modifies, or the noun that names the happening.

'met on Thursday' → met; 'the 2014 annexation' → annexation; 'talks are set for Tuesday' → talks;
'is expected to arrive on Friday' → arrive, wherever the parser hangs the date.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from spacy.tokens import Token

from lib.vocabulary import load


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("event_status")["trigger"][name])


def names_event(token: Token) -> bool:
    """Whether a noun names a happening: by a list, or by the ending of a noun made from a verb."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    lemma, word = token.lemma_.lower(), token.lower_
    if lemma in _set("nouns") or word in _set("nouns"):
        return True
    if token.pos_ == "PROPN" or lemma in _set("not_nouns"):
        return False
    return lemma.endswith(tuple(_set("endings"))) and len(lemma) > 6


def trigger_of(inside: Sequence[Token], timed: Collection[int]) -> Token | None:
    """The trigger of the date whose tokens these are; ``timed`` are all tokens of dates in the sentence."""
    at = next((t for t in inside if t.head not in inside or t.head == t), None)
    for _ in range(15):
        if at is None:
            return None
        head = at.head
        if at.i not in timed and _fits(at):
            return _nearer(_refine(at, timed), inside[0])
        if head == at:
            return _root(at, timed)
        at = head
    return None


_NAMED = ("GPE", "LOC", "NORP", "PERSON", "ORG", "FAC")


def _fits(token: Token) -> bool:
    """Not the 'written' of 'gave written answers', nor a name that the tagger takes for a verb."""
    verb = token.pos_ in ("VERB", "AUX") and not _before_noun(token) and token.ent_type_ not in _NAMED
    return verb or names_event(token)


def _before_noun(verb: Token) -> bool:
    """A participle right before its noun, wherever the parser hangs it: 'gave him **written** answers'."""
    if verb.dep_ == "amod":
        return True
    if verb.tag_ not in ("VBN", "VBD") or verb.i + 1 >= verb.sent.end or verb.nbor().pos_ != "NOUN":
        return False
    if any(c.dep_ in ("aux", "auxpass", "mark") for c in verb.lefts):
        return False
    # A passive participle has no object of its own, so what looks like one is the noun that it describes.
    behind = verb.dep_ == "acl" and verb.head.dep_ in ("dobj", "dative") and verb.nbor().dep_ == "dobj"
    clause = verb.dep_ in ("ccomp", "xcomp")
    return behind or (clause and (verb.tag_ == "VBN" or not any(c.dep_ == "nsubj" for c in verb.lefts)))


def _nearer(trigger: Token | None, first: Token) -> Token | None:
    """'stayed in after testing positive on Monday' → testing: a gerund between the verb and its date is nearer."""
    if trigger is None or trigger.pos_ != "VERB":
        return trigger
    gerunds = (c for prep in trigger.rights if prep.dep_ == "prep" for c in prep.rights if c.dep_ == "pcomp")
    return next((g for g in gerunds if trigger.i < g.i < first.i and g.right_edge.i < first.i), trigger)


def told_by_when(last: Token) -> Token | None:
    """'on 3 May, when he **left**': the verb of a clause with 'when' right after the date; None without one."""
    at = last
    for _ in range(2):
        if at.i + 1 >= last.sent.end:
            return None
        at = at.nbor()
        if at.lower_ == "when":
            verb = at.head
            return _refine(verb, ()) if verb.pos_ in ("VERB", "AUX") and verb.i > at.i else None
        if at.text != ",":
            return None
    return None


def _root(root: Token, timed: Collection[int]) -> Token | None:
    """At the top without a verb on the way: a noun that names a happening, else nothing."""
    if root.i not in timed and names_event(root):
        return root
    return next((t for t in root.subtree if t.i not in timed and names_event(t) and t.head == root), None)


def _refine(token: Token, timed: Collection[int]) -> Token | None:
    """From a light verb to the word that names the happening; None for a state ('it was not clear on Thursday')."""
    if token.pos_ not in ("VERB", "AUX"):
        return _said_at(token)
    if token.lemma_.lower() == "do" and not any(c.dep_ == "dobj" for c in token.rights) and token.dep_ == "advcl":
        return token.head if token.head.pos_ == "VERB" else None  # 'will invade, as it did in 2014'
    if token.dep_ in ("aux", "auxpass") and token.head.pos_ == "VERB":
        token = token.head
    lemma = token.lemma_.lower()
    if lemma in _set("raising"):
        lower = next((c for c in token.rights if c.dep_ in ("xcomp", "ccomp") and c.pos_ == "VERB"), None)
        if lower is not None and any(c.lower_ == "to" for c in lower.lefts):
            return lower
    if lemma in _set("light_subject"):
        subject = next((c for c in token.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None and subject.i not in timed and names_event(subject):
            return subject
    if lemma in _set("light_object"):
        found = next((c for c in token.rights if c.dep_ == "dobj" and c.i not in timed and names_event(c)), None)
        if found is not None:
            return found
    return _of_be(token, timed) if lemma == "be" else token


def _of_be(token: Token, timed: Collection[int]) -> Token | None:
    """'was a meeting', 'was in Berlin for talks': the noun that names the happening; None for states."""
    nouns = [c for c in token.rights if c.dep_ == "attr"]
    nouns += [n for prep in token.rights if prep.lower_ == "for" for n in prep.rights if n.dep_ == "pobj"]
    return next((n for n in nouns if n.i not in timed and names_event(n)), None)


def _said_at(noun: Token) -> Token:
    """'told him in a call on Friday' → told: the occasion of what was said is not the happening."""
    prep = noun.head
    if noun.dep_ == "pobj" and prep.lower_ in ("in", "at", "during") and prep.head.pos_ == "VERB":
        return prep.head if prep.head.lemma_.lower() in load("reporting_verbs") else noun
    return noun
