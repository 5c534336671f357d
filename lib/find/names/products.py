"""Things that are made: model numbers ("F-16 Falcon", "Orn A380"), and names with a small first letter ("iOrn").

The whole designation is one name, the maker's in it too (CoNLL-2003, MEANTIME): "the Orn A380" names an aircraft.
Words are data: ``data/vocabulary/products.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lib.find.names.candidate import Candidate
from lib.find.names.line import Line
from lib.vocabulary import load

_DESIGNATION = re.compile(r"(?:[A-Z]{1,3}-?\d{1,4}[A-Z]{0,2}|\d{3}-\d{1,3}[A-Z]{0,3})(?:-\d{1,4}\w{0,2})?\Z")
_NUMBER = re.compile(r"[1-9]\d\d\Z")
_SMALL_FIRST = re.compile(r"i[A-Z][a-z]+s?\Z")
#: Letters before a number that name a road, a group or a paper size, not a thing.
_NO_MODEL = re.compile(r"(?:(?:A|B|CO|E|F|GP|H|K|M|P)\d{1,2}|(?:G|I|Q|U|UN|US)-?\d{1,3})\Z")
#: Words of the name that the designation opens or ends, at most.
LONGEST = 3


def from_products(line: Line) -> Iterator[Candidate]:
    """Candidates of one sentence. Nothing where case says nothing."""
    if line.capitals or line.titled:
        return
    at = 0
    while at < len(line):
        span = _product(line, at)
        if span is None:
            at += 1
            continue
        first, last = span
        start, end = line.span(first, last)
        yield Candidate(start, end, "PRODUCT", "pattern", 0.75, weight=0.9 + 0.1 * (last - first))
        at = last


def is_product(line: Line, first: int, last: int) -> bool:
    """Whether the words around a name are those around a thing: "its new Orn", "Orn smartphones"."""
    words = _words()
    after = line.tokens[last] if last < len(line) else None
    if after is not None and after.lemma_.lower() in words["wares"]:
        return True
    if last - first == 1 and first and _NUMBER.match(line.words[first - 1]) and not line.words[first].endswith("s"):
        return True
    # "its Orn unit", "an Orn-based firm": the name only describes the noun after it.
    if after is not None and (after.pos_ in ("NOUN", "PROPN", "ADJ", "PART") or after.text == "-"):
        return False
    at = first - 1
    while at > 0 and line.words[at].lower() in words["news"]:
        at -= 1
    fresh = at < first - 1
    return at >= 0 and (line.words[at].lower() in words["owners"] or (fresh and line.words[at].lower() == "the"))


def _product(line: Line, at: int) -> tuple[int, int] | None:
    word = line.words[at]
    if _SMALL_FIRST.match(word):
        return at, _forward(line, at + 1)
    end = _designation(line, at)
    if end is None:
        return None
    first = at
    while first > 0 and at - first < LONGEST and _belongs(line, first - 1):
        first -= 1
    last = _forward(line, end)
    return (first, last) if last - first >= 2 else None


def _designation(line: Line, at: int) -> int | None:
    """One past the token or tokens of a model number: "A380", "F-16", "F - 16" as some tokenisers have it, "787"."""
    word = line.words[at]
    if _DESIGNATION.match(word) and not _NO_MODEL.match(word):
        return at + 1
    if word.isupper() and len(word) <= 3 and at + 2 < len(line) and line.words[at + 1] == "-":
        joined = "".join(line.words[at : at + 3])
        if line.joined(at + 1) and line.joined(at + 2) and _DESIGNATION.match(joined):
            return at + 3
    if at and line.words[at - 1] in _words()["makers"] and _NUMBER.match(word):
        return at + 1
    return None


def _belongs(line: Line, at: int) -> bool:
    return (line.names[at] and line.words[at].isalpha() and not line.opens(at)) or line.words[at] in _words()["makers"]


def _forward(line: Line, at: int) -> int:
    """Capitalised words that end the designation: "F-16 Fighting Falcon"."""
    last = at
    while last < len(line) and last - at < LONGEST and line.names[last] and line.words[last].isalpha():
        last += 1
    return last


@cache
def _words() -> dict[str, frozenset[str]]:
    return {key: frozenset(value) for key, value in load("products").items()}
