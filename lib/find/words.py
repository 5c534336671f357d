"""Content words for what sets the sources' vocabulary apart: no names, no function words, no numbers.

find_words(document, find_names(document))[0].word      # 'talks'
"""

from __future__ import annotations

from collections.abc import Sequence

from lib.find.document import Document
from lib.schema import Mention, Word

CONTENT = ("NOUN", "VERB", "ADJ", "ADV")
SHORTEST = 3


def find_words(document: Document, mentions: Sequence[Mention]) -> list[Word]:
    """Nouns, verbs, adjectives and adverbs of at least three letters, outside of every mention, case-folded."""
    article_id = document.article.article_id
    spans = sorted((m.start, m.end) for m in mentions)
    words: list[Word] = []
    at = 0
    for sentence in document.sentences:
        for token in sentence.tokens:
            if token.pos_ not in CONTENT or token.is_stop or not token.is_alpha or len(token.text) < SHORTEST:
                continue
            start = sentence.offset(token)
            end = start + len(token.text)
            while at < len(spans) and spans[at][1] <= start:
                at += 1
            if at < len(spans) and spans[at][0] < end:
                continue
            word, lemma = token.text.casefold(), token.lemma_.casefold()
            words.append(Word(article_id, sentence.sentence_id, start, end, word, lemma, token.pos_))
    return words
