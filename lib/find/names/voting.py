"""The votes for every name of an article: by its surroundings, by the list it stands in, by the pronoun after it.

    votes(lines, found, text)[0, 4]         # [('PLACE', 1.5), ('PLACE', 0.6)]

``consistency.agree`` adds them up form by form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lib.find.names.candidate import Candidate
from lib.find.names.consistency import FIRM
from lib.find.names.evidence import Vote, evidence
from lib.find.names.gazetteer import gazetteer
from lib.find.names.line import Line

#: What may stand between two members of a list: "Oslo, Bergen and Orn".
_LISTED = re.compile(r"\s*(?:,|/|,?\s+(?:and|or|&))\s+")
_PRONOUNS = {"He": "PERSON", "She": "PERSON", "His": "PERSON", "Her": "PERSON"}
#: How much a member of a list says of its neighbours, and a pronoun of the subject before it.
NEIGHBOUR, PRONOUN = 0.6, 0.5
#: That "Herald" is an organisation in an article of the Northgate Herald.
OUTLET = 2.0


def votes(
    lines: Sequence[Line], found: Sequence[Candidate], text: str, source: str = ""
) -> dict[tuple[int, int], list[Vote]]:
    """(start, end) of each name that is not firm → its votes. ``source``: the outlet, which may speak of itself."""
    outlet = [" ".join(source.split()[n:]) for n in range(len(source.split()))]
    table: dict[tuple[int, int], list[Vote]] = {}
    at = 0
    for number, line in enumerate(lines):
        first = at
        while at < len(found) and found[at].start < line.sentence.end:
            at += 1
        here = found[first:at]
        after = lines[number + 1] if number + 1 < len(lines) else None
        for one in here:
            if not _open(one, text) or one.start not in line.starts or one.end not in line.ends:
                continue
            head, tail = line.starts[one.start], line.ends[one.end]
            cast = table.setdefault((one.start, one.end), [])
            cast += evidence(line, head, tail, one.label)
            if text[one.start : one.end] in outlet:
                cast.append(("ORG", OUTLET))
            if after is not None and line.tokens[tail - 1].dep_ == "nsubj" and after.words[0] in _PRONOUNS:
                cast.append((_PRONOUNS[after.words[0]], PRONOUN))
        for one, vote in _lists(here, text):
            table.setdefault((one.start, one.end), []).append(vote)
    return table


def _lists(here: Sequence[Candidate], text: str) -> Iterator[tuple[Candidate, Vote]]:
    """Members of a list are of one kind: known ones speak for the others beside them."""
    for left, right in pairwise(here):
        if text[right.end : right.end + 2] in ("'s", "’s"):
            continue
        if right.start - left.end < 8 and _LISTED.fullmatch(text, left.end, right.start):
            for sure, unsure in ((left, right), (right, left)):
                if not _open(sure, text) and _open(unsure, text) and sure.role == "name":
                    yield unsure, ("PLACE" if sure.label == "COUNTRY" else sure.label, NEIGHBOUR)


def _open(one: Candidate, text: str) -> bool:
    """Whether the surroundings may say what a name is: it is not known, nor defined by the text."""
    return one.method not in FIRM and gazetteer().get(text[one.start : one.end]) is None
