"""Things that do not speak: 'the crisis saw prices rise', 'the ships are full, suggesting that trade is back'.

    can_speak(cue)      # False where a thing cannot mean, see or promise what the verb says

Verbs of saying take any subject ('a trawlerman said'). Verbs that also tell what a fact shows or an event brings need
a person, a body or a text before their clause is anybody's words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from lib.find.quotes.vocabulary import lemma_of, words

if TYPE_CHECKING:
    from lib.find.quotes.cues import Cue

#: Classes in which things have objects: 'the plane promises lower costs', 'the crisis demands an answer'.
_OF_FACTS_WITH_OBJECT = frozenset(["promise", "demand"])
#: Classes that only texts are, when it is not a person or body: 'the bill aims to end the dispute'.
_OF_MINDS = frozenset(["hope", "intend", "offer"])
#: Classes whose rows say that something was not said: 'would not reveal the price'.
_UNSAID = frozenset(["announce", "predict"])
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_THINGS = frozenset({"it", "this", "that", "which", "these", "those", "what", "there"})
_SPEAKERS = ("anonymous", "institution", "document", "role", "spokesperson", "message", "carrier")


def can_speak(cue: Cue) -> bool:
    """Whether the cue's subject can hold the clause as its words or thoughts; true where the verb leaves no doubt."""
    token = cue.token
    if cue.kind in _UNSAID and cue.content and _negated(token):
        return False
    lemma = lemma_of(token)
    if cue.kind in _OF_MINDS and cue.head is not None:
        noun = cue.head.lemma_.lower()
        return cue.head.lower_ not in _THINGS - {"it"} and noun not in words("document") and noun not in words("plans")
    if lemma not in words("of_facts") and not (cue.nominal and cue.kind in _OF_FACTS_WITH_OBJECT):
        return True
    return cue.head is None or is_speaker(cue.head)


def is_speaker(head: Token) -> bool:
    """Whether a noun is a person, a body or a text."""
    if head.lower_ in _THINGS:
        return False
    if head.pos_ in ("PRON", "PROPN") or head.is_title or head.ent_type_ in _NAMES:
        return True
    lemma = head.lemma_.lower()
    if any(lemma in words(name) or head.lower_ in words(name) for name in _SPEAKERS):
        return True
    # 'the trawlerman', 'two cousins': nouns for people end as agents do.
    return lemma.endswith(("er", "or", "ist", "ian", "man", "woman", "ant", "ee", "ess"))


def _negated(token: Token) -> bool:
    if any(c.dep_ == "neg" for c in token.children):
        return True
    if any(c.dep_ == "nsubj" and c.left_edge.lower_ in ("neither", "no", "nobody", "none") for c in token.children):
        return True
    return token.dep_ == "xcomp" and token.head.lemma_ in ("decline", "refuse", "fail")
