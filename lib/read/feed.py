"""RSS and Atom feeds saved as files: an article an entry, from its full content where the feed carries it.

for item in read_feed(Path("world.rss"), "world.rss", Given()): ...

Most feeds carry a summary only. It is read as a short article with a note that says so: the web address of the whole
one is in ``url``, and ``lib.read.fetch`` can follow it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.sax import ContentHandler, SAXException

import defusedxml.sax
import feedparser
from defusedxml import DefusedXmlException

from lib.read.assemble import Metadata, assemble
from lib.read.fields import key_of
from lib.read.files import read_bytes
from lib.read.fragment import words_of
from lib.read.raw import Given, RawArticle, problem
from lib.schema import Problem
from lib.text.dates_written import parse_date
from lib.text.outlet_names import host_of, outlet_named, source_of_domain

#: What stands between an outlet and a section in a feed's title.
_MARKS = (" - ", " | ", " – ", " — ", ": ", " » ", " > ")
SUMMARY_ONLY = "only the feed's summary was read; the whole article is at its web address"
NOWHERE = "only the feed's summary was read, and the feed does not say at which web address the whole article is"
#: With so many words a feed's text is the article, not a teaser of it.
WHOLE = 150


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed. ``whole`` where the feed says that its text is all of the article, or it is long enough."""

    text: str
    found: Metadata
    whole: bool
    where: str


def read_feed(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """An article or a problem an entry."""
    data = read_bytes(path, shown, given, many=True)
    if isinstance(data, Problem):
        yield data
        return
    for entry in entries_of(data, shown, given):
        yield from [entry] if isinstance(entry, Problem) else article_of(entry, shown, given)


def article_of(entry: Entry, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """The article that the feed itself carries of an entry."""
    notes = () if entry.whole else (SUMMARY_ONLY if entry.found.url else NOWHERE,)
    if not entry.text.strip():
        what = "the entry has no text, only a link" if entry.found.url else "the entry has no text"
        why, remedy = "a summary or the whole text", "fetch the article at its web address"
        yield problem(shown, what, why, remedy, entry.where)
        return
    yield from assemble(entry.text, entry.found, shown, given, entry.where, notes)


def entries_of(data: bytes, shown: str, given: Given) -> Iterator[Entry | Problem]:
    """The entries of a feed, in its order; a problem where it is none, or is cut off."""
    if fault := _xml_fault(data):
        yield problem(shown, fault, "a feed without entities of its own", "save the feed again from its web address")
        return
    try:
        # As a stream: bytes alone might be taken for the name of a file.
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
        entries, about = list(feed.entries), dict(feed.feed)
    except Exception as error:  # a broken feed makes the library stumble in many ways
        said = " ".join(str(error).split())[:160] or type(error).__name__
        yield problem(shown, f"the feed cannot be read: {said}", "RSS or Atom", "save it again")
        return
    if not entries:
        what = "the file is no RSS or Atom feed, or has no entries"
        yield problem(shown, what, "RSS or Atom with at least one entry", "check the file; other XML is not read")
        return
    if feed.get("bozo") and b"</rss" not in data[-200:] and b"</feed" not in data[-200:] and b"RDF>" not in data[-200:]:
        what = f"the feed is cut off or damaged; {len(entries):,} entries could be read"
        yield problem(shown, what, "a whole feed", "save it again; what could be read was read")
    base = _base(about, shown)
    source, evidence = _outlet(about)
    for number, entry in enumerate(entries, start=1):
        if number > given.limits.articles:
            what, why = f"the feed holds more than {given.limits.articles:,} entries", "the others were not read"
            yield problem(shown, what, why, "raise the limit with --limit-articles")
            return
        yield _entry(entry, number, source, evidence, base)


def _entry(entry: Any, number: int, source: str, evidence: str, base: str) -> Entry:
    bodies = [words_of(str(part.get("value") or "")) for part in entry.get("content") or ()]
    summary = words_of(str(entry.get("summary") or ""))
    body = max(bodies, key=len, default="")
    text = body if len(body) >= len(summary) else summary
    url = _address(entry, base)
    day, name = next(((str(entry[k]), k) for k in ("published", "updated") if entry.get(k)), ("", ""))
    host = host_of(url)
    found = Metadata(
        title=words_of(str(entry.get("title") or "")),
        source=source or (source_of_domain(host) if host else ""),
        source_evidence=evidence if source else f"address {host}",
        published=parse_date(day), published_evidence=f"{name}: {day[:80]}",
        url=url, author=str(entry.get("author") or ""),
    )  # fmt: skip
    whole = len(text.split()) >= WHOLE or (len(body) > len(summary) > 0)
    return Entry(_plain(text), replace(found, title=_plain(found.title)), whole, f"entry {number}")


def _base(about: dict[str, Any], shown: str) -> str:
    """What the entries' links are relative to: the feed's site, its own address, or where it was fetched from.

    The library has applied every xml:base by then.
    """
    own = [str(link.get("href") or "") for link in about.get("links") or () if link.get("rel") == "self"]
    base = ""
    for address in (shown, *own, str(about.get("link") or "")):
        joined = _joined(base, address)
        base = joined if _on_the_web(joined) else base
    return base


def _address(entry: Any, base: str) -> str:
    """The entry's address on the web; empty where it has none."""
    link = str(entry.get("link") or "").strip()
    # An id that passes for a link, as '48213' does in a feed that does not say otherwise, is no part of an address.
    if not link or (link == entry.get("id") and not link.startswith(("/", "http://", "https://"))):
        return ""
    url = _joined(base, link)
    return url if _on_the_web(url) else ""


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:  # 'http://[broken' is no address
        return ""


def _on_the_web(url: str) -> bool:
    return url.startswith(("http://", "https://"))


def _outlet(about: dict[str, Any]) -> tuple[str, str]:
    """The feed's outlet: a known one of its title ('CNN.com - World' is CNN), its site, or its title as it stands."""
    title, link = " ".join(words_of(str(about.get("title") or "")).split()), str(about.get("link") or "")
    parts = [title, *(piece.strip() for mark in _MARKS for piece in title.split(mark))]
    for part in parts:
        if known := outlet_named(part):
            return known.name, f"the feed's title, {title!r}"
    host = host_of(link)
    for part in parts:  # 'Harbor Wire - World' of harborwire.com
        if len(part) > 2 and key_of(part) in (key_of(host), key_of(host.split(".")[0])):
            return part, f"the feed's title, {title!r}, and its address, {host}"
    if host and outlet_named(source_of_domain(host)):
        return source_of_domain(host), f"the feed's address, {host}"
    if title:
        return title[:120], f"the feed's title, {title[:120]!r}"
    return (source_of_domain(host), f"the feed's address, {host}") if host else ("", "")


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode().replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")


def _xml_fault(data: bytes) -> str:
    """Entities that multiply, or that read other files: refused before any parser that would follow them."""
    try:
        defusedxml.sax.parseString(data, ContentHandler(), forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        return "the XML declares entities of its own, by which a file can grow without end or read other files"
    except (SAXException, ValueError, LookupError, OSError):
        return ""  # damaged XML is the feed parser's business: many feeds are, and it reads them
    return ""
