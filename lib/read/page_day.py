"""The day that a page states about itself, in the words in which it is written there.

day_of(tree, "2022-04-03", "").ambiguous      # True where all that the page says is '03/04/2022'

A search for a page's day answers with a day, not with what it read: whether '03/04/2022' was 3 April or March 4 can
only be asked of the page itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lib.text.dates_written import ReadDate, parse_date

#: Where pages write a day for machines.
_FIELDS = (
    ".//meta/@content", ".//time/@datetime", ".//abbr/@title", './/*[@itemprop="datePublished"]/@content',
)  # fmt: skip
#: Where they write it for readers.
_SHOWN = (
    './/time | .//*[contains(@class, "date") or contains(@class, "time") or contains(@id, "date") or '
    'contains(@class, "byline") or contains(@class, "publish")]'
)
#: Characters of a line that says a day, and not a story.
_SHORT = 160


def day_of(tree: Any, found: str | None, own: str) -> tuple[ReadDate | None, str]:
    """The day and the words that say where it stands: ``own``, the article's JSON-LD, else as ``found`` ('2022-02-03').

    A day that stands in the page only in a way that can be read as two is ambiguous.
    """
    read = parse_date(own)
    if read:
        return read, f"datePublished of the page's JSON-LD, {own[:80]}"
    day = parse_date(found)
    if day is None:
        return None, ""
    evidence = f"the page's date, {found}"
    doubtful: ReadDate | None = None
    for words in _written(tree):
        read = parse_date(words)
        if read is None or day.day not in (read.day, read.other):
            continue
        if not read.ambiguous:
            return day, evidence
        doubtful = doubtful or read
    return doubtful or day, evidence


def _written(tree: Any) -> Iterator[str]:
    for path in _FIELDS:
        yield from (str(words) for words in tree.xpath(path) if len(words) <= _SHORT)
    for element in tree.xpath(_SHOWN):
        words = " ".join(element.text_content().split())
        if len(words) <= _SHORT:
            yield words
