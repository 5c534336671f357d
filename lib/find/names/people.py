"""People by the words before a name: a title ("Colonel Ida Marsh") or a common first name ("Ida Marsh").

The title is not part of the name (CoNLL-2003); particles and suffixes are: "Jan van der Berg Jr."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lib.find.names.candidate import Candidate
from lib.find.names.gazetteer import gazetteer
from lib.find.names.line import Line, is_capitalised
from lib.find.names.lists import first_names, words_in
from lib.vocabulary import load

_INITIAL = re.compile(r"^[A-Z]\.?(?:-?[A-Z]\.)*$")
_BEFORE_MONTHS = frozenset(
    ["in", "since", "until", "till", "by", "last", "this", "next", "early", "late", "mid", "of", "from"]
)
#: Months that are first names as well.
_GIVEN = frozenset(("April", "May", "June", "August", "Jan", "Jun"))
#: Words of a person's name at most.
LONGEST = 5


def from_people(line: Line) -> Iterator[Candidate]:
    """Candidates of one sentence. Nothing where case says nothing."""
    if line.capitals:
        return
    at = 0
    while at < len(line):
        title = ""
        if (
            is_capitalised(line.words[at])
            and _begins(line, at)
            and ((title := _title_before(line, at)) or line.words[at] in _first_names() or _eastern(line, at))
        ):
            end = _end(line, at)
            if title == "noun" and end == at + 1 and end < len(line) and _is_surname(line, end):
                end += 1
            if _whole(line, end) and (end - at >= 2 or (title and title != "noun" and not _known(line, at, end))):
                start, stop = line.span(at, end)
                weight = 0.88 if title else 0.86
                yield Candidate(start, stop, "PERSON", "pattern", weight, weight=weight + 0.04 * (end - at - 1))
                at = end
                continue
        at += 1


def _eastern(line: Line, at: int) -> bool:
    """ "Moon Jae-seok": a family name, then two syllables with a hyphen."""
    if line.words[at] not in words_in("persons", "family_first") or at + 3 >= len(line) or line.words[at + 2] != "-":
        return False
    given, syllable = line.words[at + 1], line.words[at + 3]
    return given.istitle() and syllable.islower() and line.joined(at + 2) and line.joined(at + 3)


def _is_month(line: Line, at: int) -> bool:
    """Whether it is a month or a weekday: "In January Washington spoke"; "Sir May" and "April Marsh" are people."""
    if line.words[at] not in _calendar():
        return False
    return line.words[at] not in _GIVEN or (at > 0 and line.words[at - 1].lower() in _BEFORE_MONTHS)


def _title_before(line: Line, at: int) -> str:
    if at == 0:
        return ""
    word = line.words[at - 1]
    if word in _titles():
        # "General Motors", "Republican Party": these words begin other names as well.
        firm = word not in _loose() or line.tokens[at].ent_type_ == "PERSON" or line.words[at] in _first_names()
        return "title" if firm and not gazetteer().get(f"{word} {line.words[at]}") else ""
    # "Astronaut Ola Renn said": the noun has its capital from its place.
    return "noun" if word in _nouns() or (at == 1 and word.lower() in _nouns()) else ""


def _begins(line: Line, at: int) -> bool:
    word = line.words[at]
    if at != line.slug and line.joined(at) and line.words[at - 1] in ("-", "‑", "/"):
        return False
    if line.asks(at) or _is_month(line, at):
        return False
    if word in _titles() or word in _tails() or (not line.tokens[at].is_alpha and not _spelled(word)):
        return False
    return line.names[at] or word in _first_names()


def _spelled(word: str) -> bool:
    return bool(_INITIAL.match(word)) or all(p.isalpha() for p in re.split(r"[-'’.]", word) if p)


def _end(line: Line, at: int) -> int:
    """One past the last token of the name that begins at ``at``."""
    end = at + 1
    while end < len(line) and end - at < LONGEST:
        word = line.words[end]
        if word in _suffixes() or (word.isupper() and len(word) <= 2 and _INITIAL.match(word)):
            end += 1
        elif word in _particles():
            ahead = end + 1
            while ahead < len(line) and line.words[ahead] in _particles():
                ahead += 1
            if ahead >= len(line) or not line.names[ahead] or word in ("y", "e"):
                break
            end = ahead + 1
        elif line.names[end] and _spelled(word) and word not in _tails() and not _demonym(word):
            end += 1
        else:
            break
    if line.words[end : end + 1] == ["-"] and line.joined(end) and end + 1 < len(line) and line.joined(end + 1):
        # "Kang Min-ho": the second syllable of a given name.
        end += 2 if line.words[end + 1].isalpha() and line.words[end + 1].islower() else 0
    while end - at > 1 and line.words[end - 1] in _titles():
        end -= 1
    return end


def _is_surname(line: Line, at: int) -> bool:
    """Whether a word that ends firms is a family name here, after "actor Ola": "actor Ola Power"."""
    return (
        line.names[at]
        and line.words[at] in words_in("places", "surnames", "organisations")
        and line.names[at + 1 : at + 2] != [True]
    )


def _whole(line: Line, end: int) -> bool:
    """Whether no word of an organisation or place ends it: "Ida Marsh" but not "Ida Marsh Foundation", "Ida Dock"."""
    if line.words[end - 1] in _place_tails() and line.words[end - 1] not in words_in("places", "surnames", "places"):
        return False
    return end >= len(line) or not line.names[end] or line.words[end] not in _tails() | _place_tails()


def _known(line: Line, first: int, last: int) -> bool:
    entry = gazetteer().get(" ".join(line.words[first:last]))
    return entry is not None and not entry.weak


def _demonym(word: str) -> bool:
    entry = gazetteer().get(word)
    return entry is not None and (entry.role == "demonym" or entry.label == "GROUP")


@cache
def _calendar() -> frozenset[str]:
    return frozenset(load("ambiguous_names")["calendar"])


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for title in load("persons")["titles"] for word in title.split() if word[0].isupper())


@cache
def _loose() -> frozenset[str]:
    return frozenset(load("persons")["loose_titles"])


@cache
def _nouns() -> frozenset[str]:
    return words_in("persons", "title_nouns") | words_in("persons", "trades")


@cache
def _particles() -> frozenset[str]:
    return frozenset(load("persons")["particles"])


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(load("persons")["suffixes"])


@cache
def _first_names() -> frozenset[str]:
    return frozenset(w for w in first_names() if w not in _titles() and not _demonym(w))


@cache
def _place_tails() -> frozenset[str]:
    return frozenset(load("places")["tail_words"])


@cache
def _tails() -> frozenset[str]:
    return frozenset(load("organisations")["words"]["tails"])
