"""Quotes: reported speech and thought, who answers for it, and the words that say so.

    for quote in find_quotes(document, mentions):
        quote.text, quote.speaker_text, quote.attribution   # 'We are ready', 'the mayor, Ana Ruiz', 'named'

One row is one content of one cue. It is 'direct' where all of it stands in quotation marks, 'partial' where it holds
quoted words among the outlet's own ('said the plan was “grave”' is one row for the clause), and 'indirect' where
nothing is quoted. Quoted words that a reporting verb governs without a clause ('called it “grave”') are a partial row
of their own. A quotation broken by its cue gives a row for each piece, as does each paragraph of a longer one, so that
a row never spans what is not speech; an unquoted clause broken by its cue stays one row. Rows never nest: the outermost
attribution answers for the words inside (the univocal scheme of PolNeAR, Newell et al., LREC 2018).

What counts is what PolNeAR counts: words, thoughts and intentions that a text ascribes to somebody. So infinitives are
content after a promise, a demand, a wish or a plan ('agreed to sell', 'urged the board to resign', 'wants to retire'),
gerunds after a denial or a proposal ('denied taking it'), and judgements with what is judged ('called the plan a
disaster'). Deeds are not ('tried to leave', 'criticised the board'), nor what facts do ('the crisis saw prices rise').
Intentions score below 0.5: nothing need have been said. An interview's or a report's outlet is not the speaker of what
is said in it; whoever 'released a statement saying' is; a passive without 'by' has nobody.

Content is given without its marks and without a leading 'that'. Speakers are given as their head noun phrase.
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.find.document import Block, Document
from lib.find.quotes.cues import Cue, find_cues
from lib.find.quotes.drafts import drafts
from lib.find.quotes.marks import stretches
from lib.find.quotes.paragraph import Draft
from lib.find.quotes.speakers import NOBODY, Speaker, Speakers
from lib.schema import Mention, Quote

__all__ = ["find_quotes"]


def find_quotes(document: Document, mentions: Sequence[Mention]) -> list[Quote]:
    """Every piece of reported speech of an article, in order of content.

    ``mentions`` are the article's own, sorted, and may be empty. ``speaker_entity_id`` is a reference ``@start-end``
    to the mention that the speaker's words hold or point back to, None where there is none. Never raises on any text.
    """
    rows: list[Quote] = []
    speakers = Speakers(document, mentions)
    for block in document.blocks:
        marked = stretches(block.text)
        cues = list(find_cues(block.doc, marked))
        speakers.enter(block, marked)
        found = drafts(block.doc, marked, cues)
        for draft in found:
            row = _row(document, block, draft, speakers.of(draft, block))
            if row:
                rows.append(row)
        _expect_next(block, cues, found, speakers)
    return rows


def _expect_next(block: Block, cues: Sequence[Cue], found: Sequence[Draft], speakers: Speakers) -> None:
    """'The mayor told reporters:' at a paragraph's end hands its speaker to the next paragraph."""
    if not cues or not block.text.endswith(":"):
        return
    last = cues[-1]
    if last.head is not None and all(d.cue is not last for d in found):
        speakers.expect(last.head, block)


def _row(document: Document, block: Block, draft: Draft, speaker: Speaker) -> Quote | None:
    start, end = block.start + draft.start, block.start + draft.end
    text = document.article.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    sentence = document.sentence_at(start)
    if sentence is None or end <= start:
        return None
    return Quote(
        article_id=document.article.article_id,
        sentence_id=sentence.sentence_id,
        start=start,
        end=end,
        text=text[start:end],
        kind=draft.kind,
        cue="" if draft.cue is None else draft.cue.text,
        speaker_text=speaker.text,
        speaker_start=speaker.start,
        speaker_end=speaker.end,
        speaker_entity_id=speaker.reference,
        attribution=speaker.attribution,
        score=draft.score if speaker is not NOBODY else round(draft.score / 2, 2),
    )
