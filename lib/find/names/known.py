"""Names that the vocabulary knows, weighed by how certain the form is at its place."""

from __future__ import annotations

from collections.abc import Iterator

from lib.find.names.candidate import Candidate
from lib.find.names.gazetteer import Match, gazetteer
from lib.find.names.line import Line

_NAME_LABELS = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LANGUAGE", "WORK_OF_ART", "LAW"}


def from_gazetteer(line: Line) -> Iterator[Candidate]:
    """Candidates of one sentence; a weak form only where the sentence bears it out."""
    at = {line.sentence.offset(token) - line.base: i for i, token in enumerate(line.tokens)}
    for match in gazetteer().matches(line.text, capitals=line.capitals):
        i = at.get(match.start)
        if match.entry.weak and not _borne_out(line, match, i):
            continue
        words = line.text[match.start : match.end].count(" ")
        weight = (0.74 if match.entry.weak else 0.8) + 0.12 * words
        yield Candidate(
            line.base + match.start, line.base + match.end, match.entry.label, "gazetteer",
            0.75 if match.entry.weak else 0.92, match.entry.role, weight,
        )  # fmt: skip


def _borne_out(line: Line, match: Match, i: int | None) -> bool:
    """The model sees a name there, or a proper noun in mid-sentence that no further capitalised word follows."""
    if i is None or line.capitals:
        return False
    token = line.tokens[i]
    if token.ent_type_ in _NAME_LABELS:
        return True
    # "WHO sends doctors": capitals throughout are no matter of place.
    capitals = len(token.text) > 2 and token.text.isupper() and not line.titled
    return (token.pos_ == "PROPN" and not line.opens(i)) or capitals
