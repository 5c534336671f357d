"""Articles for the tests of copies, made of the invented stories in ``stories.toml``."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path

from lib.link.origins import Body
from lib.schema import MarkedSpan

_SENTENCE = re.compile(r"[^\s.!?][^.!?\n]*(?:[.!?](?=\w)[^.!?\n]*)*[.!?]*[”\"’']*")

_TEXTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
STORY: str = _TEXTS["story"]
RIVAL: str = _TEXTS["rival"]
OTHERS: tuple[str, ...] = tuple(_TEXTS["others"])


def body(
    article_id: str,
    text: str,
    source: str = "",
    published: dt.date | None = None,
    head: str = "",
    foot: str = "",
    kind: str = "dateline",
) -> Body:
    """An article with its sentences cut at full stops; ``head`` and ``foot`` are marked and are no body."""
    spans = []
    whole = text
    if head:
        whole = f"{head} {whole}"
        spans.append(MarkedSpan(article_id, 0, len(head), kind, "test"))
    if foot:
        whole = f"{whole}\n\n{foot}"
        spans.append(MarkedSpan(article_id, len(whole) - len(foot), len(whole), "boilerplate", "test"))
    low, high = (len(head) + 1 if head else 0), len(whole) - (len(foot) + 2 if foot else 0)
    sentences = [m.span() for m in _SENTENCE.finditer(whole, low, high)]
    return Body(article_id, source, published, whole, sentences, spans)


def paragraphs(text: str, *numbers: int) -> str:
    """Some of a text's paragraphs, by number."""
    cut = text.split("\n\n")
    return "\n\n".join(cut[n] for n in numbers)
