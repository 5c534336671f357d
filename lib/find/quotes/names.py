"""The names of one article as pronouns and titles see them: where, of what type, he or she, in what role.

    names = Names(document, mentions)
    names.holding(40, 52)         # the name inside these words
    names.of_role("mayor", 300)   # the last person before offset 300 who was called mayor

Where no mentions are given, the model's own entities stand in; they resolve a pronoun but are never referred to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from lib.find.document import Block, Document
from lib.find.quotes.vocabulary import words
from lib.schema import Mention

_LABELS = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "COUNTRY", "NORP": "GROUP"}


@dataclass(frozen=True, slots=True)
class Name:
    """One name at one place. ``reference`` is ``@start-end`` of its mention, or None where there is no mention."""

    start: int
    end: int
    text: str
    label: str
    sentence_id: int
    subject: bool
    reference: str | None


class Names:
    """Every name of an article in order, with the roles that apposition and titles give to persons."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self._roles: dict[str, list[Name]] = defaultdict(list)
        self._gender: dict[str, str] = {}
        self.all = sorted(_given(mentions) if mentions else _modelled(document), key=lambda n: n.start)
        self.starts = [n.start for n in self.all]
        self._mark_subjects(document)
        for name in self.all:
            gender = _gender(name.text)
            if gender and name.label == "PERSON":
                self._gender.setdefault(name.text.split()[-1], gender)

    def _mark_subjects(self, document: Document) -> None:
        at = 0
        for block in document.blocks:
            starts = [block.start + t.idx for t in block.doc]
            while at < len(self.all) and self.all[at].start < block.end:
                name = self.all[at]
                head = _head(block, starts, name)
                if head is not None:
                    subject = head.dep_ in ("nsubj", "nsubjpass")
                    self.all[at] = Name(
                        name.start, name.end, name.text, name.label, name.sentence_id, subject, name.reference
                    )
                    if name.label == "PERSON":
                        for role in _roles(head):
                            self._roles[role].append(self.all[at])
                at += 1

    def holding(self, start: int, end: int, at: int) -> Name | None:
        """The name within [start, end) that holds the code point ``at``."""
        number = bisect_left(self.starts, at + 1) - 1
        for name in self.all[max(number - 1, 0) : number + 1][::-1]:
            if name.start <= at < name.end and name.start < end and name.end > start:
                return name
        return None

    def next_to(self, text: str, end: int) -> Name | None:
        """The person whose name follows ``end`` at once or after a comma, with at most a title between.

        After a comma the name must end its part of the sentence: 'the head of the port, Marta Lind, said'.
        """
        number = bisect_left(self.starts, end)
        if number == len(self.all) or self.all[number].label != "PERSON" or self.all[number].start - end > 20:
            return None
        between = text[end : self.all[number].start]
        if between.startswith(", "):
            rest = text[self.all[number].end :][:2]
            return self.all[number] if between == ", " and (not rest.strip() or rest[0] in ",.;)—–") else None
        fits = between.startswith(" ") and all(w.istitle() and w.isalpha() for w in between.split())
        return self.all[number] if fits else None

    def before(self, offset: int) -> int:
        """How many names start before an offset."""
        return bisect_left(self.starts, offset)

    def of_role(self, role: str, offset: int) -> Name | None:
        """The nearest person before ``offset`` who holds a role in the text."""
        held = self._roles.get(role, [])
        number = bisect_left([n.start for n in held], offset)
        return held[number - 1] if number else None

    def agrees(self, name: Name, pronoun: str) -> bool:
        """Whether 'he' or 'she' can mean this person; true where the text does not tell."""
        gender = _gender(name.text) or self._gender.get(name.text.split()[-1] if name.text.split() else "", "")
        return pronoun == "any" or not gender or gender == pronoun


def _given(mentions: Sequence[Mention]) -> list[Name]:
    return [
        Name(m.start, m.end, m.text, m.label, m.sentence_id, False, f"@{m.start}-{m.end}")
        for m in mentions
        if m.role not in ("pronoun", "title") and m.label in ("PERSON", "ORG", "COUNTRY", "GROUP", "PLACE")
    ]


def _modelled(document: Document) -> list[Name]:
    found = []
    for block in document.blocks:
        for entity in block.doc.ents:
            label = _LABELS.get(entity.label_)
            sentence = document.sentence_at(block.start + entity.start_char) if label else None
            if label and sentence:
                start, end = block.start + entity.start_char, block.start + entity.end_char
                found.append(Name(start, end, entity.text, label, sentence.sentence_id, False, None))
    return found


def _head(block: Block, starts: list[int], name: Name) -> Token | None:
    first, last = bisect_left(starts, name.start), bisect_left(starts, name.end)
    for token in block.doc[first:last]:
        if not first <= token.head.i < last or token.head.i == token.i:
            return token
    return None


def _roles(head: Token) -> list[str]:
    """'President X', 'X, the mayor', 'the mayor, X', 'X is the mayor'."""
    roles, found = words("role"), []
    near = [c for c in head.children if c.dep_ in ("compound", "appos", "nmod", "amod")]
    if head.dep_ == "appos":
        near.append(head.head)
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        near += [c for c in head.head.children if c.dep_ == "attr"]
    for token in near:
        if token.lemma_.lower() in roles:
            found.append(token.lemma_.lower())
        elif token.lower_ in roles:
            found.append(token.lower_)
    return found


def _gender(text: str) -> str:
    pieces = text.lower().replace(".", " ").split()
    first = pieces[0] if pieces else ""
    if len(pieces) < 2 and first not in ("mr", "mrs", "ms"):
        return ""
    if first in words("he"):
        return "he"
    return "she" if first in words("she") else ""
