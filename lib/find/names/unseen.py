"""Names that the model did not see at all, by their shape or by what stands around them.

    "Rennfield said BioOrn would merge"     # BioOrn: capitals inside a word, as companies have them
    "Ola Renn, the harbour master"          # two words that open a sentence, known as names of people

Only tokens that no entity covers are looked at; ``lib.find.names.context`` has the words around a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lib.find.names.candidate import Candidate
from lib.find.names.evidence import STRONG, evidence
from lib.find.names.gazetteer import gazetteer
from lib.find.names.line import Line
from lib.find.names.lists import family_names, first_names
from lib.vocabulary import load

#: "BioNTech", "easyOrn"; not "McOrn", not "iOrn", not an address.
_CAMEL = re.compile(
    r"(?=\w{3,30}\Z)(?!(?:Mc|Mac|De|Le|La|Di|Du|Van|Von|Fitz|O['’])[A-Z]|i[A-Z])"
    r"(?:[A-Z][a-z]+|[a-z]{2,6})[A-Z][A-Za-z]*[a-z][A-Za-z]*\Z"
)
#: Words of a person's name at most.
LONGEST = 4


def from_unseen(line: Line) -> Iterator[Candidate]:
    """Candidates of one sentence. Nothing where case says nothing."""
    if line.capitals or line.titled:
        return
    for first, last in line.runs():
        if any(line.tokens[i].ent_type_ for i in range(first, last)):
            continue
        label = _label(line, first, last)
        if label:
            start, end = line.span(first, last)
            yield Candidate(start, end, label, "context", 0.6, weight=0.45)


def _label(line: Line, first: int, last: int) -> str | None:
    words = line.words[first:last]
    if len(words) == 1 and _CAMEL.match(words[0]):
        return "ORG"
    if " ".join(words) in load("ambiguous_names")["never"] or gazetteer().get(" ".join(words)):
        return None
    if 2 <= len(words) <= LONGEST and all(w[:1].isupper() and w.replace("-", "").isalpha() for w in words):
        if words[0] in load("persons")["titles"] or words[0] in ("Doctor", "The"):
            return None
        if words[0] in first_names() and words[-1] in family_names():
            return "PERSON"
        if line.opens(first) and _is_subject(line, last) and (words[0] in first_names() or words[-1] in family_names()):
            return "PERSON"
    if not line.opens(first) and len(words) <= LONGEST:
        told = {label for label, weight in evidence(line, first, last, "OTHER") if weight >= STRONG}
        if not told and _is_full_name(line, first, words):
            return "PERSON"
        if len(told) == 1 and told <= {"PERSON", "ORG", "PLACE"}:
            return told.pop()
    return None


def _is_full_name(line: Line, first: int, words: Sequence[str]) -> bool:
    """Two words without an article, one of them in the lists of names: "for whom Ola Patarrow scored"."""
    if len(words) != 2 or not all(w.isalpha() and w.istitle() for w in words) or line.tokens[first - 1].pos_ == "DET":
        return False
    return words[0] in first_names() or words[1] in family_names()


def _is_subject(line: Line, last: int) -> bool:
    """Whether a verb or a comma follows: "Ola Renn said", "Ola Renn, the harbour master"."""
    if last >= len(line):
        return False
    return line.words[last] in (",", "(", "'s", "’s") or line.tokens[last].pos_ in ("VERB", "AUX")
