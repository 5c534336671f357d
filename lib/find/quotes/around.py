"""The content around an aside: 'The plan, officials said, will fail', 'KYIV (AP) — The plan failed, officials said'.

    around(doc, 3, 5)      # (0, 40): characters of the sentence without its dateline, over the aside [3, 5)

An aside stands between commas, or between a comma and the sentence's end.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from lib.find.quotes.stretch import Span, characters

#: After an aside these begin something new rather than go on with what was said.
_APART = frozenset({"and", "but", "or", "who", "which", "whose", "while"})


def is_aside(verb: Token, first: int, last: int) -> bool:
    """Whether commas, or a comma and the sentence's end, set the group apart: ', officials said,'."""
    doc = verb.doc
    if last - first > 20:
        return False
    before = doc[first - 1] if first else None
    manner = before is not None and before.lower_ == "as"
    if verb.dep_ in ("relcl", "acl") and not manner:
        return False
    if manner:
        before = doc[first - 2] if first > 1 else None
        opens = before is None or before.is_punct
    else:
        opens = before is not None and before.text in (",", "—", "–", "-")
    closes = last >= len(doc) or doc[last].is_punct or doc[last].is_space
    return opens and closes and (manner or verb.tag_ not in ("VBG", "VB"))


_DATELINE = re.compile(
    r"(?:[A-Z][\w.'’/,\- ]{0,50})?\([A-Z][\w .&'’/\-]{1,40}\)\s*[—–-]{1,2}\s*|[A-Z][A-Z.,'’ ]{2,40}\s[—–]\s+"
)


def dateline(sentence: str) -> int:
    """How many characters at a sentence's beginning are 'KYIV, Ukraine (AP) —' or '(CNN) —'."""
    match = _DATELINE.match(sentence[:120])
    return match.end() if match else 0


def around(doc: Doc, first: int, last: int, finite: bool = False) -> Span | None:
    """The sentence without the aside [first, last): what follows it, what precedes it, or both in one stretch.

    With ``finite``, a beginning without a verb ('On Monday, officials said …') is no content by itself.
    """
    sentence = doc[first].sent
    lead = doc[sentence.start : first]
    before = any(t.is_alpha for t in lead if t.lower_ not in ("and", "but", "as", "so", "yet"))
    after = last < sentence.end and any(t.is_alpha for t in doc[last : min(sentence.end, last + 8)])
    following = doc[last : min(last + 3, sentence.end)]
    apart = after and any(t.tag_ == "VBG" or t.lower_ in _APART for t in following)
    start = sentence.start
    if before and (skipped := dateline(sentence.text)):
        at = sentence[0].idx + skipped
        start = next((t.i for t in lead if t.idx >= at), start)
    if before and (not after or apart):
        if finite and not any(t.pos_ in ("VERB", "AUX") for t in lead):
            return None
        return characters(doc, start, first)
    if before and after:
        return characters(doc, start, sentence.end)
    return characters(doc, last, sentence.end) if after else None
