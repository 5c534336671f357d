"""A city's name that stands for its team: "Orn beat Bergen 3-1", "Orn's goalkeeper", "a win over Orn".

Known cities become organisations where the grammar says team and the sentence speaks of sport; countries stay
countries, as in CoNLL-2003. Words are data: ``data/vocabulary/sport.toml``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from lib.find.names.candidate import Candidate
from lib.find.names.line import Line
from lib.vocabulary import load

_VERSUS = ("v", "vs", "vs.")
_SCORE = re.compile(r"\d{1,3}\s?[-–]\s?\d{1,3}(?!\d)")


def teams(line: Line, found: list[Candidate]) -> list[Candidate]:
    """The same candidates, cities that are teams here as organisations."""
    if line.capitals or not any(one.label == "PLACE" for one in found) or not _is_sport(line):
        return found
    places = {line.sentence.offset(t): i for i, t in enumerate(line.tokens)}
    ends = {line.sentence.offset(t) + len(t.text): i + 1 for i, t in enumerate(line.tokens)}
    out = []
    for one in found:
        first, last = places.get(one.start), ends.get(one.end)
        city = one.label == "PLACE" and one.role == "name"
        if city and first is not None and last is not None and _plays(line, first, last):
            one = replace(one, label="ORG", method="context", score=0.65)
        out.append(one)
    return out


def _is_sport(line: Line) -> bool:
    return (
        bool(_SCORE.search(line.text))
        or any(word in _VERSUS for word in line.words)
        or any(t.lemma_.lower() in _words()["about"] for t in line.tokens)
    )


def _plays(line: Line, first: int, last: int) -> bool:
    words = _words()
    head = line.tokens[last - 1]
    before = line.words[first - 1].lower() if first else ""
    if before in ("in", "at", "near", "from"):
        return False
    if before in _VERSUS or line.words[last : last + 1] in (["v"], ["vs"], ["vs."]):
        return True
    if before in ("against", "over", "past") or (before == "for" and head.head.head.lemma_.lower() in words["plays"]):
        return True
    verb = head.head.lemma_.lower()
    if head.dep_ in ("nsubj", "dobj", "nsubjpass", "pobj") and verb in words["beats"]:
        return True
    if head.dep_ == "nsubj" and verb in words["results"]:
        return True
    follow = [t.lemma_.lower() for t in line.tokens[last : last + 3]]
    owned = follow[1:] if follow[:1] == ["'s"] else follow[:1]
    return any(noun in words["members"] for noun in owned)


@cache
def _words() -> dict[str, frozenset[str]]:
    return {key: frozenset(value) for key, value in load("sport").items()}
