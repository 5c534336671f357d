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
    at = next((t for t in inside if t.head not in inside or t.head is t), None)
    for _ in range(15):
        if at is None:
            return None
        head = at.head
        if at.i not in timed and _fits(at):
            return _refine(at, timed)
        if head is at:
            return _root(at, timed)
        at = head
    return None


def _fits(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or names_event(token)


def _root(root: Token, timed: Collection[int]) -> Token | None:
    """At the top without a verb on the way: a noun that names a happening, else nothing."""
    if root.i not in timed and names_event(root):
        return root
    return next((t for t in root.subtree if t.i not in timed and names_event(t) and t.head is root), None)


def _refine(token: Token, timed: Collection[int]) -> Token:
    """From a light verb to the word that names the happening."""
    if token.pos_ not in ("VERB", "AUX"):
        return token
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
    if token.pos_ == "AUX":
        attribute = next((c for c in token.rights if c.dep_ in ("attr", "acomp") and c.i not in timed), None)
        if attribute is not None:
            return attribute
    return token
