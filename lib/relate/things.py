"""What numbers count, across the words for it: 'soldiers' and 'servicemen' are one thing, 'ten more' is not 'ten'.

thing_of("soldier")      # 'troop'
"""

from __future__ import annotations

import re
from functools import cache

from lib.schema import Quantity
from lib.vocabulary import load

#: Code points after a quantity in which words that make it another one begin.
_BEHIND = 45


def thing_of(lemma: str) -> str:
    """The thing that a lemma stands for (``data/vocabulary/quantities_ledger.toml``); itself where none is known."""
    return _things().get(lemma, lemma)


@cache
def _things() -> dict[str, str]:
    """Lemma → thing; a lemma of two things belongs to the first."""
    found: dict[str, str] = {}
    for thing, lemmas in load("quantities_ledger")["things"].items():
        for lemma in lemmas:
            found.setdefault(lemma, thing)
    return found


def part_of(text: str, q: Quantity, sentence: tuple[int, int]) -> str:
    """'part', 'more', 'earlier' or 'rate' by the words right before and after; 'from' only before 'to' and a value."""
    if hit := pattern("beside").search(text[max(sentence[0], q.start - 30) : q.start]):
        later = re.match(r"\W*(?:\w+\W+){0,4}?to\s[^\d]{0,20}\d", text[q.end : min(sentence[1], q.end + 80)])
        if hit[0].strip().lower() != "from" or later:
            return hit.lastgroup or ""
    said = text[q.start : min(sentence[1], q.end + _BEHIND)]
    own = q.end - q.start
    for hit in () if q.unit == "percent" else pattern("behind").finditer(said):
        hedge = hit.start() == 0 or re.match(r"\s+than\b", said[hit.end() :])
        if not hedge and hit.start() <= own + 1:
            return hit.lastgroup or ""
    return ""


@cache
def pattern(table: str) -> re.Pattern[str]:
    """The words of a table of ``data/vocabulary/quantities_ledger.toml``; the group that hit is their key."""
    groups = [
        f"(?P<{name}>{'|'.join(re.escape(word) for word in sorted(forms, key=len, reverse=True))})"
        for name, forms in load("quantities_ledger")[table].items()
    ]
    tail = r"\s+(?:(?:about|some|around|roughly|nearly|a|the)\s+)?$" if table == "beside" else r"(?!\w)"
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)}){tail}", re.IGNORECASE)
