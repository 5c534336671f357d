"""Whether a trigger did not happen: 'never **met**', 'no troops **crossed**', 'had Russia **invaded**'.

    negated(token)   # True: nothing took place, so that there is no event
    refused(token)   # the 'refused' of 'refused to **meet**': that is what happened; None without one

Read off the parse. What is denied by somebody else is ``denial``'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from lib.vocabulary import load


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("event_status")["negated"][name])


@cache
def _light(name: str) -> frozenset[str]:
    return frozenset(load("event_status")["trigger"][name])


def negated(trigger: Token) -> bool:
    """Whether the sentence says that it did not take place, or only might have."""
    if _not(trigger) or _none(trigger) or _after_without(trigger):
        return True
    verb = _told_by(trigger)
    if verb is None:
        return False
    if _not(verb) or _contrary_to_fact(verb) or _after_without(verb) or _nothing_done(verb):
        return True
    part = verb.head.head  # the 'of' of 'none of the soldiers left', where the parser takes 'left' for a participle
    if verb.dep_ == "acl" and verb.head.dep_ == "pobj" and part.lower_ == "of" and _none(part.head):
        return True
    above = [verb, *_sharing(verb)]
    subject = next((s for token in above if (s := _subject(token)) is not None), None)
    if subject is not None and _none(subject):
        return True
    # A 'not' of the verb above reaches down: 'is not expected to arrive', but not 'did not hesitate to attack'.
    return any(_not(upper) and upper.lemma_.lower() not in _set("refusing") | _set("doubly") for upper in above[1:])


def refused(trigger: Token) -> Token | None:
    """The verb that says that the trigger was not done; None without one, and where that verb is negated."""
    at = _told_by(trigger)
    if at is None or at.dep_ != "xcomp" or at.head.lemma_.lower() not in _set("refusing"):
        return None
    return None if _not(at.head) else at.head


def refusing() -> frozenset[str]:
    """Lemmas of the verbs that ``refused`` finds."""
    return _set("refusing")


def _told_by(trigger: Token) -> Token | None:
    """The verb whose negation is the trigger's: itself, or the light verb that a noun stands with."""
    if trigger.pos_ in ("VERB", "AUX"):
        return trigger
    verb = trigger.head
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    lemma = verb.lemma_.lower()
    if trigger.dep_ in ("nsubj", "nsubjpass") and lemma in _light("light_subject"):
        return verb
    done = trigger.dep_ == "dobj" and lemma in _light("light_object") and lemma not in _set("not_object")
    return verb if done or (trigger.dep_ == "attr" and lemma == "be") else None


def _sharing(verb: Token) -> Iterator[Token]:
    """The verbs above that share subject and 'not': 'did not **resign** or apologise', 'not **expected** to come'."""
    at = verb
    for _ in range(6):
        own = any(c.dep_ in ("nsubj", "nsubjpass") for c in at.children)
        if at.dep_ not in ("xcomp", "conj") or own or at.head == at:
            return
        if at.dep_ == "conj" and not _joined_by_or(at):
            return
        at = at.head
        yield at


def _joined_by_or(verb: Token) -> bool:
    """'or' and 'nor' carry a 'not' on; 'and' does before a bare infinitive: 'did not sign and leave'."""
    link = {c.lower_ for c in verb.head.children if c.dep_ == "cc" and c.i < verb.i}
    bare = verb.tag_ == "VB" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return bool(link & {"or", "nor"}) or (bare and "but" not in link)


def _not(word: Token) -> bool:
    """Whether 'not' or 'never' is the word's own: not that of 'not only', nor of '**not** on Monday but on Tuesday'."""
    for child in word.children:
        if child.dep_ == "neg" or child.lower_ in _set("adverbs"):
            follows = child.nbor().pos_ == "ADP" if child.i + 1 < child.sent.end else False
            focus = any(c.lower_ in _set("focus") for c in child.children) or _next(child) in _set("focus")
            if not focus and not (child.lower_ == "not" and follows and child.i > word.i):
                return True
        if child.lower_ == "nor" and child.i < word.i and child.dep_ == "cc":
            return True
    return word.dep_ == "conj" and any(
        c.dep_ == "cc" and c.lower_ == "nor" and c.i < word.i for c in word.head.children
    )


def _next(token: Token) -> str:
    return token.nbor().lower_ if token.i + 1 < token.sent.end else ""


def _none(noun: Token) -> bool:
    """'nobody', 'no troops', 'not one soldier'; not 'no one but the mayor', nor the house that is called No 10."""
    if any(c.lower_ in _set("but") for c in noun.children):
        return False
    if noun.lower_ in _set("subjects"):
        return True
    for child in noun.lefts:
        if child.lower_ in _set("determiners") and child.dep_ == "det":
            return not noun.like_num or noun.lower_ == "one"
        if child.lower_ == "not" and _next(child) in ("a", "an", "one"):
            return True
        if child.lower_ == "one" and any(c.lower_ == "not" for c in child.lefts):
            return True
    return False


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)


def _nothing_done(verb: Token) -> bool:
    """'signed no deal', 'killed nobody'; who reports no losses has reported."""
    if verb.lemma_.lower() in load("reporting_verbs"):
        return False
    return any(c.dep_ == "dobj" and _none(c) for c in verb.rights)


def _after_without(word: Token) -> bool:
    """'without **meeting**', 'instead of meeting', 'prevented them from meeting'."""
    prep = word.head
    if word.dep_ not in ("pcomp", "pobj") or prep.i == 0:
        return False
    if prep.lower_ in _set("before") or f"{prep.nbor(-1).lower_} {prep.lower_}" in _set("before"):
        return True
    return word.dep_ == "pcomp" and prep.lower_ == "from" and prep.head.lemma_.lower() in _set("preventing")


def _contrary_to_fact(verb: Token) -> bool:
    """'if Russia had **invaded**', 'had Russia **invaded**', 'would have **acted**', 'wishes he had **met**'."""
    helpers = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in helpers}
    if verb.tag_ != "VBN":
        return False
    if "have" in words and words & _set("unreal"):
        return True
    had = next((c for c in helpers if c.lower_ == "had"), None)
    if had is None:
        return False
    subject = _subject(verb)
    inverted = verb.dep_ == "advcl" and subject is not None and had.i < subject.i
    conditional = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "if" for c in verb.lefts)
    return inverted or conditional or (verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _set("wishing"))
