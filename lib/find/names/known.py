"""Names that the vocabulary knows, weighed by how certain the form is at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.find.names.candidate import Candidate
from lib.find.names.gazetteer import Match, gazetteer
from lib.find.names.line import Line
from lib.find.names.lists import officers, words_in

_NATION = re.compile(r"(U\.S\.|US|UK|U\.K\.) ")
_OFFICER = re.compile(r" ([A-Z][\w-]+)")
_NAME_LABELS = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LANGUAGE", "WORK_OF_ART", "LAW"}


def from_gazetteer(line: Line) -> Iterator[Candidate]:
    """Candidates of one sentence; a weak form only where the sentence bears it out."""
    for match in gazetteer().matches(line.text, capitals=line.capitals):
        i = line.starts.get(line.base + match.start)
        if match.entry.weak and not _borne_out(line, match, i):
            continue
        officer = _OFFICER.match(line.text, match.end)
        if (
            match.entry.label == "ORG"
            and officer
            and officer.group(1) in officers()
            and (nation := _NATION.match(line.text, match.start))
        ):
            # "U.S. Treasury Secretary" is the Treasury's secretary, of the country.
            yield from _parted(line, match, nation.end(1), nation.end())
            continue
        form = line.text[match.start : match.end]
        words = form.count(" ") + form.count("-")
        weight = (0.74 if match.entry.weak else 0.8) + 0.12 * words
        yield Candidate(
            line.base + match.start, line.base + match.end, match.entry.label, "gazetteer",
            0.75 if match.entry.weak else 0.92, match.entry.role, weight,
        )  # fmt: skip


def _parted(line: Line, match: Match, first_end: int, second: int) -> Iterator[Candidate]:
    """Country and institution as two names."""
    start, end = line.base + match.start, line.base + match.end
    yield Candidate(start, line.base + first_end, "COUNTRY", "gazetteer", 0.92, "acronym", 1.1)
    yield Candidate(line.base + second, end, "ORG", "gazetteer", 0.92, "name", 1.1)


def _borne_out(line: Line, match: Match, i: int | None) -> bool:
    """The model sees a name there, or a proper noun in mid-sentence that no further capitalised word follows."""
    if i is None or line.capitals:
        return False
    token = line.tokens[i]
    if token.text in words_in("ambiguous_names", "alone") and i and line.names[i - 1]:
        return False
    if token.ent_type_ in _NAME_LABELS:
        return True
    # "WHO sends doctors": capitals throughout are no matter of place.
    capitals = len(token.text) > 2 and token.text.isupper() and not line.titled
    bracket = i > 1 and line.words[i - 1] == "(" and line.names[i - 2]
    return (token.pos_ == "PROPN" and (bracket or not line.opens(i))) or capitals
