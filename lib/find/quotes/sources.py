"""Sources that a phrase names: 'according to the mayor', 'by the ministry's count', 'in the words of the governor'.

    according(token)         # Source('according to', mayor, 4, 8): its words are tokens [4, 8)
    accounted(token)         # Source('count', ministry, 0, 4)

Such a phrase is an aside: it answers for the rest of its sentence. The nouns are data (``account`` in
``attribution.toml``); they count only with somebody whose count, words or view it is, so 'by the end of the count' and
'in view of the storm' name no source.
"""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Token

from lib.find.quotes.mute import is_speaker
from lib.find.quotes.phrases import noun_phrase, subject_of
from lib.find.quotes.vocabulary import lemma_of, verbs, words

_OPENING = frozenset({"by", "in"})
_OWNERS = frozenset({"his", "her", "its", "their"})
_STEPS = 8


class Source(NamedTuple):
    """The words of the cue, the speaker's head noun, and the tokens [first, last) of the phrase."""

    text: str
    head: Token
    first: int
    last: int


def according(token: Token) -> Source | None:
    """The source after 'according to'; None where a reporting verb before it has the clause."""
    doc = token.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    to = doc[token.i + 1]
    head = next((c for c in to.children if c.dep_ == "pobj"), None)
    if head is None:
        head = next((c for c in token.children if c.dep_ == "pobj"), None)
    if head is None:
        return None
    _, last = noun_phrase(head)
    last = _end_of_source(doc, last, head.right_edge.i + 1)
    if token.i and lemma_of(doc[token.i - 1]) in verbs():
        return None  # 'the firm said according to the figures, it led': the clause is the verb's
    return Source(f"{token.text} {to.text}", head, token.i, last)


def _end_of_source(doc: Doc, last: int, edge: int) -> int:
    """Where the words after 'according to' end: with their apposition, unless the parser ran on into the clause."""
    if edge <= last:
        return last
    if edge < len(doc) and not doc[edge].is_punct:
        return next((t.i for t in doc[last:edge] if t.text == ","), edge)
    return edge


def accounted(token: Token) -> Source | None:
    """'By the ministry's count', 'in the words of the governor', 'by its own estimate', 'by some estimates'."""
    if token.lower_ not in _OPENING or token.dep_ not in ("prep", "agent"):
        return None
    noun = next((c for c in token.rights if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() not in words("account") or _inside_speech(token.head):
        return None
    head = _owner(noun)
    if head is None and token.lower_ == "by" and any(c.lower_ in words("account_by") for c in noun.lefts):
        head = noun  # 'by some estimates'
    if head is None:
        return None
    last = noun_phrase(head)[1] if head.i > noun.i else noun.i + 1
    opens = token.i == token.sent.start and head.lower_ in _OWNERS
    ahead = subject_of(token.head) if opens else None
    if ahead is not None and ahead.i > noun.i and ahead.pos_ != "PRON":
        head = ahead  # 'By its own count, the **union** lost two members'
    return Source(noun.text, head, token.i, last)


def _owner(noun: Token) -> Token | None:
    """Whose count it is: 'the **ministry**'s count', '**its** own estimate', 'the words of the **governor**'."""
    for child in noun.lefts:
        if child.dep_ == "poss" and child.ent_type_ not in ("DATE", "TIME"):
            return child if child.lower_ in _OWNERS or (child.pos_ != "PRON" and is_speaker(child)) else None
    if not any(c.lower_ == "the" for c in noun.lefts):
        return None  # 'in view of the storm'
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    head = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    return head if head is not None and is_speaker(head) else None


def _inside_speech(verb: Token) -> bool:
    """Whether the phrase stands in a clause that somebody else is said to say, or beside the verb that says so."""
    at = verb
    for _ in range(_STEPS):
        reports = at.pos_ in ("VERB", "AUX") and lemma_of(at) in verbs()
        if reports and any(c.dep_ in ("ccomp", "xcomp") for c in at.children):
            return True
        if at.head.i == at.i:
            return False
        at = at.head
    return False
