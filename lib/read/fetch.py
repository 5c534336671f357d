"""Articles from the web: one page, or the entries of a feed; every failure is a ``Problem``, nothing is raised.

for item in fetch("https://www.harborwire.com/world.rss", at_most=20):
    ...                                # RawArticle or Problem
"""

from __future__ import annotations

import datetime as dt
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from lib.read.decode import charset_of, decode, stated_in
from lib.read.feed import Entry, article_of, entries_of
from lib.read.html import read_html_text
from lib.read.internet import Internet
from lib.read.limits import DEFAULT, Limits
from lib.read.network import Answer, Guard, Network, Refused
from lib.read.raw import Given, RawArticle, problem
from lib.read.registry import read_as
from lib.read.robots import Robots
from lib.schema import Problem

#: Entries of one feed that are fetched where nobody says how many.
AT_MOST = 30
_ADDRESS = re.compile(r"https?://", re.I)
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--.{0,2000}?-->\s*|<\?xml-stylesheet[^>]{0,300}>\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.S,
)
#: Kinds of answer that are read as a file of that suffix.
_KINDS = {
    "application/pdf": ".pdf", "text/plain": ".txt", "text/csv": ".csv", "application/json": ".json",
    "application/x-ndjson": ".jsonl", "application/zip": ".zip", "multipart/related": ".mhtml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}  # fmt: skip
_PAGES = ("text/html", "application/xhtml+xml", "")


def is_address(given: str) -> bool:
    """Whether an input is an address of the web and not a path."""
    return bool(_ADDRESS.match(given.strip()))


def fetch(
    url: str,
    *,
    source: str = "",
    published: dt.date | None = None,
    limits: Limits = DEFAULT,
    at_most: int = AT_MOST,
    network: Network | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[RawArticle | Problem]:
    """The article at an address, or those of a feed, at most ``at_most`` of them."""
    fetcher = _Fetcher(Guard(network or Internet()), Given(source.strip(), published, limits=limits), sleep)
    url = url.strip()
    answer = fetcher.get(url, limits.document_bytes)
    if isinstance(answer, Problem):
        yield answer
    elif _FEED.match(answer.body[:8000]):
        yield from fetcher.feed(answer, url, at_most)
    else:
        yield from fetcher.page(answer, url)


class _Fetcher:
    """What one call shares: the guard, each site's rules, and what the caller gave."""

    def __init__(self, guard: Guard, given: Given, sleep: Callable[[float], None]) -> None:
        self._guard, self._robots, self._given, self._sleep = guard, Robots(guard), given, sleep

    def get(self, url: str, most: int, where: str = "") -> Answer | Problem:
        # A redirect is asked about like the address itself: it may lead to another site, or to what this one forbids.
        answer = self._guard.get(url, most, self._robots.refusal)
        if isinstance(answer, Refused):
            return problem(url, answer.what, answer.why, answer.remedy, where)
        if answer.status != 200:
            what, why = f"the server answered with status {answer.status}", "status 200"
            remedy = (
                "open it in a browser, save it and bring the file" if answer.status in (401, 402, 403) else "check it"
            )
            return problem(url, what, why, remedy, where)
        return answer

    def page(self, answer: Answer, shown: str, where: str = "") -> Iterator[RawArticle | Problem]:
        kind = answer.headers.get("content-type", "").split(";")[0].strip().casefold()
        most = self._given.limits.document_bytes
        if answer.cut or (kind in _PAGES and len(answer.body) > most):
            what, why = f"the answer is longer than {len(answer.body):,} bytes, or came too slowly", f"{most:,} bytes"
            yield problem(shown, what, why, "save it as a file, and bring the file", where)
        elif kind in _PAGES:
            stated = charset_of(answer.headers.get("content-type", ""))
            decoded = decode(answer.body, stated or stated_in(answer.body))
            if decoded.fault:
                yield problem(shown, decoded.fault, "a web page", "check the address", where)
                return
            notes = (decoded.note,) if decoded.note else ()
            yield from read_html_text(decoded.text, shown, self._given, notes, url=answer.url, where=where)
        elif suffix := _KINDS.get(kind):
            with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
                path = Path(folder) / f"fetched{suffix}"
                path.write_bytes(answer.body)
                yield from read_as(suffix, path, shown, self._given)
        else:
            allowed = ", ".join(kind for kind in (*_PAGES, *_KINDS) if kind)
            yield problem(shown, f"the answer is of kind {kind!r}", f"one of: {allowed}", "check the address", where)

    def feed(self, answer: Answer, shown: str, at_most: int) -> Iterator[RawArticle | Problem]:
        n = 0
        for entry in entries_of(answer.body, shown, self._given):
            if isinstance(entry, Problem):
                yield entry
                continue
            if n == at_most:
                what, why = f"the feed holds more than {at_most:,} entries", "the newest were read"
                yield problem(shown, what, why, "raise the number with --at-most")
                return
            n += 1
            yield from self._entry(entry, shown)

    def _entry(self, entry: Entry, shown: str) -> Iterator[RawArticle | Problem]:
        """The article behind an entry; what the feed says of it where the page cannot be had."""
        if entry.whole or not entry.found.url:
            yield from article_of(entry, shown, self._given)
            return
        self._sleep(self._robots.pause(entry.found.url))
        answer = self.get(entry.found.url, self._given.limits.document_bytes, entry.where)
        items = [answer] if isinstance(answer, Problem) else list(self.page(answer, entry.found.url, entry.where))
        yield from items
        if not any(isinstance(item, RawArticle) for item in items) and entry.text.strip():
            yield from article_of(entry, shown, self._given)
