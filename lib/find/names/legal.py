"""Legal forms after a firm's name: "Orn Holdings plc", "Vika Oyj", "Renn A/S" are firms, whatever the model says.

    with_legal_forms(line, candidates)      # the form is part of the name, and the label ORG

Data: ``data/vocabulary/organisations.toml`` [words] legal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from lib.find.names.candidate import Candidate
from lib.find.names.line import Line
from lib.find.names.lists import words_in

#: Labels that the model gives to firms by mistake.
_OPEN = ("PERSON", "PLACE", "ORG", "PRODUCT", "OTHER")


def with_legal_forms(line: Line, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The same candidates, those with a legal form inside or after them longer and organisations."""
    if line.capitals:
        return list(candidates)
    taken = {one.start for one in candidates}
    out = []
    for one in candidates:
        form = line.text[one.start - line.base : one.end - line.base]
        if form.endswith(" A") and line.text.startswith("/S", one.end - line.base):
            # The tokeniser parts "A/S".
            out.append(replace(one, end=one.end + 2, label="ORG", method="pattern", score=0.8))
            continue
        after = _after().match(line.text, one.end - line.base)
        if one.label in _OPEN and one.role != "demonym" and after and line.base + after.start(1) not in taken:
            method = one.method if one.label == "ORG" else "pattern"
            one = replace(one, end=line.base + after.end(), label="ORG", method=method, score=max(one.score, 0.8))
        elif one.label in _OPEN and one.label != "ORG" and _inside().search(form):
            one = replace(one, label="ORG", method="pattern", score=0.8)
        out.append(one)
    return out


@cache
def _after() -> re.Pattern[str]:
    """The longest run of legal forms that follows a name, with or without a comma before it."""
    forms = "|".join(sorted(map(re.escape, words_in("organisations", "words", "legal")), key=len, reverse=True))
    return re.compile(rf",? ({forms})(?: (?:{forms}))*(?!\w)")


@cache
def _inside() -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, words_in("organisations", "words", "legal")), key=len, reverse=True))
    return re.compile(rf"\w ({forms})\Z")
