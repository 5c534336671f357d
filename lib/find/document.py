"""What every finder is given: an article, its marked spans, its parsed blocks and its sentences.

The model never sees a marked span: a ``Block`` is one paragraph of the body in which inner marked
spans are blanked with spaces *of the same length*, so ``block.start + token.idx`` is an offset into
``article.text`` whatever was cleaned away.

    for sentence in document.sentences:
        for token in sentence.tokens:
            at = sentence.offset(token)       # code point in article.text
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from lib.schema import Article, MarkedSpan


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the body, parsed. ``text`` is what the model read; its length is ``end - start``."""

    start: int
    end: int
    paragraph: int
    doc: Doc
    text: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # spaCy puts a Doc's text together from its tokens each time that it is asked for.
        object.__setattr__(self, "text", self.doc.text)


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """One sentence: its row's offsets and its tokens."""

    sentence_id: int
    start: int
    end: int
    block: Block
    tokens: Span

    def offset(self, token: Token) -> int:
        """Code point in ``article.text`` at which the token starts."""
        return self.block.start + token.idx


@dataclass(frozen=True, slots=True)
class Document:
    """An article with all that the finders need; finders are pure functions of it."""

    article: Article
    spans: Sequence[MarkedSpan]
    blocks: Sequence[Block]
    sentences: Sequence[ParsedSentence]

    def sentence_at(self, offset: int) -> ParsedSentence | None:
        """The sentence that holds a code point, or None in a marked span or between sentences."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].start <= offset:
            return self.sentences[low]
        return None
