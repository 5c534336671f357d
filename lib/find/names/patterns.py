"""Organisations and places by the words they are made of: "Ministry of Fisheries", "Lakeside University", "Lake Orn".

The words are data: ``data/vocabulary/organisations.toml`` [words] and ``places.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lib.find.names.candidate import Candidate
from lib.find.names.gazetteer import gazetteer, is_known
from lib.find.names.line import Line
from lib.find.names.lists import first_names, officers, words_in
from lib.vocabulary import load

_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th|d)\Z")
#: Tokens at most in one name: longer runs of capitals are headlines or lists.
LONGEST = 9
#: Words before a common noun that make it the end of a name beyond doubt: "High Court", but "Norland High Court".
LONG = 2


def from_patterns(line: Line) -> Iterator[Candidate]:
    """Candidates of one sentence. Nothing where case says nothing."""
    if line.capitals or line.titled:
        return
    for first, last in line.runs():
        if last - first > LONGEST:
            continue
        yield from _tails(line, first, last)
        yield from _heads(line, first, last)
        yield from _places(line, first, last)
        yield from _teams(line, first, last)
        yield from _case(line, first, last)


def _case(line: Line, first: int, last: int) -> Iterator[Candidate]:
    """ "Orn Growers v. Vika": a case at law, one name."""
    if line.words[last : last + 1] == ["v."] and line.names[last + 1 : last + 2] == [True]:
        yield _make(line, first, _run_end(line, last + 1), "OTHER", 0.8, 1.5)


def _tails(line: Line, first: int, last: int) -> Iterator[Candidate]:
    tails, weak = words_in("organisations", "words", "tails"), words_in("organisations", "words", "weak_tails")
    for at in range(last - 1, first, -1):
        if line.words[at] in tails and line.words[at - 1] != "Chief":
            begin = _after_hyphen(line, _skip_titles(line, first, at), at)
            numbered = begin == first and first and _ORDINAL.match(line.words[first - 1])
            if numbered:
                begin -= 1
            if begin == first:
                begin = _first_field(line, begin)
            if at > begin:
                firm = (
                    numbered
                    or line.words[at] not in weak
                    or (at - begin >= LONG and line.words[at] in words_in("organisations", "words", "long_tails"))
                )
                yield _make(line, begin, at + 1, "ORG", 0.8 if firm else 0.6, 0.82 if firm else 0.64)
            return


def _first_field(line: Line, first: int) -> int:
    """Where "Orn Maritime and Commercial Court" begins: a field joined by "and" to the field that opens this run."""
    fields = words_in("organisations", "words", "fields")
    while first > 1 and line.words[first - 1] in ("and", "&") and line.words[first - 2] in fields:
        if line.words[first] not in fields:
            break
        start = first - 2
        while start > 0 and line.names[start - 1] and line.words[start - 1] not in words_in("persons", "titles"):
            start -= 1
        if start == first - 2 and line.opens(start):
            break
        first = start
    return first


def _heads(line: Line, first: int, last: int) -> Iterator[Candidate]:
    heads = words_in("organisations", "words", "heads_of")
    at = last - 1
    if line.words[at] not in heads or last + 1 >= len(line) or line.words[last] not in ("of", "for", "on"):
        return
    if line.words[last] != "of" and line.words[at] not in words_in("organisations", "words", "heads_for"):
        return
    end = last + 1
    if line.words[end] in ("the", "The") and end + 1 < len(line):
        end += 1
    stop = _before_title(line, end, _run_end(line, end))
    begin = _skip_titles(line, first, at)
    if begin == first and first and _ORDINAL.match(line.words[first - 1]):
        begin -= 1
    if stop == end or (begin < at and line.words[begin] == line.words[end]):
        # "Orn Assembly of Orn" is a line of a list.
        return
    stop = _further_fields(line, stop)
    # "Ministry of Trade and Industry": the second half only with the same head and one of these joints.
    while stop + 1 < len(line) and line.words[stop] in ("and", "&", "of") and line.names[stop + 1]:
        further = _run_end(line, stop + 1)
        if line.words[at] == "Bank" or further - first > LONGEST or _country(line, stop + 1, further):
            break
        stop = further
    yield _make(line, begin, stop, "ORG", 0.85, 0.9)


def _further_fields(line: Line, stop: int) -> int:
    """The end of "Ministry of Economy, Trade and Industry": fields after commas, where "and" and a last one follow."""
    fields, at = words_in("organisations", "words", "fields"), stop
    while at + 1 < len(line) and line.words[at] == "," and line.words[at + 1] in fields:
        at = _run_end(line, at + 1)
    listed = at > stop and at + 1 < len(line) and line.words[at] in ("and", "&") and line.words[at + 1] in fields
    return at if listed else stop


def _places(line: Line, first: int, last: int) -> Iterator[Candidate]:
    if last - first < LONG:
        return
    if last - first == 2 and line.words[first] in words_in("places", "head_words"):
        yield _make(line, first, last, "PLACE", 0.75, 0.78)
    elif line.words[first] in words_in("name_context", "event_heads"):
        yield _make(line, first, last, "EVENT", 0.75, 0.9)
    elif line.words[last - 1] in words_in("places", "tail_words") and not _full_name(line, first, last):
        if line.words[last - 1] == "Hall" and line.words[last : last + 1] == ["of"]:
            return
        if line.words[last - 2 : last] == ["Red", "Crescent"]:
            # "the Norlandish Red Crescent" is a society.
            yield _make(line, first, last, "ORG", 0.85, 0.95)
            return
        yield _make(line, first, last, "PLACE", 0.7, 0.84)
    elif line.words[last - 1] in words_in("name_context", "event_tails"):
        yield _make(line, first, last, "EVENT", 0.75, 0.85)
    elif line.words[first] in words_in("places", "directions"):
        entry = gazetteer().get(" ".join(line.words[first + 1 : last]))
        if entry is not None and entry.label in ("PLACE", "COUNTRY") and entry.role == "name":
            yield _make(line, first, last, "PLACE", 0.75, 0.85)


def _full_name(line: Line, first: int, last: int) -> bool:
    """ "Ida Hill" and "Park Min-jun" are people: a title says so, or the model and the first name or a hyphen."""
    head = line.words[last - 2]
    if any(line.words[at] in officers() for at in range(first, last - 1)):
        return True
    return line.tokens[last - 1].ent_type_ == "PERSON" and (
        (
            last - first == 2
            and head in first_names()
            and line.words[last - 1] in words_in("places", "surnames", "places")
        )
        or "-" in line.words[first:last]
    )


def _teams(line: Line, first: int, last: int) -> Iterator[Candidate]:
    """A place and a team's nickname, "Boston Celtics", anywhere in the run."""
    nicknames = _nicknames()
    for at in range(last - 1, first, -1):
        for size in (2, 1):
            if at + size > last or gazetteer().get(" ".join(line.words[first : at + size])):
                continue
            if " ".join(line.words[at : at + size]) in nicknames:
                for start in range(max(first, at - 3), at):
                    entry = gazetteer().get(" ".join(line.words[start:at]))
                    if entry is not None and entry.label in ("PLACE", "COUNTRY") and entry.role == "name":
                        yield _make(line, start, at + size, "ORG", 0.85, 0.95)
                        return
    yield from _side(line, first, last)


def _side(line: Line, first: int, last: int) -> Iterator[Candidate]:
    """ "the Oslo Gulls": a town takes no article, so it is its team's, whose name is a plural."""
    word = line.words[last - 1]
    if last - first < 2 or first == 0 or line.words[first - 1].lower() != "the" or not word.endswith("s"):
        return
    if len(word) < 4 or word.isupper() or word in _no_team() or line.tokens[last - 1].pos_ not in ("PROPN", "NOUN"):
        return
    for middle in range(last - 1, max(first, last - 4), -1):
        entry = gazetteer().get(" ".join(line.words[first:middle]))
        if entry is not None and entry.label == "PLACE" and entry.role == "name":
            if gazetteer().get(" ".join(line.words[middle:last])) is None:
                yield _make(line, first, last, "ORG", 0.7, 0.88)
            return


@cache
def _no_team() -> frozenset[str]:
    """Plurals that end the names of other things of a town: "the Oslo Games", "the Oslo Hills", "the Oslo Police"."""
    words = load("organisations")["words"]
    around = load("name_context")
    titles = {f"{title}s" for title in load("persons")["titles"]}
    return (
        frozenset([*words["tails"], *load("places")["tail_words"], *around["event_tails"], *words["plurals"]]) | titles
    )


@cache
def _nicknames() -> frozenset[str]:
    """ "Atlantic City" and "Orange County" are places far more often than teams."""
    teams = load("organisations")["teams"]
    return frozenset(teams["nicknames"]) - frozenset(teams["towns"])


def _make(line: Line, first: int, last: int, label: str, score: float, weight: float) -> Candidate:
    start, end = line.span(first, last)
    return Candidate(start, end, label, "pattern", score, weight=weight + 0.06 * (last - first - 1))


def _run_end(line: Line, at: int) -> int:
    while at < len(line) and line.names[at]:
        at += 1
    return at


def _before_title(line: Line, first: int, last: int) -> int:
    """Where a run ends that goes on with an officer: "Bank of Norland Governor Ola Renn"."""
    for at in range(first + 1, last - 1):
        if line.words[at] in officers():
            return at
    return last


def _country(line: Line, first: int, last: int) -> bool:
    entry = gazetteer().get(" ".join(line.words[first:last]))
    return entry is not None and entry.label == "COUNTRY"


def _after_hyphen(line: Line, first: int, last: int) -> int:
    """Where the second of two known names begins that a hyphen joins: "Boeing-Air Force"."""
    for at in range(first + 1, last):
        if (
            line.words[at] in ("-", "‑")
            and is_known(_form(line, first, at))
            and is_known(_form(line, at + 1, last + 1))
        ):
            return at + 1
    return first


def _form(line: Line, first: int, last: int) -> str:
    return " ".join(line.words[first:last])


def _skip_titles(line: Line, first: int, last: int) -> int:
    titles = words_in("persons", "titles")
    while first < last and line.words[first] in titles:
        first += 1
    return first
