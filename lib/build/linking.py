"""Across the corpus: mentions get their entities, references become entity ids, articles count their entities.

    added = added_mentions(tables, progress)        # names that the corpus confirms, where they were missed
    counts = link_all(tables, added, entries, progress)

Tables are walked side by side, sorted by article. What stays in memory grows with distinct names, not with
mentions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from lib.build.entries import Entry
from lib.build.progress import Progress
from lib.build.stages import (
    Body,
    Lexicon,
    References,
    find_origins,
    link,
    link_descriptions,
    link_events,
    link_quantities,
    link_quotes,
    link_standings,
)
from lib.build.streams import ByArticle, Growing
from lib.schema import (
    Article,
    ArticleEntity,
    Description,
    Event,
    MarkedSpan,
    Mention,
    Quantity,
    Quote,
    Sentence,
    Standing,
)

#: Tables that linking rewrites; the others are written as the finders left them.
REWRITTEN = ("articles", "mentions", "events", "quotes", "quantities", "standings", "descriptions")


@dataclass(frozen=True, slots=True)
class Sorted:
    """Where the sorted tables are: ``found`` before linking, ``linked`` before comparing, ``draft`` when done."""

    found: Path
    linked: Path
    draft: Path
    order: Sequence[str]


def added_mentions(tables: Sorted, progress: Progress) -> dict[str, list[Mention]]:
    """Article → names that the corpus confirms and that were missed there; articles without any are left out."""
    lexicon = Lexicon.from_mentions(ByArticle(Mention, tables.found / "mentions.parquet"))
    articles = ByArticle(Article, tables.found / "articles.parquet", rows=500)
    sentences = ByArticle(Sentence, tables.draft / "sentences.parquet")
    mentions = ByArticle(Mention, tables.found / "mentions.parquet")
    spans = ByArticle(MarkedSpan, tables.draft / "spans.parquet")
    added: dict[str, list[Mention]] = {}
    for article_id in progress.through(tables.order, "completing names", "articles"):
        (article,) = articles.of(article_id)
        places = [(sentence.start, sentence.end) for sentence in sentences.of(article_id)]
        hidden = [(span.start, span.end) for span in spans.of(article_id)]
        if more := lexicon.missed(article_id, article.text, places, mentions.of(article_id), hidden):
            added[article_id] = more
    return added


def write_articles(tables: Sorted, progress: Progress) -> dict[str, int]:
    """Write the articles with the story that each is a copy of, and the passages that prove it; rows of each table."""
    origins = find_origins(progress.through(_bodies(tables), "looking for copies", "articles"))
    with Growing("articles", tables.linked, rows=500) as out, Growing("copies", tables.draft) as proof:
        proof.add(sorted(origins.copies, key=lambda copy: (copy.article_id, copy.start, copy.other_start)))
        for article in ByArticle(Article, tables.found / "articles.parquet", rows=500):
            out.add([replace(article, origin_id=origins.origin_of[article.article_id])])
    return {"articles": out.n, "copies": proof.n}


def _bodies(tables: Sorted) -> Iterator[Body]:
    sentences = ByArticle(Sentence, tables.draft / "sentences.parquet")
    spans = ByArticle(MarkedSpan, tables.draft / "spans.parquet")
    for a in ByArticle(Article, tables.found / "articles.parquet", rows=500):
        places = [(sentence.start, sentence.end) for sentence in sentences.of(a.article_id)]
        yield Body(a.article_id, a.source, a.published, a.text, places, spans.of(a.article_id))


def link_all(
    tables: Sorted, added: Mapping[str, Sequence[Mention]], entries: Mapping[str, Entry], progress: Progress
) -> dict[str, int]:
    """Write what the finders found with its entities, and what follows from that; rows of each table."""
    linked = link(progress.through(_completed(tables, added), "linking", "mentions"))
    sources = {name: number for number, name in enumerate(sorted({entry.source for entry in entries.values()}))}
    mentions = ByArticle(Mention, tables.found / "mentions.parquet")
    events = ByArticle(Event, tables.found / "events.parquet")
    quotes = ByArticle(Quote, tables.found / "quotes.parquet")
    quantities = ByArticle(Quantity, tables.found / "quantities.parquet")
    standings = ByArticle(Standing, tables.found / "standings.parquet")
    descriptions = ByArticle(Description, tables.found / "descriptions.parquet")
    with ExitStack() as stack:
        names = ("mentions", "events", "quotes", "descriptions", "article_entities", "entities", "aliases")
        out = {name: stack.enter_context(Growing(name, tables.draft)) for name in names}
        out |= {name: stack.enter_context(Growing(name, tables.linked)) for name in ("quantities", "standings")}
        out["entities"].add(sorted(linked.entities, key=lambda entity: entity.entity_id))
        out["aliases"].add(linked.aliases)
        for article_id in progress.through(tables.order, "linking", "articles"):
            named = list(linked.relabel(_merged(mentions.of(article_id), added.get(article_id, ()))))
            references = References.of(named)
            out["mentions"].add(named)
            out["events"].add(list(link_events(events.of(article_id), references)))
            out["quotes"].add(list(link_quotes(quotes.of(article_id), references)))
            out["quantities"].add(list(link_quantities(quantities.of(article_id), references)))
            out["standings"].add(list(link_standings(standings.of(article_id), references)))
            out["descriptions"].add(list(link_descriptions(descriptions.of(article_id), references)))
            entry = entries[article_id]
            counted = sorted(Counter(mention.entity_id for mention in named).items())
            out["article_entities"].add(
                [ArticleEntity(article_id, sources[entry.source], entry.published, e, n) for e, n in counted]
            )
    return {name: table.n for name, table in out.items()}


def _completed(tables: Sorted, added: Mapping[str, Sequence[Mention]]) -> Iterator[Mention]:
    mentions = ByArticle(Mention, tables.found / "mentions.parquet")
    for article_id in tables.order:
        yield from _merged(mentions.of(article_id), added.get(article_id, ()))


def _merged(mentions: Sequence[Mention], added: Sequence[Mention]) -> list[Mention]:
    return sorted([*mentions, *added], key=lambda mention: mention.start)
