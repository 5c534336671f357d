"""Verbs that 'and' joins to the wrong neighbour in the parse.

    detached(warned)        # 'said' in 'She said the pier is rotten and warned that it will fall'

The parser often hangs the second reporting verb on the clause of the first. Where it has no subject of its own and its
tense is that of the reporting verb and not of the clause, or where a comma stands before the 'and', it goes back.
"""

from __future__ import annotations

from spacy.tokens import Token

from lib.find.quotes.vocabulary import lemma_of, verbs

_PAST = frozenset({"VBD", "VBN"})
_NEAR = 6


def detached(verb: Token) -> Token | None:
    """The reporting verb that a second one really stands beside; None where the parse is right."""
    clause = verb.head
    if verb.dep_ != "conj" or clause.dep_ not in ("ccomp", "xcomp") or clause.i > verb.i or clause.head.i > clause.i:
        return None
    above = clause.head
    known = verbs()
    if lemma_of(verb) not in known or lemma_of(above) not in known or not _speaks(verb):
        return None
    if any(c.dep_ in ("nsubj", "nsubjpass", "auxpass", "expl") for c in verb.children):
        return None
    if _past(verb) != _past(above):
        return None
    parallel = clause.dep_ == "ccomp" and _past(clause) == _past(above)
    return above if not parallel or _comma_before(verb) else None


def another_speaks(verb: Token) -> bool:
    """Whether a verb begins somebody else's words: '…, while a second study concluded that it was safe'."""
    doc = verb.doc
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or lemma_of(verb) not in verbs() or not _speaks(verb):
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.pos_ == "PRON":
        return False
    if verb.dep_ == "advcl":
        return any(c.dep_ == "mark" and c.lower_ in ("while", "whereas", "although", "though") for c in verb.children)
    start = subject.left_edge.i
    return start > 1 and doc[start - 1].dep_ == "cc" and doc[start - 2].text == ","


def _speaks(verb: Token) -> bool:
    return any(c.dep_ in ("ccomp", "xcomp") and c.i > verb.i for c in verb.children)


def _past(verb: Token) -> bool:
    """Whether the first word of the verb group is in the past; modals are not."""
    first = next((c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i), verb)
    if first.lower_ in ("has", "have", "'s", "'ve", "’s", "’ve"):
        return True
    return first.tag_ in _PAST


def _comma_before(verb: Token) -> bool:
    doc = verb.doc
    for token in reversed(doc[max(verb.i - _NEAR, 1) : verb.i]):
        if token.dep_ == "cc":
            at = token.i - 1
            while at and doc[at].is_quote:
                at -= 1
            return bool(doc[at].text == ",")
    return False
