"""Whether a clause is denied, called false, or left open: 'denied that troops **entered** on Thursday'.

    denied(token)     # 'denied', the word it rests on; '' where nothing denies it
    left_open(token)  # 'whether' in 'asked whether he **resigned** on Monday'

Read off the parse, from the trigger up: only what governs its clause denies it.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from lib.find.events.status import above
from lib.vocabulary import load


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("event_status")["denied"][name])


def denied(trigger: Token) -> str:
    """The word that denies the trigger's clause; '' without one."""
    for child, parent in above(trigger):
        lemma = _lemma(parent)
        if lemma in _set("taken_for_granted"):
            return ""
        clause = child.dep_ in ("ccomp", "csubj", "csubjpass") or (child.dep_ == "pcomp" and parent.lower_ == "that")
        if lemma in _set("verbs") and clause:
            return parent.text
        if lemma in _set("with_nouns") and child.dep_ in ("xcomp", "pcomp", "dobj") and _its_own(child, trigger):
            return parent.text
        if clause and (cue := _called_false(parent)):
            return cue
        if child.dep_ in ("acl", "relcl", "ccomp") and parent.pos_ == "NOUN":
            return _of_noun(parent) or _called(parent, trigger)
        if child.dep_ in ("advcl", "acl", "relcl"):
            return ""  # 'denied that they came after Kyiv **fell**': taken for granted
    return ""


def left_open(trigger: Token) -> str:
    """The 'whether' or 'if' before the clause that the trigger stands in; '' without one."""
    for token in (trigger, *(parent for _, parent in above(trigger))):
        if token.dep_ in ("advcl", "acl", "relcl"):
            return ""
        if token.dep_ in ("ccomp", "pcomp"):
            return next((c.text for c in token.lefts if c.dep_ == "mark" and c.lower_ in _set("open")), "")
    return ""


def _lemma(token: Token) -> str:
    """A verb with its particle: 'rule out'."""
    particle = next((c.lower_ for c in token.rights if c.dep_ == "prt"), "")
    return f"{token.lemma_.lower()} {particle}".rstrip()


def _its_own(child: Token, trigger: Token) -> bool:
    """Whether what is denied is the trigger itself, not the 'plan' of 'denied a plan for an attack'."""
    return child == trigger or child.pos_ in ("VERB", "AUX")


def _of_noun(noun: Token) -> str:
    """'**false** reports that', '**no** evidence that', 'reports that … are **untrue**', '**rejected** claims that'."""
    lemma = noun.lemma_.lower()
    if lemma in _set("nouns"):
        return noun.text
    if lemma not in _set("claims"):
        return ""
    for child in noun.lefts:
        if child.lower_ == "no":
            return f"{child.text} {noun.text}"
        if child.lower_ in _set("false"):
            return child.text
    verb = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and _lemma(verb) in _set("verbs"):
        return verb.text
    return _called_false(verb) if noun.dep_ in ("nsubj", "nsubjpass", "dobj") else ""


def _called(noun: Token, trigger: Token) -> str:
    """The 'lies' of 'called reports that it shelled Kharkiv on Monday lies', wherever the parser hangs it."""
    if (
        noun.dep_ != "dobj"
        or noun.lemma_.lower() not in _set("claims")
        or noun.head.lemma_.lower() not in _set("calling")
    ):
        return ""
    behind = (t for t in noun.head.subtree if t.i > trigger.i)
    return next((t.text for t in behind if t.lemma_.lower() in _set("false")), "")


def _called_false(verb: Token) -> str:
    """The 'untrue' of 'was untrue', 'called lies', 'dismissed as false'; 'not true' is one too."""
    said = [c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd")]
    said += [c for prep in verb.children if prep.lower_ in ("as", "on") for c in prep.children]
    for word in said:
        if word.lemma_.lower() in _set("false") or word.lower_ in _set("false"):
            return word.text
        if word.lower_ in _set("true") and any(c.dep_ == "neg" for c in verb.children):
            return f"not {word.text}"
    return ""
