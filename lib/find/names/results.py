"""Lists of results, where no sentence says what is a team and what a person.

    "Orn 2 Vika 0"                          # two teams
    "1. Ola Renn ( Norland ) 2:04:53"       # a person, where Norland is a country
    "K. Marsh 3-51"                         # a person, by the initial

The shape of the whole line decides; the model, which was trained on sentences, is overruled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.find.names.candidate import Candidate
from lib.find.names.gazetteer import gazetteer
from lib.find.names.line import Line
from lib.find.names.lists import towns, words_in

_NAME = r"(?:[A-Z][\w'’.&-]*)(?: [A-Z][\w'’.&-]*| (?:de|of|di|da|del|van|der|la) [A-Z][\w'’.&-]*){0,3}"
#: "Orn 2 Vika 0", with a note in brackets or a half-time score after it.
_SCORE = re.compile(rf"\s*({_NAME}) (?:\d{{1,3}}),? ({_NAME}) (?:\d{{1,3}})(?: ?\([^()]{{0,30}}\))?\s*\.?\s*\Z")
#: "Orn at Vika", a match to come.
_FIXTURE = re.compile(rf"\s*({_NAME}) at ({_NAME})\s*\Z")
#: "Orn 15 10 3 2 33", a line of a table.
_TABLE = re.compile(rf"\s*(?:\d{{1,2}}\. ?)?({_NAME})(?: \d{{1,3}}){{4,12}}\s*\Z")
#: What parts several results on one line, and what stands before them.
_APART = re.compile(r"[^;:]+")
#: "Ola Renn (Norland)", in any place of the line.
_OF_COUNTRY = re.compile(rf"(?<![\w.])({_NAME}) ?\( ?([A-Z][\w. ]{{2,30}}?) ?\)")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\. ?){1,3}[A-Z][a-z][\w'’-]+")
#: What stands before an initial inside of a longer name: "Ola R. Marsh".
_INSIDE = re.compile(r"[A-Z][\w.'’-]*\s+\Z")
#: A whole line tells more than the model does; an initial no more than a first name.
_SURE, _LIKELY = 1.3, 0.9


def from_results(line: Line) -> Iterator[Candidate]:
    """Candidates of one line. Nothing where case says nothing."""
    if line.capitals or len(line.text) > 400:
        return
    table = _TABLE.match(line.text)
    if table:
        yield _one(line, *table.span(1), _team(table.group(1)), _SURE)
        return
    for part in _APART.finditer(line.text):
        score = _SCORE.match(line.text, part.start(), part.end()) or _fixture(line, part)
        if score:
            for group in (1, 2):
                yield _one(line, *score.span(group), _team(score.group(group)), _SURE)
    for found in _OF_COUNTRY.finditer(line.text):
        if _is_country(found.group(2)) and _may_be_person(found.group(1)):
            yield _one(line, found.start(1), found.end(1), "PERSON", _SURE)
    for found in _INITIALS.finditer(line.text):
        if _INSIDE.search(line.text, max(0, found.start() - 30), found.start()):
            continue
        words = found.group().replace(".", ". ").split()
        family = [word for word in words if not word.endswith(".")]
        if gazetteer().get("".join(words[: -len(family)])):
            # "U.S. Olympic"
            continue
        if not any(gazetteer().get(word) for word in family) and _may_be_person(" ".join(["X", *family])):
            yield _one(line, found.start(), found.end(), "PERSON", _LIKELY)


def _fixture(line: Line, part: re.Match[str]) -> re.Match[str] | None:
    """A whole line of two known towns or teams with "at" between them."""
    found = _FIXTURE.match(line.text) if part.start() == 0 else None
    known = found is not None and all(gazetteer().get(name) or name in towns() for name in found.groups())
    return found if known else None


def _one(line: Line, start: int, end: int, label: str, weight: float) -> Candidate:
    return Candidate(line.base + start, line.base + end, label, "pattern", 0.8, weight=weight)


def _team(form: str) -> str:
    """A country plays as a country (CoNLL-2003); whatever else stands before a score is a team."""
    return "COUNTRY" if _is_country(form) else "ORG"


def _is_country(form: str) -> bool:
    entry = gazetteer().get(form)
    return entry is not None and entry.label == "COUNTRY" and entry.role != "demonym"


def _may_be_person(form: str) -> bool:
    words = form.split()
    if len(words) < 2 or gazetteer().get(form):
        return False
    tails = words_in("organisations", "words", "tails") | words_in("places", "tail_words")
    return words[-1] not in tails and not words_in("persons", "titles") & set(words) and words[0] != "The"
