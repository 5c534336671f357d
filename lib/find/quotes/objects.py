"""Objects that hold what is said: 'called him a liar', 'put the toll at 40', 'counts 40 dead'.

judged(called), valued(put), counted(counts)      # characters of the paragraph, None where the frame is not there
"""

from __future__ import annotations

from spacy.tokens import Token

from lib.find.quotes.stretch import Span, characters, phrase_end
from lib.find.quotes.vocabulary import words

#: Tokens in which a number must follow.
_REACH = 12


def judged(verb: Token) -> Span | None:
    """What is said of what: 'described the talks as constructive', 'called him a liar'."""
    dobj = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if dobj is None:
        return None
    for parent in (verb, dobj):
        for child in parent.rights:
            said = child.dep_ == "oprd" or (child.lower_ == "as" and child.dep_ in ("prep", "mark"))
            if said and child.i > dobj.i and (child.dep_ == "oprd" or child.right_edge.i > child.i):
                return characters(verb.doc, dobj.left_edge.i, child.right_edge.i + 1)
    return None


def valued(verb: Token) -> Span | None:
    """What is given which number: 'put the toll at 40', 'estimated the damage at two million'."""
    dobj = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    for parent in (verb, dobj) if dobj is not None else ():
        for child in parent.rights:
            if dobj is None or child.lower_ != "at" or child.dep_ != "prep" or child.i < dobj.i:
                continue
            end = min(child.right_edge.i + 1, child.i + _REACH)
            if any(token.like_num for token in verb.doc[child.i : end]):
                return characters(verb.doc, dobj.left_edge.i, phrase_end(child))
    return None


def counted(verb: Token) -> Span | None:
    """What is counted with its number: 'counts 40 dead', 'recorded waves of five metres'."""
    dobj = next((c for c in verb.rights if c.dep_ == "dobj" and c.pos_ != "PRON"), None)
    if dobj is None or dobj.lemma_.lower() in words("not_counted"):
        return None
    for child in (*verb.rights, *dobj.rights):
        if child.lower_ == "among" and child.i > dobj.i:
            return None  # 'counts two champions among its members'
    for token in verb.doc[dobj.left_edge.i : min(dobj.right_edge.i + 1, dobj.i + _REACH)]:
        if token.dep_ in ("relcl", "advcl"):
            return None
        if token.pos_ == "NUM" or token.lemma_.lower() in words("quantity") or token.lower_ == "no":
            return characters(verb.doc, dobj.left_edge.i, phrase_end(dobj))
    return None
