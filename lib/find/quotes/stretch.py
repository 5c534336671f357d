"""Stretches of a parse as characters: without a leading 'that', without punctuation at the ends.

characters(doc, 3, 9)         # (14, 40)
phrase_end(noun)              # the token behind a noun phrase
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from lib.find.quotes.vocabulary import lemma_of, verbs

Span = tuple[int, int]

#: Tokens of a noun phrase that are looked through.
_FAR = 60
_LEADING = frozenset({"that", ",", ":", ";", "-", "–", "—", "and", "but"})
_TRAILING = frozenset({"as", "and", "but", "or"})


def phrase_end(head: Token) -> int:
    """Where a noun phrase's words end: before ', which accused …', which is another's cue."""
    end = head.right_edge.i + 1
    for token in head.doc[head.i : min(end, head.i + _FAR)]:
        first = token.left_edge.i
        if token.dep_ == "relcl" and lemma_of(token) in verbs() and head.doc[first - 1].text == ",":
            return first
    return end


def characters(doc: Doc, first: int, last: int) -> Span | None:
    """Characters of tokens [first, last) without a leading 'that' and without punctuation at the ends."""
    while first < last and (doc[first].is_space or doc[first].lower_ in _LEADING):
        first += 1
    while last > first and (
        doc[last - 1].text in ",.;:-–—!?" or doc[last - 1].is_space or doc[last - 1].lower_ in _TRAILING
    ):
        last -= 1
    if first >= last:
        return None
    return doc[first].idx, doc[last - 1].idx + len(doc[last - 1].text)
