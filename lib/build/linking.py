"""Across the corpus: mentions get their entities, references become entity ids, articles count their entities.

    counts = link_all(sorted_folder, draft, order, entries, progress)

Two walks over tables that are sorted by article: one counts forms, one writes. What stays in memory grows
with distinct names, not with mentions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from lib.build.entries import Entry
from lib.build.progress import Progress
from lib.build.references import resolve_events, resolve_quotes
from lib.build.stages import entities_of
from lib.build.streams import ByArticle, Growing
from lib.schema import ArticleEntity, Event, Mention, Quote

#: Tables that linking rewrites; the others are written as the finders left them.
REWRITTEN = ("mentions", "events", "quotes")


def link_all(
    found: Path, draft: Path, order: Sequence[str], entries: Mapping[str, Entry], progress: Progress
) -> dict[str, int]:
    """Read ``REWRITTEN`` from ``found`` and write what follows from them into ``draft``; rows of each table."""
    linked = entities_of(progress.through(ByArticle(Mention, found / "mentions.parquet"), "linking", "mentions"))
    sources = {name: number for number, name in enumerate(sorted({entry.source for entry in entries.values()}))}
    mentions = ByArticle(Mention, found / "mentions.parquet")
    events = ByArticle(Event, found / "events.parquet")
    quotes = ByArticle(Quote, found / "quotes.parquet")
    with ExitStack() as stack:
        names = (*REWRITTEN, "article_entities", "entities", "aliases")
        out = {name: stack.enter_context(Growing(name, draft)) for name in names}
        out["entities"].add(sorted(linked.entities, key=lambda entity: entity.entity_id))
        out["aliases"].add(linked.aliases)
        for article_id in progress.through(order, "linking", "articles"):
            named = list(linked.relabel(mentions.of(article_id)))
            out["mentions"].add(named)
            out["events"].add(resolve_events(events.of(article_id), named))
            out["quotes"].add(resolve_quotes(quotes.of(article_id), named))
            entry = entries[article_id]
            counted = sorted(Counter(mention.entity_id for mention in named).items())
            out["article_entities"].add(
                [ArticleEntity(article_id, sources[entry.source], entry.published, e, n) for e, n in counted]
            )
    return {name: table.n for name, table in out.items()}
