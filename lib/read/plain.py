"""Plain text and Markdown: the whole file is one article, as messy as it was pasted.

next(read_plain(Path("talks.txt"), "talks.txt", Given()))
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from lib.read.assemble import Metadata, assemble
from lib.read.files import open_text
from lib.read.headline import byline_of, headline_of
from lib.read.html import read_html_text
from lib.read.raw import Given, RawArticle
from lib.schema import Problem
from lib.text.dates_written import parse_date
from lib.text.header_block import Header, header_block
from lib.text.outlet_names import source_name

_HTML = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html)\b", re.I)
#: Characters of a text that one line seldom has, and of the shortest article.
ONE_LINE, ARTICLE = 1500, 400
#: A line that people draw between two articles.
_BETWEEN = re.compile(r"\n[ \t]*={3,}[ \t]*(?=\n)")


def read_plain(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """One article or one problem."""
    opened = open_text(path, shown, given, page=True)
    if isinstance(opened, Problem):
        yield opened
        return
    text, notes = opened.text, (opened.note,) if opened.note else ()
    if _HTML.match(text):
        yield from read_html_text(text, shown, given, notes)
        return
    notes = (*notes, *_shape(text))
    header = header_block(text)
    title = headline_of(text[header.end :] if header else text, path.name)
    found = _from_header(header, title) if header else Metadata(title=title, author=byline_of(text), how="text")
    yield from assemble(text, found, shown, given, notes=notes)


def _from_header(header: Header, title: str = "") -> Metadata:
    field, line = header.fields.get, header.lines.get
    return Metadata(
        title=field("title", title), source=source_name(field("source", "")), source_evidence=line("source", ""),
        published=parse_date(field("published")), published_evidence=line("published", ""),
        url=field("url", ""), author=field("author", ""), language=field("language", ""), how="text",
    )  # fmt: skip


def _shape(text: str) -> Iterator[str]:
    """What the way in which a text was pasted costs, in words that say what to do."""
    body = text.strip()
    if len(body) > ONE_LINE and "\n" not in body:
        yield (
            "the whole text stands in one line, so headline, menus and captions cannot be told from the article; "
            "paste it with its line breaks"
        )
    cuts = [match.start() for match in _BETWEEN.finditer(body)]
    edges = [0, *cuts, len(body)]
    if sum(b - a > ARTICLE for a, b in pairwise(edges)) >= 2 and cuts:
        line = text.count("\n", 0, text.index(body) + cuts[0] + 1) + 1
        yield (
            f"read as one article, but line {line}, {body[cuts[0] :].split()[0]}, may part two; "
            "give each its own file, or paste them into Add articles, which cuts there"
        )
