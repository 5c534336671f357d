"""From what a reader found to a ``RawArticle``: one place decides which witness of source and day wins.

Order: given by the caller, metadata, the text's own words, the file name. A company in a footer and a news agency in
a dateline come after the file name: one owns outlets, the other wrote a story that somebody else printed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from lib.read.checks import fault_of
from lib.read.filename import from_filename
from lib.read.found import STRONG
from lib.read.provenance import day_in, partial_day_in, source_in
from lib.read.raw import Given, RawArticle, problem
from lib.schema import Problem
from lib.text.dates_written import ReadDate
from lib.text.outlet_names import host_of, source_of_domain

_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says apart from the text. Evidence names the field: 'pub_date: 2022-02-03'."""

    title: str = ""
    source: str = ""
    source_evidence: str = ""
    published: ReadDate | None = None
    published_evidence: str = ""
    url: str = ""
    author: str = ""
    language: str = ""
    #: 'metadata', or 'text' where the fields stand in a header block of the text itself.
    how: str = "metadata"


def assemble(
    text: str, found: Metadata, path: str, given: Given, where: str = "", notes: tuple[str, ...] = ()
) -> Iterator[RawArticle | Problem]:
    """The article, or the one reason why it is none; a date with two readings is read and reported too."""
    if fault := fault_of(text):
        yield problem(path, *fault, where=where)
        return
    source, source_how, source_evidence = _source(text, found, path, given)
    published, published_how, published_evidence = _published(text, found, path, given)
    yield RawArticle(
        text=text, title=found.title.strip(), source=source, source_how=source_how, source_evidence=source_evidence,
        published=published, published_how=published_how, published_evidence=published_evidence,
        url=found.url.strip(), author=found.author.strip(), language="en", path=path, where=where, notes=notes,
    )  # fmt: skip


def _source(text: str, found: Metadata, path: str, given: Given) -> tuple[str, str, str]:
    if given.source:
        return given.source, "given", "given by the caller"
    if found.source:
        return found.source, found.how, found.source_evidence
    host = host_of(found.url)
    if host:
        return source_of_domain(host), found.how, f"address {host}"
    in_text = source_in(text, PurePath(path).name)
    if in_text and in_text.strength == STRONG:
        return in_text.value, "text", in_text.evidence
    name = from_filename(PurePath(path).name)
    if name.source:
        return name.source, "filename", name.evidence
    return (in_text.value, "text", in_text.evidence) if in_text else ("", "unknown", "")


def _published(text: str, found: Metadata, path: str, given: Given) -> tuple[dt.date | None, str, str]:
    if given.published:
        return given.published, "given", "given by the caller"
    if found.published and found.published.ambiguous:
        return found.published.day, "assumed", ambiguity(found.published)
    if found.published:
        return found.published.day, found.how, found.published_evidence
    if match := _URL_DATE.search(found.url):
        try:
            return dt.date(int(match[1]), int(match[2]), int(match[3])), found.how, f"address …{match.group()}"
        except ValueError:
            pass
    if in_text := day_in(text):
        return in_text.value, "text", in_text.evidence
    name = from_filename(PurePath(path).name)
    # The evidence of an unknown day is what there is of it; a later stage may infer the rest.
    return (name.day, "filename", name.evidence) if name.day else (None, "unknown", partial_day_in(text))


def ambiguity(read: ReadDate) -> str:
    """Both readings of a date such as 3/2/2022, in words."""
    return f"{read.words!r} can be {read.day.isoformat()} (day first, taken) or {read.other} (month first)"
