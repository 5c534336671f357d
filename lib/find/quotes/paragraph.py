"""One paragraph's tokens by character, and ``Draft``: content and cue joined, before the speaker is resolved.

paragraph = Paragraph(doc, cues)
paragraph.cue_from(120)      # number of the first cue at or after character 120
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from lib.find.quotes.cues import Cue

_STOPPED = re.compile(r"[.!?…]['’”\")]*$")


@dataclass(frozen=True, slots=True)
class Draft:
    """Content characters of the paragraph, its kind, and what is known of the speaker: a head noun, or a carry-over."""

    start: int
    end: int
    kind: str
    cue: Cue | None
    head: Token | None
    carried: bool
    score: float


class Paragraph:
    """One paragraph's tokens by character."""

    def __init__(self, doc: Doc, cues: Sequence[Cue]) -> None:
        self.doc, self.text, self.cues = doc, doc.text, cues
        self._starts = [t.idx for t in doc]
        self._sentences = [s.start_char for s in doc.sents]
        self._firsts = [doc[c.first].idx for c in cues]

    def token_at(self, character: int) -> int:
        """Index of the first token that starts at or after a character."""
        return bisect_left(self._starts, character)

    def sentence_start(self, character: int) -> int:
        """Where the sentence of a mark starts: the mark itself after a full stop, wherever the parser cut."""
        at = bisect_right(self._sentences, character) - 1
        start = self._sentences[max(at, 0)]
        before = self.text[start:character].rstrip()
        return character if before and _STOPPED.search(before[-3:]) else start

    def sentence_end(self, character: int) -> int:
        at = bisect_right(self._sentences, character)
        return self._sentences[at] if at < len(self._sentences) else len(self.text)

    def cue_from(self, character: int) -> int:
        """Number of the first cue whose group starts at or after a character."""
        return bisect_left(self._firsts, character)
