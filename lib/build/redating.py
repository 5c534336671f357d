"""Relative dates in copied words: counted from the original's day, once it is known what is a copy of what.

    redate(tables, entries, progress)      # after write_articles, before linking

Times, events and quantities are rewritten where they are, article by article in order of publication, so that a copy of
a copy takes over what its original took over. Memory holds the dates that stand in copied passages. Rows kept between
builds (``lib.build.parsed``) stay as the finders left them: another corpus may not have the original.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from os import replace as move
from pathlib import Path

from lib.build.dating import STATED
from lib.build.entries import Entry
from lib.build.linking import Sorted
from lib.build.progress import Progress
from lib.build.stages import MOST_DAYS, Dated, Told, count_from_original, told_in
from lib.build.streams import ByArticle, Growing
from lib.schema import Article, Copy, Event, Quantity, TimeExpression

#: The passages of each original, by its article.
Copies = Mapping[str, list[Copy]]


def redate(tables: Sorted, entries: Mapping[str, Entry], progress: Progress) -> int:
    """Rewrite what hangs on dates of copied words; how many articles changed. Nothing is read where nothing can."""
    of_original: dict[str, list[Copy]] = defaultdict(list)
    for copy in ByArticle(Copy, tables.draft / "copies.parquet"):
        if _older(entries[copy.other_id], entries[copy.article_id]):
            of_original[copy.other_id].append(copy)
    if not of_original:
        return 0
    told: dict[str, dict[Copy, Told]] = defaultdict(dict)
    # Of articles of one day the original may come later in order, so what originals say is asked of all at first.
    for article_id, dated in _rows(tables, progress, "reading dates of wire stories"):
        _tell(told, of_original.get(article_id, ()), dated)
    n = 0
    places = _places(tables)
    folder = tables.linked / "redated"
    folder.mkdir()
    with ExitStack() as stack:
        out = {name: stack.enter_context(Growing(name, folder)) for name in places}
        for article_id, dated in _rows(tables, progress, "dating copied words"):
            changed = count_from_original(dated, list(told.pop(article_id, {}).items()))
            if changed is not None:
                n += 1
                _tell(told, of_original.get(article_id, ()), changed)
            for name, table in out.items():
                table.add(getattr(changed or dated, name))
    for name, place in places.items():
        move(folder / f"{name}.parquet", place / f"{name}.parquet")
    return n


def _older(original: Entry, copy: Entry) -> bool:
    """Whether the original's day is stated and not after the copy's; of one day, a dateline may still be older."""
    if original.published is None or copy.published is None or original.published_how not in STATED:
        return False
    return 0 <= (copy.published - original.published).days <= MOST_DAYS


def _tell(told: dict[str, dict[Copy, Told]], passages: list[Copy] | tuple[()], original: Dated) -> None:
    for passage in passages:
        if (said := told_in(passage, original)) is not None:
            told[passage.article_id][passage] = said


def _places(tables: Sorted) -> dict[str, Path]:
    return {"times": tables.draft, "events": tables.found, "quantities": tables.found}


def _rows(tables: Sorted, progress: Progress, doing: str) -> Iterator[tuple[str, Dated]]:
    at = {name: place / f"{name}.parquet" for name, place in _places(tables).items()}
    times, events = ByArticle(TimeExpression, at["times"]), ByArticle(Event, at["events"])
    quantities = ByArticle(Quantity, at["quantities"])
    articles = ByArticle(Article, tables.linked / "articles.parquet", rows=500)
    for a in progress.through(articles, doing, "articles"):
        known = a.article_id
        yield known, Dated(a.text, a.source, times.of(known), events.of(known), quantities.of(known))
