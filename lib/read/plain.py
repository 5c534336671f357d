"""Plain text and Markdown: the whole file is one article, as messy as it was pasted.

next(read_plain(Path("talks.txt"), "talks.txt", Given()))
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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


def read_plain(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """One article or one problem."""
    opened = open_text(path, shown, given)
    if isinstance(opened, Problem):
        yield opened
        return
    text, notes = opened.text, (opened.note,) if opened.note else ()
    if _HTML.match(text):
        yield from read_html_text(text, shown, given, notes)
        return
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
