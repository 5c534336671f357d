"""Pasted texts and saved pages with what is not body, in a half to tune on and a half to measure by.

    dev, test = pages(Path("tests/gold/pasted"), "pasted", "Articles as pasted", faults)

Each page's ``.json`` has its title, source, day and by-line as a reader sees them, and either ``spans``, all that is
not body, or ``body``, its paragraphs: then all that the reader hands on beside them is to be marked.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lib.quality.dataset import DataSet, Gold, Unusable
from lib.read import RawArticle, read

Span = tuple[int, int, str]
_NOTES = {
    "dev": "invented news in the furniture of real sites, written before the cleaner was run; rules may be changed "
    "after reading errors in this half",
    "test": "invented news in the furniture of real sites, written before the cleaner was run; nothing may be tuned by "
    "looking at this half",
}


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of its article: empty or None where it says nothing."""

    title: str
    source: str
    published: dt.date | None
    byline: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was read, and the gold on it; ``lost`` are body paragraphs that are not in the text."""

    name: str
    part: str
    raw: RawArticle
    head: Head
    marks: tuple[Span, ...]
    lost: tuple[str, ...] = ()


def read_pages(folder: Path) -> Iterator[Page]:
    """The pages of a folder in order. Raises ``ValueError`` where page and gold do not go together."""
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        raw = next(read(folder / row["file"]), None)
        if not isinstance(raw, RawArticle):
            raise ValueError(f"{path.name}: {row['file']} cannot be read as an article")
        day = dt.date.fromisoformat(row["published"]) if row["published"] else None
        head = Head(row["title"], row["source"], day, row["byline"])
        marks, lost = _outside(raw.text, row["body"]) if "body" in row else (_spans(raw.text, row, path.name), ())
        yield Page(row["file"], row["part"], raw, head, marks, lost)


def pages(folder: Path, key: str, title: str, faults: list[Unusable]) -> list[DataSet]:
    """The two halves as data sets of whole articles; none without the folder."""
    try:
        found = list(read_pages(folder))
    except (ValueError, KeyError) as error:
        faults.append(Unusable(folder.name, str(error), "gold as its README says"))
        return []
    return [
        DataSet(
            f"{key}-{part}", f"{title}, {part} half", "written by us",
            tuple(_document(page) for page in found if page.part == part), note, ours=True, build=True, part=part,
        )
        for part, note in _NOTES.items() if any(page.part == part for page in found)
    ]  # fmt: skip


def _document(page: Page) -> Gold:
    raw = page.raw
    return Gold(page.name, raw.text, raw.published, raw.source, raw.title, marks=page.marks,
                real_day=page.head.published)  # fmt: skip


def _spans(text: str, row: dict[str, Any], name: str) -> tuple[Span, ...]:
    for span in row["spans"]:
        if text[span["start"] : span["end"]] != span["text"]:
            raise ValueError(f"{name}: {span['text'][:60]!r} does not stand at {span['start']}")
    return tuple((span["start"], span["end"], span["kind"]) for span in row["spans"])


def _outside(text: str, body: Sequence[str]) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """What stands between the paragraphs of the body, and the paragraphs that are not there."""
    places, lost, at = [], [], 0
    for words in body:
        match = re.compile(r"\s+".join(map(re.escape, words.split()))).search(text, at)
        if match is None:
            lost.append(words)
            continue
        places.append(match.span())
        at = match.end()
    edges = [0, *(edge for place in places for edge in place), len(text)]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    return tuple((start, end, "boilerplate") for start, end in gaps if text[start:end].strip("-•* \n")), tuple(lost)
