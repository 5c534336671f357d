"""PDF files that hold text: the words of every page, line by line as they stand on it.

next(read_pdf(Path("talks.pdf"), "talks.pdf", Given())).text

A picture of a page has no words, and none are guessed: it is reported with its number. The day on which the file was
made says nothing of the day of publication, so it is not taken for it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader

from lib.read.assemble import Metadata, assemble
from lib.read.files import check_size
from lib.read.headline import byline_of, headline_of
from lib.read.raw import Given, RawArticle, problem
from lib.schema import Problem

#: Pages named in a note; the others are counted.
_NAMED = 10
#: Seconds for one PDF: a page may be drawn with millions of strokes.
_SECONDS = 120.0


def read_pdf(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """One article, with a problem for pages without words; or one problem."""
    if fault := check_size(path, shown, given.limits.document_bytes):
        yield fault
        return
    try:
        with path.open("rb") as file:
            yield from _read(PdfReader(file, strict=False), shown, given, path.name)
    except Exception as error:  # a broken PDF makes the library stumble in many ways
        said = " ".join(str(error).split())[:160] or type(error).__name__
        yield problem(shown, f"the PDF cannot be read: {said}", "a whole PDF file", "download or print it again")


def _read(reader: PdfReader, shown: str, given: Given, name: str) -> Iterator[RawArticle | Problem]:
    if reader.is_encrypted and not reader.decrypt(""):
        what = "the PDF is protected with a password"
        yield problem(shown, what, "a PDF that opens without one", "open it and print it to a new PDF")
        return
    n = len(reader.pages)
    if n > given.limits.pages:
        what, why = f"the PDF has {n:,} pages", f"one article may have {given.limits.pages:,}"
        yield problem(shown, what, why, "split it into one file an article")
        return
    pages, end = [], time.monotonic() + _SECONDS
    for number in range(n):
        if time.monotonic() > end:
            what = f"after {_SECONDS:.0f} seconds {number:,} of {n:,} pages were read"
            yield problem(shown, what, "a page that is drawn with few strokes", "print it anew, or split it")
            return
        pages.append(_words(reader, number))
    blank = [number for number, page in enumerate(pages, start=1) if not page.strip()]
    if len(blank) == n:
        what = f"none of the PDF's {n:,} pages holds text: they are pictures, such as scans"
        yield problem(shown, what, "a PDF whose words can be selected", "run text recognition (OCR) on it first")
        return
    if blank:
        which = ", ".join(map(str, blank[:_NAMED])) + (" …" if len(blank) > _NAMED else "")
        what = f"pages without text (pictures or scans): {which}; the PDF has {n:,}"
        yield problem(shown, what, "words that can be selected", "the article was read without them; use OCR for them")
    text = "\n\n".join(page.strip("\n") for page in pages if page.strip())
    about = reader.metadata
    stated = " ".join((about.title or "").split()) if about else ""
    author = " ".join((about.author or "").split()) if about else ""
    # Programs write a file's name where the title belongs; a title of several words was written by a person.
    title = stated if len(stated.split()) >= 3 and "." not in stated[-5:] else headline_of(text, name)
    how = "metadata" if title == stated and stated else "text"
    found = Metadata(title=title, author=byline_of(text) or (author if " " in author else ""), how=how)
    yield from assemble(text, found, shown, given)


def _words(reader: PdfReader, number: int) -> str:
    """The words of a page; empty where it has none or cannot be read."""
    try:
        text = reader.pages[number].extract_text()
    except Exception:  # one damaged page must not cost the others; it is reported as a page without text
        return ""
    # Half a pair of code units, and NUL, come from broken fonts.
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n")
