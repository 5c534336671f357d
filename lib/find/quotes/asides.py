"""Two asides in one sentence: each has its own half of it.

    shared_out(paragraph)      # the cues, with contents cut where the next aside's words begin

'The pier would close, the pilot said, and would rust, the mayor said.'       after the first aside the second's words
'According to the pilot, the pier was shut and, according to the mayor, …'    up to the second aside the first's words
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lib.find.quotes.cues import Cue
from lib.find.quotes.paragraph import Paragraph

_BRIDGE = re.compile(r"[\s,;:—–-]*(?:(?:and|but|while)\b[\s,]*)?", re.I)
_JOINT = re.compile(r"\b(?:and|but|while)\Z", re.I)
_LOOSE = ",;:—–-"
_WORD = re.compile(r"\w")
_LONG = 2000


def shared_out(paragraph: Paragraph) -> Iterator[Cue]:
    """The cues in order; an aside's content no longer holds what another aside of the sentence answers for."""
    cues = list(paragraph.cues)
    before: int | None = None
    for number, cue in enumerate(cues):
        if not cue.aside or cue.content is None:
            continue
        if before is not None and cues[before].token.sent.start == cue.token.sent.start:
            cues[before], cues[number] = _apart(paragraph, cues[before], cue)
        before = number
    yield from cues


def _apart(paragraph: Paragraph, first: Cue, second: Cue) -> tuple[Cue, Cue]:
    doc, text = paragraph.doc, paragraph.text
    if first.content is None or second.content is None or first.last > second.first or first.last >= len(doc):
        return first, second
    after, own = doc[first.last].idx, doc[second.first].idx
    leads = first.content[0] >= after
    if leads:
        ends = doc[second.last].idx if second.last < len(doc) else len(text)
        stop = second.token.sent.end_char
        if not _WORD.search(text, ends, min(stop, ends + _LONG)) or first.content[1] <= own:
            return first, second
        begin = _skipped(text, ends)
        return _cut(first, text, first.content[0], own), _cut(second, text, begin, max(second.content[1], stop))
    if second.content[0] <= doc[first.first].idx < second.content[1]:
        return first, _cut(second, text, _skipped(text, after), second.content[1])
    return first, second


def _skipped(text: str, start: int) -> int:
    return start + len(_BRIDGE.match(text, start).group())  # type: ignore[union-attr]  # matches empty


def _cut(cue: Cue, text: str, start: int, end: int) -> Cue:
    piece = text[start:end][:_LONG]
    if len(piece) < end - start:
        return cue
    kept = _tight(_JOINT.sub("", _tight(piece.rstrip().rstrip(".!?"))))
    return replace(cue, content=(start, start + len(kept))) if kept else cue


def _tight(text: str) -> str:
    """Without the dashes, commas and spaces at its end; from the end on, as rows of dashes run to thousands."""
    end = len(text)
    while end and (text[end - 1] in _LOOSE or text[end - 1].isspace()):
        end -= 1
    return text[:end]
