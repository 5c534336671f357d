"""Publication days that nobody stated: inferred where the articles allow it, else left open, never today.

    faults = date_undated(spool, entries, store, nlp, version, progress)

Articles with a new day (or new bounds for it) are parsed again, as their relative dates now mean something. The
inference holds the articles that it compares in memory, so a large corpus is taken in groups of undated articles,
each with the dated ones that share most names with it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import nlargest
from typing import Any

from spacy.language import Language

from lib.build.entries import Entry
from lib.build.parsed import ParsedRows, key_of
from lib.build.parsing import parse_missing
from lib.build.problems import undated
from lib.build.progress import Progress
from lib.build.spool import Spool
from lib.build.stages import Clues, DatedArticle, InferredDate, clues_of, infer_published
from lib.interval import DateInterval, say_day
from lib.schema import Mention, Problem, TimeExpression, Word

#: Undated articles in a group, and dated ones compared with it (about 50 kB each).
UNDATED = 1_000
DATED = 3_000
#: Days that rest on a statement: an inference of another group is no evidence. Within its group it may be, as the next
#: link of a chain (``infer_published``).
STATED = ("metadata", "text", "filename", "given")


def date_undated(
    spool: Spool, entries: Mapping[str, Entry], store: ParsedRows, nlp: Language, version: str, progress: Progress
) -> list[Problem]:
    """Give entries their inferred days and parse those articles again. Returns what failed."""
    usable = {known: entry for known, entry in entries.items() if entry.key in store}
    undated = sorted(known for known, entry in usable.items() if entry.published is None)
    if not undated:
        return []
    progress.stage("inferring publication days", "articles", len(undated))
    found: dict[str, InferredDate] = {}
    for at in range(0, len(undated), UNDATED):
        found |= _infer(undated[at : at + UNDATED], usable, store, spool)
        progress.step(len(undated[at : at + UNDATED]))
    _apply(found, usable, spool, version)
    return parse_missing(spool, {known: usable[known] for known in found}, store, nlp, progress)


def _infer(
    undated: Sequence[str], entries: Mapping[str, Entry], store: ParsedRows, spool: Spool
) -> dict[str, InferredDate]:
    dated = _nearest(undated, entries, store)
    clues = _clues({*undated, *dated}, entries, store, spool)
    known = [(clues[other], entries[other].published) for other in dated]
    return infer_published(
        [clues[article_id] for article_id in undated], [DatedArticle(c, day) for c, day in known if day is not None]
    )


def _nearest(undated: Sequence[str], entries: Mapping[str, Entry], store: ParsedRows) -> list[str]:
    """The dated articles that share most names with the undated ones; all of them where they are few."""
    dated = [known for known, entry in entries.items() if entry.published and entry.published_how in STATED]
    if len(dated) <= DATED:
        return sorted(dated)
    sought = {name for _, names in _names(undated, entries, store) for name in names}
    shared = {known: len(names & sought) for known, names in _names(dated, entries, store)}
    return sorted(nlargest(DATED, shared, key=lambda known: (shared[known], known)))


def _names(ids: Sequence[str], entries: Mapping[str, Entry], store: ParsedRows) -> Iterator[tuple[str, set[str]]]:
    """Articles with their names, a batch of kept rows in memory at a time; those without any are left out."""
    for table in store.tables("mentions", {entries[known].key for known in ids}):
        names: dict[str, set[str]] = defaultdict(set)
        for known, text in zip(table["article_id"].to_pylist(), table["text"].to_pylist(), strict=True):
            names[str(known)].add(str(text).casefold())
        yield from names.items()


def _clues(ids: Collection[str], entries: Mapping[str, Entry], store: ParsedRows, spool: Spool) -> dict[str, Clues]:
    keys = {entries[known].key for known in ids}
    rows: dict[str, dict[str, list[Any]]] = {}
    for name, row in (("times", TimeExpression), ("mentions", Mention), ("words", Word)):
        rows[name] = defaultdict(list)
        for table in store.tables(name, keys):
            for values in table.to_pylist():
                rows[name][values["article_id"]].append(row(**values))
    return {
        article.article_id: clues_of(
            article, spans, *(rows[name][article.article_id] for name in ("times", "mentions", "words"))
        )
        for chunk in spool.chunks()
        for article, spans in chunk
        if article.article_id in ids
    }


def still_undated(spool: Spool, entries: Mapping[str, Entry]) -> list[Problem]:
    """A problem for every article whose day is neither stated nor inferred."""
    ids = {known for known, entry in entries.items() if entry.published is None}
    if not ids:
        return []
    found = []
    for chunk in spool.chunks():
        for article, _ in chunk:
            if article.article_id in ids:
                article = entries[article.article_id].changed(article)
                found.append(undated(article, _bounds(article.published_start, article.published_end)))
    return found


def _bounds(start: dt.date | None, end: dt.date | None) -> str:
    if start and end:
        return f"; it lies within {DateInterval(start, end)}"
    last = f"; it is not after {say_day(end - dt.timedelta(days=1))}" if end else ""
    return f"; it is not before {say_day(start)}" if start else last


def _apply(found: Mapping[str, InferredDate], entries: Mapping[str, Entry], spool: Spool, version: str) -> None:
    for chunk in spool.chunks():
        for article, spans in chunk:
            if article.article_id in found:
                entry, answer = entries[article.article_id], found[article.article_id]
                entry.published = answer.published
                entry.published_how = "inferred" if answer.published else "unknown"
                entry.changes = {
                    "published": answer.published,
                    "published_start": answer.start,
                    "published_end": answer.end,
                    "published_how": entry.published_how,
                    "published_evidence": answer.evidence,
                }
                entry.key = key_of(entry.changed(article), spans, version)
