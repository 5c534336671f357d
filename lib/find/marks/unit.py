"""A text cut into units, one paragraph or line each, their sentences, and the marks that rules put on them.

units_of("Talks open\\n\\nThe ministers met on Thursday.")[1].ends      # True: it ends like a sentence
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from lib.text.paragraphs import SENTENCE_END, paragraph_spans
from lib.vocabulary import load

_WORD = re.compile(r"\S+")
#: Runs are taken whole (``++``, ``*+``): thousands of full stops would be tried at each of them otherwise.
_BOUNDARY = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?:\s+|(?=[(\[©“]|[A-Z]{2}))(?=[\"'“‘«(\[©—–-]*[A-Z\d©])")
_STAMP = re.compile(
    r"(?:(?i:date)\b\s*:?\s*\d{4}-\d{2}(?:-\d{2})?\b|\d{4}-\d{2}-\d{2}(?=T|[\s|,–—-]+[\"“‘A-Z]))(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?[\s|,–—-]+"
)
#: Characters of a unit that rules with patterns look at, from either end: 5 MB lines stay cheap.
WINDOW = 1500


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that is not body; ``kind`` is one of ``lib.schema.SPAN_KINDS``."""

    start: int
    end: int
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph without the white space around it."""

    index: int
    start: int
    end: int
    text: str
    n_words: int
    ends: bool
    #: A blank line before it, or the text's start.
    gap: bool

    def mark(self, kind: str, why: str, start: int = 0, end: int | None = None) -> Mark:
        """A mark of the unit, or of a part of it given by offsets into the unit."""
        return Mark(self.start + start, self.end if end is None else self.start + end, kind, why)


def sentence_starts(text: str) -> list[int]:
    """Where sentences start in a unit, the first one at 0; a title's full stop ('Gen.') ends none."""
    abbreviations = _abbreviations()
    starts = [0]
    for match in _BOUNDARY.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()].rsplit(None, 1)
        word = before[-1].strip("(\"'“‘").casefold() if before else ""
        if text[match.start()] == "." and (word in abbreviations or (len(word) == 1 and word.isalpha())):
            continue
        starts.append(match.end())
    return starts


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(load("marks")["abbreviations"]["words"])


def units_of(text: str) -> list[Unit]:
    """The paragraphs and lines of ``text`` that are not blank; a crawler's stamp in front is a unit of its own."""
    return _split_stamp(text, list(_units(text)))


def _units(text: str) -> Iterator[Unit]:
    before = 0
    for index, (start, end) in enumerate(paragraph_spans(text)):
        raw = text[start:end]
        left = len(raw) - len(raw.lstrip())
        words = raw.strip()
        gap = index == 0 or text.count("\n", before, start) > 1
        ends = bool(SENTENCE_END.search(words[-12:]))
        yield Unit(index, start + left, start + left + len(words), words, _count(words), ends, gap)
        before = end


def _split_stamp(text: str, units: list[Unit]) -> list[Unit]:
    """The first unit without the 'date 2022-02-04' that a crawler put in front; the stamp is a unit of its own."""
    match = _STAMP.match(units[0].text) if units else None
    if not match or match.end() == len(units[0].text):
        return units
    first, cut = units[0], units[0].start + match.end()
    stamp = replace(first, end=first.start + len(match.group().rstrip()), text=match.group().rstrip(), ends=False)
    rest = replace(first, start=cut, text=text[cut : first.end], n_words=_count(text[cut : first.end]), gap=True)
    moved = [replace(unit, index=unit.index + 1) for unit in (rest, *units[1:])]
    return [replace(stamp, n_words=_count(stamp.text)), *moved]


def _count(words: str) -> int:
    return sum(1 for _ in _WORD.finditer(words[:WINDOW])) + (1000 if len(words) > WINDOW else 0)
