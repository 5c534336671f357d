"""Numbers with what they count: 'as many as 175,000 troops'.

    for q in find_quantities(document, mentions, times, quotes):
        q.low, q.high, q.hedge, q.counted, q.status      # None, 175000.0, 'at most', 'troop', 'planned'

``amounts`` reads the number, ``spoken`` its hedge, unit and range, ``refused`` tells what is no quantity (dates and
names are spans that other finders know), ``counted`` finds the noun, ``around`` whose, where and when, ``voices`` who
says so. A row's span goes from the hedge to the noun where both stand in one noun phrase. Entities are references to
mentions, "@start-end", until link names them.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.find.document import Document, ParsedSentence
from lib.find.publication import Publication
from lib.find.quantities.around import Around
from lib.find.quantities.read import Read, read
from lib.find.quantities.spans import Spans
from lib.find.quantities.voices import Voices
from lib.schema import Mention, Quantity, Quote, TimeExpression

__all__ = ["find_quantities"]


def find_quantities(
    document: Document, mentions: Sequence[Mention], times: Sequence[TimeExpression], quotes: Sequence[Quote]
) -> list[Quantity]:
    """The quantities of a document, in reading order; spans never overlap. Never raises on any text.

    ``mentions``, ``times`` and ``quotes`` are the document's own rows and may be empty.
    """
    named, timed, voices = Spans(mentions), Spans(times), Voices(quotes)
    rows: list[Quantity] = []
    for sentence in document.sentences:
        block = sentence.block
        text = block.text[sentence.start - block.start : sentence.end - block.start]
        around = Around(
            sentence, named.within(sentence.start, sentence.end), timed.within(sentence.start, sentence.end), text
        )
        for found in read(around, named, timed):
            rows.append(_row(document, sentence, around, found, voices))
    return rows


def _row(document: Document, sentence: ParsedSentence, around: Around, found: Read, voices: Voices) -> Quantity:
    article, one = document.article, found.spoken
    start, end = sentence.start + found.start, sentence.start + found.end
    told = found.told(around, Publication.of(article))
    voice = voices.of(sentence.start + one.first, sentence.start + one.last) or found.voice(around, article.source)
    return Quantity(
        article_id=article.article_id,
        sentence_id=sentence.sentence_id,
        start=start,
        end=end,
        text=article.text[start:end],
        low=one.low,
        high=one.high,
        unit=one.unit,
        counted=found.lemma,
        counted_text=found.counted_text(around),
        hedge=one.hedge,
        hedge_text=one.hedge_text,
        status=told.status,
        actor_entity_id=_reference(told.actor),
        place_entity_id=_reference(told.place),
        date_start=told.dates[0] if told.dates is not None else None,
        date_end=told.dates[1] if told.dates is not None else None,
        speaker_text=voice.text,
        speaker_entity_id=voice.reference,
        attribution=voice.attribution,
        ledger_id="",
        score=found.score,
    )


def _reference(mention: Mention | None) -> str | None:
    return f"@{mention.start}-{mention.end}" if mention is not None else None
