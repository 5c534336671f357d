"""Who gives a number: the speaker of the quote that it stands in, or the subject of 'Kyiv puts it at 127,000'.

Voices(quotes).of(start, end)        # Voice('Mr. Stoltenberg', '@120-131', 'named')
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from lib.find.quantities.around import Around, verb_above
from lib.find.quantities.vocabulary import words
from lib.find.quotes.attribution import attribution_of
from lib.find.quotes.phrases import noun_phrase
from lib.schema import Quote

_LABELS = ("PERSON", "ORG", "COUNTRY", "GROUP", "PLACE")


@dataclass(frozen=True, slots=True)
class Voice:
    """The words that name who gives a number; empty for the outlet's own voice."""

    text: str
    reference: str | None
    attribution: str


OUTLET = Voice("", None, "outlet")


class Voices:
    """The quotes of an article; they never nest."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes = sorted(quotes, key=lambda q: q.start)
        self._starts = [q.start for q in self._quotes]

    def of(self, start: int, end: int) -> Voice | None:
        """The speaker of the quote that holds a span, None where there is no such quote."""
        at = bisect_right(self._starts, start) - 1
        if at < 0 or self._quotes[at].end < end:
            return None
        quote = self._quotes[at]
        return Voice(quote.speaker_text, quote.speaker_entity_id, quote.attribution)


def beside(around: Around, number: Token, source: str) -> Voice:
    """'Kyiv puts the force at 127,000', '127,000, by Ukraine's count'; else the outlet."""
    verb = verb_above(number)
    if verb is None:
        return OUTLET
    subject = None
    if verb.lemma_.lower() in words("around", "putting") and any(c.lower_ in ("at", "as", "that") for c in verb.rights):
        subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None:
        doc = number.doc
        for token in doc[number.i + 1 : number.i + 14]:
            if token.lower_ in ("by", "on") and token.sent == number.sent:
                subject = _counter(token)
                break
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return OUTLET
    return _voice(around, subject, source)


def _counter(by: Token) -> Token | None:
    """The 'Ukraine' of 'by Ukraine's count'."""
    for token in by.children:
        if token.dep_ == "pobj" and token.lemma_.lower() in words("around", "counts"):
            return next((c for c in token.children if c.dep_ == "poss"), None)
    return None


def _voice(around: Around, head: Token, source: str) -> Voice:
    first, last = noun_phrase(head)
    doc = head.doc
    if head.dep_ == "poss":
        last = head.i + 1
    phrase = doc[first:last]
    mention = around.mention_at(head, _LABELS)
    label = mention.label if mention is not None else ""
    reference = f"@{mention.start}-{mention.end}" if mention is not None else None
    return Voice(phrase.text, reference, attribution_of(head, phrase, label, source))
