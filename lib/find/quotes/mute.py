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

#: Classes of verbs that a thing is often the subject of: these need a person, a body or a text.
_ALSO_OF_THINGS = frozenset(["suggest", "find", "know", "promise", "demand", "confirm"])
_ALSO_OF_THINGS_VERBS = frozenset(["see", "mean", "signal", "highlight", "underline", "underscore", "require"])
#: Classes that only texts are, when it is not a person or body: 'the bill aims to end the dispute'.
_OF_MINDS = frozenset(["hope", "intend", "offer"])
#: Classes in which 'it' is more often a body than a thing: 'it found that', 'it promised'.
_OF_BODIES = frozenset(["find", "promise", "demand", "confirm"])
_SHOWING = frozenset(["show", "demonstrate", "prove", "establish"])
_PLANS = frozenset(["effort", "move", "measure", "programme", "program", "scheme", "project", "attempt", "campaign"])
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
        return cue.head.lower_ not in _THINGS - {"it"} and noun not in words("document") and noun not in _PLANS
    if cue.kind not in _ALSO_OF_THINGS and lemma not in _ALSO_OF_THINGS_VERBS:
        return True
    head = cue.head
    if head is None or (cue.nominal and cue.kind in ("announce", "confirm")):
        return True
    return is_speaker(head) or (head.lower_ == "it" and cue.kind in _OF_BODIES and lemma not in _SHOWING)


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
    return token.dep_ == "xcomp" and token.head.lemma_ in ("decline", "refuse", "fail")
