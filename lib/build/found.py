"""The rows that the finders found in one article, before linking."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lib.find.document import Document
from lib.schema import Description, Event, Mention, Quantity, Quote, Sentence, Standing, TimeExpression, Word
from lib.schema.scratch import Predicate

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True, slots=True)
class Found:
    """Field names are the tables' names."""

    article_id: str
    n_words: int
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    times: Sequence[TimeExpression]
    events: Sequence[Event]
    quotes: Sequence[Quote]
    words: Sequence[Word]
    quantities: Sequence[Quantity]
    standings: Sequence[Standing]
    descriptions: Sequence[Description]
    predicates: Sequence[Predicate] = ()


def sentence_rows(document: Document) -> list[Sentence]:
    return [
        Sentence(document.article.article_id, s.sentence_id, s.start, s.end, s.block.paragraph)
        for s in document.sentences
    ]


def count_words(document: Document) -> int:
    """Words of the body as a reader counts them: 'don't' and 'well-known' are one each."""
    return sum(len(_WORD.findall(block.text)) for block in document.blocks)
