"""By whom: the cue's subject, else whoever speaks the words that the cue stands in, else the outlet.

who.of(head, sentence, start)        # Speaker(text='The ministry', reference='@0-12', attribution='institution', …)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from lib.find.document import Document, ParsedSentence
from lib.find.quotes.speakers import Speaker, Speakers
from lib.find.standings.lexicon import words
from lib.schema import Mention, Quote

OUTLET = Speaker(None, None, "", None, "outlet")


class Who:
    """Answers for one document. What the quotes resolved, a pronoun for instance, is taken from them."""

    def __init__(self, document: Document, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> None:
        self._speakers = Speakers(document, mentions)
        self._quotes = sorted(quotes, key=lambda q: q.start)
        self._starts = [q.start for q in self._quotes]
        self._resolved = {q.speaker_start: q for q in quotes if q.speaker_start is not None}

    def of(self, head: Token | None, sentence: ParsedSentence, start: int, voiced: bool = False) -> Speaker:
        """Who does what the cue at ``start`` says; ``head`` is the noun that grammar gives.

        ``voiced``: whoever speaks the words comes before the noun.
        """
        if voiced and (speaking := self._speaking(start)) is not OUTLET:
            return speaking
        if head is None:
            return self._speaking(start)
        if head.lower_ in ("i", "we", "me", "us", "our", "my"):
            return self._speaking(start)
        found = self._speakers.named_by(head, sentence.block)
        found = self._without_day(found)
        known = self._resolved.get(found.start) if found.start is not None else None
        if known is not None and found.text:
            return Speaker(
                found.start, found.end, found.text, known.speaker_entity_id or found.reference, known.attribution
            )
        return found

    def _without_day(self, found: Speaker) -> Speaker:
        """'Friday Ana Ruiz' → 'Ana Ruiz'."""
        day, _, rest = found.text.partition(" ")
        if found.start is None or day.lower() not in words("days") or not rest.strip():
            return found
        left = len(found.text) - len(rest.lstrip())
        return replace(found, start=found.start + left, text=found.text[left:])

    def _speaking(self, start: int) -> Speaker:
        """The speaker of the reported words around a place, else the outlet itself."""
        number = bisect_right(self._starts, start) - 1
        if number >= 0 and start < self._quotes[number].end:
            quote = self._quotes[number]
            if quote.speaker_text:
                return Speaker(
                    quote.speaker_start, quote.speaker_end, quote.speaker_text, quote.speaker_entity_id,
                    quote.attribution,
                )  # fmt: skip
        return OUTLET
