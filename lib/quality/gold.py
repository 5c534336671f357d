"""Annotated documents in one shape, whatever format they came in: text, token offsets, gold spans.

document = from_tokens("doc1", [["Ada", "sleeps", "."]])
document.text[slice(*document.tokens[0][0])]     # 'Ada'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.language import Language

from lib.find.document import Document
from lib.find.parse import parse_all
from lib.schema import Article

_NO_SPACE_BEFORE = {
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    ")",
    "]",
    "%",
    "'s",
    "’s",
    "n't",
    "'re",
    "'ll",
    "'ve",
    "'d",
    "'m",
    "'",
}
_NO_SPACE_AFTER = {"(", "[", "$", "#"}


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """One annotated name. ``instance`` is its entity across documents, empty where not annotated."""

    start: int
    end: int
    label: str
    instance: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """Rebuilt text, (start, end) of every token sentence by sentence, and the gold spans."""

    name: str
    text: str
    tokens: Sequence[Sequence[tuple[int, int]]]
    spans: list[GoldSpan] = field(default_factory=list)


def from_tokens(name: str, sentences: Sequence[Sequence[str]]) -> GoldDocument:
    """Text rebuilt from tokens: one sentence a line, spaces as a writer sets them; offsets stay exact."""
    pieces: list[str] = []
    offsets: list[list[tuple[int, int]]] = []
    at = 0
    for sentence in sentences:
        row: list[tuple[int, int]] = []
        open_quote, glue = False, True
        for token in sentence:
            word = '"' if token in ("``", "''", '"') else token
            closes = word == '"' and open_quote
            space = "" if glue or closes or word in _NO_SPACE_BEFORE else " "
            pieces.append(space + word)
            row.append((at + len(space), at + len(space) + len(word)))
            at += len(space) + len(word)
            glue = word in _NO_SPACE_AFTER or (word == '"' and not open_quote)
            if word == '"':
                open_quote = not open_quote
        pieces.append("\n")
        at += 1
        offsets.append(row)
    return GoldDocument(name, "".join(pieces), offsets)


def parsed(documents: Sequence[GoldDocument], nlp: Language) -> list[Document]:
    """The gold documents as the finders see an article, one line a paragraph."""
    return list(parse_all([(article(d), []) for d in documents], nlp))


def article(document: GoldDocument) -> Article:
    return Article(
        article_id=document.name, source="", source_how="unknown", source_evidence="", title="", published=None,
        published_start=None, published_end=None, published_how="unknown", published_evidence="", url="", author="",
        language="en", text=document.text, n_words=0, origin_id=document.name, story_id="", path="",
    )  # fmt: skip
