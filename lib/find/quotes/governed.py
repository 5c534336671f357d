"""Short quoted stretches: speech where a reporting verb governs them, else titles, terms and scare quotes.

'He called it “grave”.'                  governed by 'called': speech
'a “false-flag” operation began'         governed by nothing that reports: not speech
'her novel “The Long Winter”'            a title: not speech
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from lib.find.quotes.cues import Cue
from lib.find.quotes.marks import Stretch
from lib.find.quotes.vocabulary import verbs, words

#: Verbs of thought do not put their objects in somebody's words: 'knew the “Silver Road”'.
_NOT_SPEECH = frozenset(
    {"know", "hope", "think", "find", "doubt", "predict", "worry", "fear", "offer", "agree", "count"}
)
_JUDGING = frozenset({"judge", "blame"})
_STEPS = 8
_REACH = 25
_SMALL = frozenset(
    ["a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "for", "with", "by", "from", "as", "but", "nor"]
)


def governing_cue(doc: Doc, cues: Sequence[Cue], stretch: Stretch, first: int) -> Cue | None:
    """The cue whose verb is above the stretch in the parse, with no other finite verb between."""
    if first >= len(doc):
        return None
    if first > 1 and doc[first - 2].lower_ == "as":
        # 'described by one of them as “grave”': the parser hangs 'as' on any noun before it.
        near = [c for c in cues if first - _REACH <= c.token.i < first and c.kind in _JUDGING]
        if near and near[-1].head is not None:
            return near[-1]
    by_token = {c.token.i: c for c in cues}
    token = doc[first]
    for _ in range(_STEPS):
        head = token.head
        if head.i == token.i:
            return None
        inside = stretch.outer_start <= head.idx < stretch.outer_end
        if not inside:
            cue = by_token.get(head.i)
            if cue is not None and head.i < first:
                if token.dep_ in ("nsubj", "nsubjpass", "advcl") or cue.kind in _NOT_SPEECH or cue.kind == "noun":
                    return None
                return cue if cue.head is not None else None
            if head.pos_ in ("VERB", "AUX") and head.tag_ not in ("VBG", "VBN", "VB"):
                return None
        token = head
    return None


def is_title(doc: Doc, text: str, stretch: Stretch, first: int) -> bool:
    """A title of a work or a word under mention, by the word before it or by its capitals."""
    before = [t.lower_ for t in doc[max(first - 1, 0) : first]]
    content = text[stretch.start : stretch.end]
    terms = words("title_before")
    if before and before[-1] in terms and not (before[-1] in ("called", "dubbed") and _called(doc, first)):
        return True
    pieces = content.split()
    capitals = [p for p in pieces if p[:1].isupper() or p[:1].isdigit() or p.lower() in _SMALL]
    if before and before[-1] in words("work_before") and pieces[0][:1].isupper():
        return True
    return (
        2 <= len(pieces) == len(capitals)
        and content[-1] not in ".!?,"
        and text[stretch.outer_end : stretch.outer_end + 1] != ","
    )


def _called(doc: Doc, first: int) -> bool:
    """'called “grave” by the court' is an active or agentive use, 'a plan called “X”' is a name."""
    verb = doc[first - 1]
    return verb.lemma_.lower() in verbs() and verb.dep_ not in ("acl", "relcl", "amod")
