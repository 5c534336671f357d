"""A text as it looks: without soft hyphens and zero-width characters, hard spaces as spaces, with each one's place.

    seen = visible("Sub\\u00adscribe\\u00a0now")
    seen.words, seen.place(3)        # ('Subscribe now', 4)

Rules match what a reader sees; what they find is placed in the text as it is, which nobody rewrites.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

#: Soft hyphen, zero-width space, word joiner, byte-order mark, marks of direction. Joiners shape letters and emoji.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f]+")
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u1680\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "))


@dataclass(frozen=True, slots=True)
class Seen:
    """``places`` are the offsets of the characters of ``words`` in the text; empty where they are the same."""

    words: str
    places: Sequence[int] = ()

    def place(self, at: int) -> int:
        """The offset in the text of character ``at`` of ``words``."""
        return self.places[at] if self.places else at


@lru_cache(maxsize=4)
def visible(text: str) -> Seen:
    """The text as it looks."""
    spaced = text.translate(_SPACES) if not text.isascii() else text
    if not _UNSEEN.search(spaced):
        return Seen(spaced)
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for match in _UNSEEN.finditer(spaced):
        pieces.append(spaced[at : match.start()])
        places.extend(range(at, match.start()))
        at = match.end()
    places.extend(range(at, len(spaced)))
    return Seen("".join([*pieces, spaced[at:]]), places)
