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
#: Classes whose rows, negated, say that something was not said: 'would not reveal the price', 'has not confirmed it'.
_UNSAID = frozenset(["announce", "predict", "confirm", "count"])
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_NOBODY = frozenset({"nobody", "none", "neither", "nothing", "noone"})
#: 'declined to reveal', 'has been unable to confirm', 'it is impossible to verify'.
_NOT_DOING = frozenset(["decline", "refuse", "fail", "unable", "impossible", "unwilling", "hard", "difficult"])
_DOING = frozenset(["able", "possible", "ready", "willing"])
_THINGS = frozenset({"it", "this", "that", "which", "these", "those", "what", "there"})
_SPEAKERS = ("anonymous", "institution", "document", "role", "spokesperson", "message", "carrier")


def can_speak(cue: Cue) -> bool:
    """Whether the cue's subject can hold the clause as its words or thoughts; true where the verb leaves no doubt."""
    token = cue.token
    if cue.head is not None and cue.content and is_nobody(cue.head):
        return False  # 'Nobody has confirmed it' is the outlet's word
    if cue.head is not None and cue.head.lower_ == "it" and _impersonal(token):
        return False
    if cue.kind in _UNSAID and cue.content and _negated(token):
        return False
    lemma = lemma_of(token)
    if cue.kind == "count":
        return cue.head is not None and _counts(cue.head)
    if cue.kind in _OF_MINDS and cue.head is not None:
        noun = cue.head.lemma_.lower()
        return cue.head.lower_ not in _THINGS - {"it"} and noun not in words("document") and noun not in words("plans")
    sign = lemma in words("of_signs") or (lemma in words("of_signs_within") and token.dep_ in ("acl", "relcl"))
    if sign and cue.head is not None and cue.head.pos_ == "NOUN" and not is_speaker(cue.head):
        return False
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


def is_nobody(head: Token) -> bool:
    """'nobody', 'no one', 'none of them', 'neither side'."""
    return head.lower_ in _NOBODY or any(c.lower_ in ("no", "neither") and c.dep_ in ("det", "neg") for c in head.lefts)


def _impersonal(token: Token) -> bool:
    """'It is possible to verify the account': 'it' is nobody."""
    above = token.head
    return token.dep_ == "xcomp" and above.lemma_ == "be" and any(c.dep_ == "acomp" for c in above.children)


def _counts(head: Token) -> bool:
    """Whether somebody's count is meant: a name, a body, a text or several people, not 'the cashier'."""
    if head.lower_ in ("it", "they"):
        return True
    if head.tag_ not in ("NN", "NNS") and head.pos_ != "PRON":
        return True
    lemma = head.lemma_.lower()
    if any(lemma in words(name) or head.lower_ in words(name) for name in ("institution", "document", "spokesperson")):
        return True
    if head.i and f"{head.nbor(-1).lower_} {lemma}" in words("institution_of_two"):
        return True
    return head.tag_ == "NNS" and (lemma in words("anonymous") or lemma in words("role"))


def _negated(token: Token) -> bool:
    if any(c.dep_ == "neg" or (c.lower_ in ("neither", "never") and c.i < token.i) for c in token.children):
        return True
    if any(c.dep_ == "nsubj" and is_nobody(c) for c in token.children):
        return True
    above = token.head
    if token.dep_ == "conj" and above.i < token.i and not any(c.dep_ == "nsubj" for c in token.children):
        # 'neither confirmed nor denied', 'did not confirm or deny'
        return any(c.lower_ == "nor" for c in above.children) or (
            any(c.lower_ == "or" for c in above.children) and _negated(above)
        )
    if token.dep_ != "xcomp":
        return False
    around = (above, above.head, *above.children)
    lemmas = {t.lemma_ for t in around if t.i < token.i}
    unable = bool(lemmas & _DOING) and any(c.dep_ == "neg" for c in (*above.children, *above.head.children))
    yet = above.lemma_ in ("have", "be") and any(c.lower_ == "yet" for c in above.children)
    return bool(lemmas & _NOT_DOING) or unable or yet
