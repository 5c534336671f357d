"""Short forms that the text itself introduces: "Harbour Safety Board (HSB)", then "HSB" everywhere.

The letters must be the initials of the words before the bracket, small words left out or not
(after Schwartz and Hearst 2003, on whole words).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lib.find.names.candidate import Candidate
from lib.find.names.lists import words_in

_BRACKET = re.compile(r"\(\s*[\"“']?([A-Z][A-Za-z&.-]{1,9})[\"”']?\s*[),;]")
_SMALL = {"of", "for", "the", "and", "on", "in", "de", "la", "to", "&", "der", "du"}
_WORD = re.compile(r"[\w'’.]+|&")


def definitions(text: str) -> Iterator[tuple[int, int, int, int]]:
    """(start, end) of the long form and (start, end) of the acronym, in the text."""
    for found in _BRACKET.finditer(text):
        letters = [c for c in found.group(1) if c.isupper()]
        if len(letters) < 2 or len(letters) * 2 < len(found.group(1).replace(".", "")):
            continue
        # As many words as there are letters, and small ones between.
        words = list(_WORD.finditer(text, max(0, found.start() - 200), found.start()))
        long = _long_form([w.group() for w in words], letters)
        if long is not None:
            yield words[long].start(), words[-1].end(), found.start(1), found.end(1)


def _long_form(words: Sequence[str], letters: Sequence[str]) -> int | None:
    """Index of the word at which the long form starts, or None where the initials do not fit."""
    at, left = len(words) - 1, len(letters) - 1
    while at >= 0 and left >= 0:
        parts = [p for p in re.split(r"[-‑]", words[at]) if p]
        initials = [p[0].upper() for p in parts]
        if words[at].lower() in _SMALL and (not initials or initials[0] != letters[left].upper()):
            at -= 1
        elif initials and initials[0] == letters[left].upper():
            if left == 0:
                return at
            at, left = at - 1, left - 1
        else:
            return None
    return None


def from_acronyms(text: str, base: int) -> Iterator[Candidate]:
    """Both halves of every definition whose long form is capitalised: organisations far more often than not."""
    for long_start, long_end, start, end in definitions(text):
        words = [w for w in text[long_start:long_end].split() if w.lower() not in _SMALL]
        if words and all(w[0].isupper() for w in words):
            label = "OTHER" if words[-1] in words_in("organisations", "words", "schemes") else "ORG"
            yield Candidate(base + long_start, base + long_end, label, "acronym", 0.85, weight=1.0)
            yield Candidate(base + start, base + end, label, "acronym", 0.85, "acronym", weight=1.0)


def common_acronyms(text: str) -> Iterator[str]:
    """Short forms of common nouns, "unmanned aerial vehicles (UAVs)": these are no names anywhere in the article."""
    for found in _BRACKET.finditer(text):
        form = found.group(1)
        letters = [c for c in form if c.isupper()]
        words = [w.group() for w in _WORD.finditer(text, max(0, found.start() - 200), found.start())]
        long = _long_form(words, letters) if len(letters) > 1 else None
        if long is not None and not any(w[0].isupper() for w in words[long + 1 :]):
            yield form
            yield form.removesuffix("s")
