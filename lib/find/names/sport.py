"""A city's name that stands for its team: "Orn beat Bergen 3-1", "Orn's goalkeeper", "a win over Orn".

Known cities become organisations where the grammar says team and the sentence speaks of sport; countries stay
countries, as in CoNLL-2003. What plays once plays in the whole article. Words are data: ``data/vocabulary/sport.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from lib.find.names.candidate import Candidate
from lib.find.names.gazetteer import gazetteer
from lib.find.names.line import Line
from lib.find.names.lists import words_in
from lib.vocabulary import load

#: Sentences on sport that make an article one.
REPORT = 3
_VERSUS = ("v", "vs", "vs.")
_RESULT = re.compile(r"\d{1,3}\s?[-–]\s?\d{1,3}\Z")
_SCORE = re.compile(r"(?<![\d.,$])\d{1,3}\s?[-–]\s?\d{1,3}(?![\d.,]*\d)")
#: Before a city that is the place of something, whoever plays there.
_PLACED = ("in", "near", "from", "outside", "around", "of", "through")
#: After the name that opens a story: "BERGEN (Orn Wire) -", "BERGEN, Norland -".
_DATELINE = re.compile(r"\s*(?:[-–—]|\(|,[^.]{2,40}[-–—(])")


def is_report(lines: Sequence[Line]) -> bool:
    """Whether an article is on sport: three of its sentences, and one in five, speak of it."""
    sporting = sum(1 for line in lines if is_sport(line))
    return sporting >= REPORT and sporting * 5 >= len(lines)


def teams(line: Line, found: list[Candidate], report: bool = False) -> list[Candidate]:
    """The same candidates, cities that are teams here as organisations. ``report``: the whole article is on sport."""
    if line.capitals or not any(one.label == "PLACE" for one in found) or not (report or is_sport(line)):
        return found
    people = {one.start for one in found if one.label == "PERSON"} if report else set()
    out = []
    for one in found:
        first, last = line.starts.get(one.start), line.ends.get(one.end)
        form = line.text[one.start - line.base : one.end - line.base]
        city = one.label == "PLACE" and one.role == "name" and form not in words_in("places", "regions")
        owner = _is_city(form) and line.text[one.end - line.base :][:2] in ("'s", "’s") and one.end + 3 in people
        if city and first is not None and last is not None and (owner or _plays(line, first, last)):
            one = replace(one, label="ORG", method="context", score=0.65)
        out.append(one)
    return out


def sides(lines: Sequence[Line], found: Sequence[Candidate], text: str) -> list[Candidate]:
    """The same candidates: in an article on sport, a city that is a team once is one wherever it is not a place."""
    named = {text[one.start : one.end] for one in found if one.label == "ORG" and one.method in ("context", "pattern")}
    cities = {form for form in named if _is_city(form)}
    if not cities:
        return list(found)
    out, at = [], 0
    ordered = sorted(found, key=lambda one: one.start)
    for line in lines:
        while at < len(ordered) and ordered[at].start < line.sentence.end:
            one, at = ordered[at], at + 1
            form = text[one.start : one.end]
            first = line.starts.get(one.start)
            if one.label == "PLACE" and form in cities and first is not None and not _is_place(line, first, one):
                one = replace(one, label="ORG", method="context", score=0.65)
            out.append(one)
    return [*out, *ordered[at:]]


def _is_city(form: str) -> bool:
    """States and regions play for a game; a town's team is what the town's name means in sport."""
    entry = gazetteer().get(form)
    places = words_in("places", "us_states") | words_in("places", "regions")
    return entry is not None and entry.label == "PLACE" and form not in places


def is_sport(line: Line) -> bool:
    return (
        bool(_SCORE.search(line.text))
        or any(word in _VERSUS for word in line.words)
        or not _about().isdisjoint([word.lower() for word in line.words])
    )


def _is_place(line: Line, first: int, one: Candidate) -> bool:
    """Whether a team's city is the city: "in Bergen", "BERGEN -" before a story, "Bergen, Norland"."""
    before = line.words[first - 1].lower() if first else ""
    if (
        before in _PLACED
        or (before == "," and first > 1 and line.names[first - 2])
        or (first == 0 and _DATELINE.match(line.text, one.end - line.base))
    ):
        return True
    return line.words[first + 1 : first + 2] == [","] and line.names[first + 2 : first + 3] == [True]


def _plays(line: Line, first: int, last: int) -> bool:
    words = _words()
    head = line.tokens[last - 1]
    before = line.words[first - 1].lower() if first else ""
    if before == "at":
        return line.tokens[first - 1].head.lemma_.lower() in words["away"]
    if before in ("in", "near", "from"):
        return False
    if before in _VERSUS or line.words[last : last + 1] in (["v"], ["vs"], ["vs."]):
        return True
    if before in ("against", "over", "past") or (before == "for" and head.head.head.lemma_.lower() in words["plays"]):
        return True
    if before == "to" and line.tokens[first - 1].head.lemma_.lower() in ("lose", "fall", "loss", "defeat"):
        return True
    if before == "with" and first > 1 and (_RESULT.match(line.words[first - 2]) or line.words[first - 2] in ("drew",)):
        return True
    verb = head.head.lemma_.lower()
    if head.dep_ in ("nsubj", "dobj", "nsubjpass", "pobj") and verb in words["beats"]:
        return True
    if head.dep_ == "dobj" and verb in words["meets"]:
        return True
    if head.dep_ == "nsubj" and verb in words["results"]:
        return True
    follow = [t.lemma_.lower() for t in line.tokens[last : last + 3]]
    if follow[:1] and follow[0] in words["beats"] and line.names[last + 1 : last + 2] == [True]:
        return True
    if first > 1 and line.tokens[first - 1].lemma_.lower() in words["beats"] and line.names[first - 2]:
        return True
    owned = follow[1:] if follow[:1] == ["'s"] else follow[:1]
    return any(noun in words["members"] for noun in owned)


@cache
def _about() -> frozenset[str]:
    """The words of sport and their plurals."""
    return frozenset(word + ending for word in _words()["about"] for ending in ("", "s", "es"))


@cache
def _words() -> dict[str, frozenset[str]]:
    return {key: frozenset(value) for key, value in load("sport").items()}
