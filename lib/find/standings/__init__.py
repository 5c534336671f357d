"""What a sentence says of the evidence for an allegation: 'accused', 'without providing evidence', 'denied'.

    for row in find_standings(document, mentions, quotes):
        row.text, row.status, row.by_text        # 'gave no evidence', 'evidence withheld', 'The spokesman'

Cues are data (``standings.toml``), read off the parse by the rules of ``rules``: a verb counts only with arguments
that give it this meaning, and what is negated, conditional or merely intended asserts and denies nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from lib.find.document import Document, ParsedSentence
from lib.find.standings.match import Match
from lib.find.standings.rules import matches
from lib.find.standings.who import Who
from lib.schema import Mention, Quote, Standing

__all__ = ["find_standings"]


def find_standings(document: Document, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> list[Standing]:
    """The standings of a document, in reading order; ``by_entity_id`` is the mention's place until link.

    One sentence gives one row for each status of each who. The allegation's words are those of the same sentence;
    where it has none, ``allegation_start`` and ``allegation_end`` are both the row's start. Never raises on any text.
    """
    rows: list[Standing] = []
    who = Who(document, mentions, quotes)
    said: dict[int, list[Quote]] = defaultdict(list)
    for quote in quotes:
        said[quote.sentence_id].append(quote)
    for sentence in document.sentences:
        seen = set()
        for match in matches(sentence.tokens):
            row = _row(document, sentence, match, who, said[sentence.sentence_id])
            key = (row.status, row.by_entity_id or row.by_text.lower()) if row else None
            if row is not None and key not in seen:
                seen.add(key)
                rows.append(row)
    return rows


def _row(
    document: Document, sentence: ParsedSentence, match: Match, who: Who, said: Sequence[Quote]
) -> Standing | None:
    start, end = _place(sentence, match.cue)
    if end <= start:
        return None
    by = who.of(match.by, sentence, start, match.voiced)
    status = match.status
    if match.rule == "untrue" and not by.text:
        status = "challenged"
    words = _place(sentence, match.allegation) if match.allegation else _quoted(sentence, match, said)
    if words is None or words[1] <= words[0]:
        words = (start, start)
    return Standing(
        article_id=document.article.article_id,
        sentence_id=sentence.sentence_id,
        start=start,
        end=end,
        text=document.article.text[start:end],
        status=status,
        by_text=by.text,
        by_entity_id=by.reference,
        attribution=by.attribution,
        allegation_start=words[0],
        allegation_end=words[1],
        claim_id=None,
        rule=match.rule,
        score=match.score,
    )


def _place(sentence: ParsedSentence, tokens: tuple[int, int]) -> tuple[int, int]:
    """Code points of tokens [first, last), held within the sentence."""
    doc = sentence.block.doc
    first, last = doc[tokens[0]], doc[tokens[1] - 1]
    return max(sentence.offset(first), sentence.start), min(sentence.offset(last) + len(last.text), sentence.end)


def _quoted(sentence: ParsedSentence, match: Match, said: Sequence[Quote]) -> tuple[int, int] | None:
    """The content that the cue introduces as reported speech, where the parser tied no clause to it."""
    if match.status not in ("asserted", "denied") or match.cue[1] - match.cue[0] != 1:
        return None
    word = sentence.block.doc[match.cue[0]].text
    for quote in said:
        if quote.cue.lower() == word.lower() and quote.end <= sentence.end:
            return quote.start, quote.end
    return None
