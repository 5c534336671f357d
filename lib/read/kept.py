"""Articles as ``lib.bring`` keeps them beside a corpus: JSON lines that say how each value is known.

{"dateline": 1, "text": "…", "source": "Harbor Wire", "source_how": "metadata", "published": "2022-02-03", …}

A row is read back as it was kept: what a person corrected stays corrected, what was read keeps its evidence.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping

from lib.read.checks import fault_of
from lib.read.raw import RawArticle, problem
from lib.read.rows import Row
from lib.schema import PUBLISHED_HOW, SOURCE_HOW, Problem

#: The key that says so, and the version of the layout.
MARK, VERSION = "dateline", 1
_ID = re.compile(r"[0-9a-f]{16}")
_WORDS = ("title", "source", "source_evidence", "published_evidence", "url", "author", "path", "where")


def is_kept(row: Mapping[str, object]) -> bool:
    """Whether a row of JSON lines is an article that ``kept_line`` wrote."""
    return row.get(MARK) == VERSION and isinstance(row.get("text"), str)


def kept_line(article: RawArticle, corrected: Iterable[str] = ()) -> str:
    """One line, with its line end; ``corrected`` names the fields that a person set by hand."""
    row: dict[str, object] = {MARK: VERSION, "text": article.text, "source_how": article.source_how}
    row |= {name: getattr(article, name) for name in _WORDS}
    row |= {
        "published": article.published.isoformat() if article.published else None,
        "published_how": article.published_how,
        "corrected": sorted(corrected),
    }
    if article.notes:
        row["notes"] = list(article.notes)
    if article.known_as:
        row["article_id"] = article.known_as
    return json.dumps(row, ensure_ascii=True) + "\n"


def read_kept(rows: Iterable[Row | Problem], shown: str) -> Iterator[RawArticle | Problem]:
    """An article or a problem a row."""
    for item in rows:
        yield item if isinstance(item, Problem) else _article(*item, shown)


def _article(where: str, row: Mapping[str, object], shown: str) -> RawArticle | Problem:
    text, source_how, published_how = row.get("text"), row.get("source_how"), row.get("published_how")
    day = _day(row.get("published"))
    if not isinstance(text, str) or source_how not in SOURCE_HOW or published_how not in PUBLISHED_HOW:
        what = "the line is no article as this program keeps it"
        return problem(shown, what, "text, source_how and published_how", "bring the article in again", where)
    if fault := fault_of(text):
        return problem(shown, *fault, where=where)
    words = {name: str(row.get(name) or "") for name in _WORDS}
    words["path"] = words["path"] or shown
    known, notes = str(row.get("article_id") or ""), row.get("notes")
    return RawArticle(
        text=text, source_how=str(source_how), published=day, published_how=str(published_how) if day else "unknown",
        language="en", notes=tuple(map(str, notes)) if isinstance(notes, list) else (),
        known_as=known if _ID.fullmatch(known) else "", **words,
    )  # fmt: skip


def _day(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
