"""The line that opens a wire story: "BERGEN, Norland (Orn Wire) - Harbours closed on Friday".

    dateline("BERGEN, Norland (Orn Wire) - Harbours closed").group("agency")      # 'Orn Wire'

Its parts are told by their order: a place in capitals, its state or country, the agency. The model runs them together
with the first words of the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lib.find.names.candidate import Candidate
from lib.find.names.gazetteer import gazetteer
from lib.find.names.line import Line
from lib.find.names.lists import words_in

_DATELINE = re.compile(
    r"\s*(?P<town>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})(?:/[A-Z]{3,20})?"
    r"(?:, (?P<region>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}))?"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"\s*(?:\(\s?(?P<agency>[A-Z][\w .&'’-]{1,28}?)\s?\)\s*)?(?P<end>[-–—]{1,2}\s)"
)
_WEIGHT = 1.4


def dateline(text: str) -> re.Match[str] | None:
    """The opening of a story, or None: a known place, or one with its region or an agency.

    A word in capitals alone may be a subject or a firm as well: "SOCCER - ", "NETFLIX - ".
    """
    found = _DATELINE.match(text)
    if found is None or set(found["town"].split()) & words_in("ambiguous_names", "slugs"):
        return None
    told = found["region"] or found["agency"] or gazetteer().get(found["town"].title())
    return found if told else None


def from_dateline(line: Line) -> Iterator[Candidate]:
    """Place, region and agency of the line's opening."""
    found = None if line.capitals else dateline(line.text)
    if found is None:
        return
    entry = gazetteer().get(found["town"])
    if entry is None or entry.weak:
        yield _one(line, *found.span("town"), "PLACE")
    if found["region"] and gazetteer().get(found["region"]) is None:
        yield _one(line, *found.span("region"), "PLACE")
    if found["agency"] and found["agency"][-1] != ".":
        yield _one(line, *found.span("agency"), "ORG")


def after_dateline(line: Line, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without the common word that the model takes with the opening: "BERGEN - Supporters of Ola Renn"."""
    found = None if line.capitals else dateline(line.text)
    if found is None:
        return list(candidates)
    at = line.base + found.end("end")
    kept = []
    for one in candidates:
        if one.method == "ner" and one.start < at < one.end:
            continue
        if one.method == "ner" and one.start == at and not _stands(line, one):
            continue
        kept.append(one)
    return kept


def _stands(line: Line, one: Candidate) -> bool:
    """Whether a single word after the dash may be a name: what a common noun or "of" follows is a noun itself."""
    for i, token in enumerate(line.tokens):
        if line.sentence.offset(token) == one.start:
            if one.end > one.start + len(token.text) or i + 1 == len(line):
                return True
            after = line.tokens[i + 1]
            common = token.tag_ in ("NN", "NNS", "JJ") or after.text == "of" or after.tag_ in ("NN", "NNS")
            return not common or gazetteer().get(token.text) is not None
    return True


def _one(line: Line, start: int, end: int, label: str) -> Candidate:
    return Candidate(line.base + start, line.base + end, label, "pattern", 0.85, weight=_WEIGHT)
