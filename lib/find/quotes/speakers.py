"""Who speaks: a noun phrase, or what a pronoun, a title or a bare quotation carries over from the text before.

    speakers = Speakers(document, mentions)
    speakers.of(draft, block, stretches)      # Speaker(start, end, text, reference, attribution)

Drafts come in reading order; each speaker found is what a later 'he', 'the official' or bare quotation can point to.
A pronoun takes the nearest agreeing speaker, else subject, else name, sentence by sentence, at most three back; names
inside quotation marks are not looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from lib.find.document import Block, Document
from lib.find.quotes.attribution import attribution_of
from lib.find.quotes.marks import Stretch
from lib.find.quotes.names import Name, Names
from lib.find.quotes.paragraph import Draft
from lib.find.quotes.phrases import noun_phrase
from lib.find.quotes.vocabulary import words
from lib.schema import Mention

_HE = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
_BACK = 3
_PARAGRAPHS = 1
_REACH = 60


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words that name a speaker, the mention that they stand for, and who answers. ``start`` is None for nobody."""

    start: int | None
    end: int | None
    text: str
    reference: str | None
    attribution: str
    person: bool = False
    gender: str = ""
    lemma: str = ""
    sentence_id: int = -1
    paragraph: int = -1


NOBODY = Speaker(None, None, "", None, "anonymous")


class Speakers:
    """The speakers of one article, found in reading order."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self._document = document
        self._text = document.article.text
        self._names = Names(document, mentions)
        self._past: list[Speaker] = []
        self._quoted: list[tuple[int, int]] = []

    def enter(self, block: Block, stretches: Sequence[Stretch]) -> None:
        """Start a paragraph: names inside its quotations are not candidates."""
        self._quoted += [(block.start + s.outer_start, block.start + s.outer_end) for s in stretches]

    def of(self, draft: Draft, block: Block) -> Speaker:
        """The speaker of a draft; remembered for those that follow."""
        if draft.carried:
            return self._carried(block)
        if draft.head is None:
            return NOBODY
        speaker = self.named_by(draft.head, block)
        self._past.append(speaker)
        return speaker

    def expect(self, head: Token, block: Block) -> None:
        """A speaker whose words come in the next paragraph: 'The mayor said:'."""
        self._past.append(self.named_by(head, block))

    def _carried(self, block: Block) -> Speaker:
        if self._past and block.paragraph - self._past[-1].paragraph <= _PARAGRAPHS:
            speaker = replace(self._past[-1], paragraph=block.paragraph)
            self._past.append(speaker)
            return speaker
        return NOBODY

    def named_by(self, head: Token, block: Block) -> Speaker:
        """The speaker that a head noun names or points back to."""
        first, last = noun_phrase(head)
        doc = block.doc
        start = block.start + doc[first].idx
        end = block.start + doc[last - 1].idx + len(doc[last - 1].text)
        sentence = self._document.sentence_at(block.start + head.idx)
        number = sentence.sentence_id if sentence else -1
        name = self._name_in(head, block, start, end, last)
        if (name is None or name.label != "PERSON") and head.tag_ != "NNS" and _is_role(head):
            # 'the chief of staff General Duncan Hale', 'the head of the port, Ana Ruiz': the parser stops at the role.
            last_word = self._names.holding(start, end, end - 1)
            if last_word is not None and last_word.label == "PERSON" and _follows_name(doc, block, last_word.start):
                name = last_word
            elif after := self._names.next_to(self._text, end):
                name, end = after, after.end
        found = Speaker(
            start, end, self._text[start:end], name.reference if name else None, "", sentence_id=number,
            paragraph=block.paragraph, lemma=head.lemma_.lower(),
        )  # fmt: skip
        pronoun = _HE.get(head.lower_)
        if head.lower_ in ("it", "its") and (noun := _body_before(head)) is not None:
            return self._from(found, self.named_by(noun, block), "")
        if pronoun or head.lower_ in ("they", "them", "their", "it", "its"):
            return self._from(found, self._antecedent(head, block, number, pronoun), pronoun or "")
        if name is None and (earlier := self._title(head, block, first, found)):
            return self._from(found, earlier, "")
        label = name.label if name else ""
        attribution = attribution_of(head, doc[first:last], label, self._document.article.source)
        person = attribution in ("named", "anonymous")
        return replace(found, attribution=attribution, person=person)

    def _name_in(self, head: Token, block: Block, start: int, end: int, last: int) -> Name | None:
        name = self._names.holding(start, end, block.start + head.idx)
        if name is None:
            # 'the mayor, Ana Ruiz': the name that stands in apposition.
            for child in head.rights:
                if child.dep_ == "appos" and child.i < last:
                    name = self._names.holding(start, end, block.start + child.idx)
        if name is None and not any(t.pos_ == "ADP" or t.dep_ == "case" for t in head.doc[head.i : last]):
            name = self._names.holding(start, end, end - 1)
        return name

    def _from(self, found: Speaker, antecedent: Speaker | Name | None, gender: str) -> Speaker:
        if isinstance(antecedent, Name):
            named = antecedent.label == "PERSON"
            return replace(
                found, reference=antecedent.reference, attribution="named" if named else "institution", person=named,
                gender=gender,
            )  # fmt: skip
        if antecedent is not None:
            return replace(
                found, reference=antecedent.reference, attribution=antecedent.attribution, person=antecedent.person,
                gender=gender or antecedent.gender, lemma=antecedent.lemma,
            )  # fmt: skip
        return replace(
            found, attribution="institution" if found.lemma in ("it", "its") else "anonymous", person=bool(gender)
        )

    def _antecedent(self, head: Token, block: Block, number: int, pronoun: str | None) -> Speaker | Name | None:
        offset = block.start + head.idx
        at, past = self._names.before(offset), len(self._past)
        for sentence_id in range(number, number - _BACK - 1, -1):
            names: list[Name] = []
            while at and self._names.all[at - 1].sentence_id >= sentence_id:
                at -= 1
                names.append(self._names.all[at])
            speakers: list[Speaker] = []
            while past and self._past[past - 1].sentence_id >= sentence_id:
                past -= 1
                speakers.append(self._past[past])
            for speaker in speakers:
                if speaker.start is not None and speaker.start < offset and _speaker_agrees(speaker, pronoun, head):
                    named = self._names.holding(speaker.start, speaker.end or 0, (speaker.end or 1) - 1)
                    if named is None or pronoun is None or self._names.agrees(named, pronoun):
                        return speaker
            fitting = [n for n in names if self._fits(n, pronoun, head)]
            for name in sorted(fitting, key=lambda n: (not n.subject, n.start)):
                return name
        last = self._past[-1] if self._past else None
        return last if last and _speaker_agrees(last, pronoun, head) else None

    def _fits(self, name: Name, pronoun: str | None, head: Token) -> bool:
        number = bisect_right(self._quoted, (name.start, len(self._text))) - 1
        if number >= 0 and name.start < self._quoted[number][1]:
            return False
        if pronoun:
            return name.label == "PERSON" and self._names.agrees(name, pronoun)
        return name.label in ("ORG", "COUNTRY", "GROUP") and name.subject

    def _title(self, head: Token, block: Block, first: int, found: Speaker) -> Speaker | Name | None:
        """'The mayor', 'the official', 'the ministry': whoever was called that before."""
        doc, lemma = head.doc, head.lemma_.lower()
        if doc[first].lower_ not in ("the", "his", "her", "their") or head.tag_ == "NNS" or head.pos_ == "PROPN":
            return None
        assert found.start is not None
        if lemma in words("role"):
            name = self._names.of_role(lemma, found.start)
            if name:
                return name
        for speaker in reversed(self._past[-6:]):
            if speaker.lemma == lemma:
                return speaker
        if lemma in words("institution"):
            for name in reversed(self._names.all[: self._names.before(found.start)][-40:]):
                if name.label == "ORG" and lemma in name.text.lower():
                    return name
        if first + 2 >= head.i and lemma in words("epithet"):
            return self._antecedent(head, block, found.sentence_id, "any")
        return None


def _is_role(head: Token) -> bool:
    """Whether a noun can be what a person is: 'mayor', 'treasurer', not 'ministry' or 'report'."""
    lemma = head.lemma_.lower()
    if lemma in words("role") or lemma in words("anonymous") or lemma in words("spokesperson"):
        return True
    return head.pos_ == "NOUN" and lemma not in words("institution") and lemma not in words("document")


def _follows_name(doc: Doc, block: Block, start: int) -> bool:
    """'the head of Norsk Havn Marta Lind', unlike 'the widow of Marta Lind'."""
    span = doc.char_span(start - block.start, start - block.start + 1, alignment_mode="expand")
    return span is not None and span.start > 0 and doc[span.start - 1].pos_ in ("PROPN", "NOUN", "ADJ")


def _body_before(pronoun: Token) -> Token | None:
    """The text or body that 'it' means: a subject before it in the sentence or the one before, if no name is nearer."""
    doc, start = pronoun.doc, pronoun.sent.start
    start = doc[start - 1].sent.start if start else start
    text = None
    for at in range(pronoun.i - 1, max(start, pronoun.i - _REACH) - 1, -1):
        token = doc[at]
        lemma = token.lemma_.lower()
        if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("NOUN", "PROPN"):
            body = token.pos_ == "NOUN" and (lemma in words("document") or lemma in words("institution"))
            return token if body else text
        if token.pos_ == "NOUN" and token.dep_ in ("pobj", "dobj", "conj") and lemma in words("message"):
            text = text or token
    return text


def _speaker_agrees(speaker: Speaker, pronoun: str | None, head: Token) -> bool:
    if pronoun:
        return speaker.person and (pronoun == "any" or not speaker.gender or speaker.gender == pronoun)
    if head.lower_ in ("it", "its"):
        return speaker.attribution in ("institution", "document")
    return not speaker.gender
