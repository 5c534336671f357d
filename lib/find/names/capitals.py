"""Names in headlines written in capitals: "NORLAND FLOODS FORCE MARSH OUT" is read with what the article says below.

    in_capitals(lines, found, text)         # NORLAND and MARSH, where the body names Norland and Ola Marsh

Case says nothing in such a line and the model is lost; only what the article names elsewhere is found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from lib.find.names.candidate import Candidate
from lib.find.names.consistency import surnames
from lib.find.names.line import Line

_WORD = re.compile(r"\w[\w'’.&-]*")
_LOWER = re.compile(r"\b[a-z]{3,}\b")
_NAMED = ("PERSON", "ORG", "PLACE", "COUNTRY")
#: Words of a name at most that are tried.
LONGEST = 6


def in_capitals(lines: Sequence[Line], found: Sequence[Candidate], text: str) -> list[Candidate]:
    """All candidates, with the names of the lines in capitals as the rest of the article has them."""
    shouted = [line for line in lines if line.capitals]
    if not shouted or len(shouted) == len(lines):
        return list(found)
    ends = {line.sentence.start: line.sentence.end for line in shouted}
    starts = sorted(ends)
    calm = [one for one in found if not _within(one, starts, ends)]
    labels = _labels(calm, text)
    more = [one for line in shouted for one in _matches(line, labels)]
    taken = {at for one in more for at in range(one.start, one.end)}
    kept = [one for one in found if taken.isdisjoint(range(one.start, one.end))]
    return sorted([*kept, *more], key=lambda one: one.start)


def _labels(calm: Sequence[Candidate], text: str) -> dict[str, str]:
    """Names in capitals → their label. What the article also writes small as a common word names nothing."""
    small = {word.group().upper() for word in _LOWER.finditer(text)}
    labels: dict[str, str] = {}
    for one in calm:
        if one.role == "name" and one.label in _NAMED and one.end - one.start > 2:
            labels.setdefault(text[one.start : one.end].upper(), one.label)
    labels |= dict.fromkeys((name.upper() for name in surnames(calm, text)), "PERSON")
    return {form: label for form, label in labels.items() if form not in small}


def _matches(line: Line, labels: dict[str, str]) -> list[Candidate]:
    words = list(_WORD.finditer(line.text))
    found: list[Candidate] = []
    at = 0
    while at < len(words):
        for size in range(min(LONGEST, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + size - 1].end()
            form = line.text[start:end]
            bare = re.sub(r"['’]S$|\.$", "", form)
            hit = next((f for f in (form, bare) if f in labels), None)
            if hit is not None:
                first = line.base + start
                found.append(Candidate(first, first + len(hit), labels[hit], "consistency", 0.7))
                at += size - 1
                break
        at += 1
    return found


def _within(one: Candidate, starts: Sequence[int], ends: Mapping[int, int]) -> bool:
    at = bisect_right(starts, one.start) - 1
    return at >= 0 and one.start < ends[starts[at]]
