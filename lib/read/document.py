"""Word documents (DOCX): the paragraphs in order, one a line with a blank line between; tracked changes as accepted.

next(read_docx(Path("talks.docx"), "talks.docx", Given())).title      # the paragraph in the style "Title"
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from lib.read.assemble import Metadata, assemble
from lib.read.files import check_size
from lib.read.headline import byline_of, headline_of
from lib.read.raw import Given, RawArticle, problem
from lib.read.unpacking import packed_fault
from lib.schema import Problem
from lib.text.dates_written import parse_date
from lib.text.header_block import header_block
from lib.text.outlet_names import source_name

_TRACKED = "changes were tracked in the document; it was read as if all of them were accepted"
#: What holds no words of the article: tables, text boxes, what was deleted or moved away with changes tracked.
_OUTSIDE = frozenset(map(qn, ("w:tbl", "w:txbxContent", "w:del", "w:moveFrom")))


def read_docx(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """One article or one problem."""
    limit = given.limits.document_bytes
    if fault := check_size(path, shown, limit) or packed_fault(path, shown, given):
        yield fault
        return
    try:
        with path.open("rb") as file:
            document = docx.Document(file)
        body = document.element.body
        inside = [element for element in body.iter(qn("w:p"), qn("w:tbl")) if _is_article(element)]
        paragraphs = [(_words(p), _style(p, document)) for p in inside if p.tag == qn("w:p")]
        tracked = any(True for _ in body.iter(qn("w:ins"), qn("w:del")))
        n_tables = sum(element.tag == qn("w:tbl") for element in inside)
        author = str(document.core_properties.author or "")
    except Exception as error:  # a broken document makes the library stumble in many ways
        said = " ".join(str(error).split())[:160] or type(error).__name__
        yield problem(shown, f"the document cannot be read: {said}", "a whole .docx file", "open it and save it anew")
        return
    text = "\n\n".join(words for words, _ in paragraphs if words.strip())
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    notes = [f"{n_tables} tables were left out: an article is made of sentences"] if n_tables else []
    notes += [_TRACKED] if tracked else []
    styled = next((words.strip() for words, style in paragraphs if style == "Title" and words.strip()), "")
    header = header_block(text)
    field, line = (header.fields, header.lines) if header else ({}, {})
    title = field.get("title") or styled or headline_of(text[header.end :] if header else text, path.name)
    written = byline_of(text) or (author if " " in author else "")
    found = Metadata(
        title=title, source=source_name(field.get("source", "")), source_evidence=line.get("source", ""),
        published=parse_date(field.get("published")), published_evidence=line.get("published", ""),
        url=field.get("url", ""), author=field.get("author") or written, how="text",
    )  # fmt: skip
    yield from assemble(text, found, shown, given, notes=tuple(notes))


def _words(paragraph: Any) -> str:
    """The words of a paragraph in order, also those inserted with changes tracked and those in content controls."""
    return "".join(str(run.text) for run in paragraph.iter(qn("w:r")) if _is_article(run))


def _style(paragraph: Any, document: Any) -> str:
    style = Paragraph(paragraph, document).style
    return str(style.name if style else "")


def _is_article(element: Any) -> bool:
    return not any(outer.tag in _OUTSIDE for outer in element.iterancestors())
