"""Articles beside each other: every article gets its story; claims, differences and the ledger are written by story.

    counts = relate_all(tables, vectors_folder, progress)

Once every article has its story, the tables are sorted by story (``by_story``) and walked side by side: what is in
memory is one story and what sorting holds at a time (``lib.build.sorting``), not the corpus.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from lib.build.linking import Sorted
from lib.build.memory import between_stages
from lib.build.pointers import Pointer, Pointers, write_pointers
from lib.build.progress import Progress
from lib.build.sorting import ArticleOrder, write_sorted
from lib.build.stages import find_stories, relate_story
from lib.build.streams import ByArticle, Growing
from lib.relate import Related
from lib.relate.stories import StoryArticle
from lib.relate.story import Account, StoryAccounts
from lib.relate.vectors import Encodes, Vectors, VectorsMissingError
from lib.schema import (
    Article,
    Event,
    Mention,
    Quantity,
    Quote,
    Sentence,
    Standing,
    TimeExpression,
    Word,
)
from lib.schema.scratch import Predicate

#: Rows of ``Related`` → the tables that they are written to.
TABLES = ("claims", "claim_sentences", "differences", "nearest", "unshared", "ledger")
#: Rows that are sorted by story together.
PART = 20_000


def relate_all(
    tables: Sorted, vectors_folder: Path, progress: Progress, encoder: Encodes | None = None
) -> dict[str, int]:
    """Write stories, claims and the ledger, and the tables that name them; rows of each table.

    ``encoder`` is another than MiniLM, for measuring what comparing costs without it.
    """
    stories = find_stories(progress.through(story_articles(tables), "grouping into stories", "articles"))
    between_stages(len(tables.order))
    pointers = tables.linked / "pointers.parquet"
    articles = tables.linked / "articles.parquet"
    with ExitStack() as stack:
        out = {name: stack.enter_context(Growing(name, tables.draft)) for name in ("stories", *TABLES)}
        out["stories"].add(list(stories.stories))
        progress.stage("comparing accounts", "stories", len(stories.stories))
        vectors = _vectors(vectors_folder, encoder, stack)
        write_pointers(_compared(tables, stories.story_of, vectors, out, progress), articles, pointers)
        if vectors:
            vectors.drop_unused()
    counts = {name: table.n for name, table in out.items()}
    return counts | _name(tables, stories.story_of, pointers)


def _compared(
    tables: Sorted, story_of: Mapping[str, str], vectors: Vectors | None, out: Mapping[str, Growing], progress: Progress
) -> Iterator[Pointer]:
    """Compare story by story and write what that gives; yields what it says of quantities and standings."""
    for story in by_story(tables, story_of):
        related = relate_story(story, vectors)
        _add(out, related)
        for name, targets in (("quantities", related.ledger.row_of), ("standings", related.claim_of_standing)):
            yield from (Pointer(*place, name, target) for place, target in targets.items())
        progress.step()


def _vectors(folder: Path, encoder: Encodes | None, stack: ExitStack) -> Vectors | None:
    """The vectors kept in a folder; None where the model is missing, which the build says (``vectors_missing``)."""
    try:
        return stack.enter_context(Vectors(folder, encoder))
    except VectorsMissingError:
        return None


def _add(out: Mapping[str, Growing], related: Related) -> None:
    out["claims"].add(related.claims.claims)
    out["claim_sentences"].add(related.claims.sentences)
    out["differences"].add(related.claims.differences)
    out["nearest"].add(related.claims.nearest)
    out["unshared"].add(related.claims.unshared)
    out["ledger"].add(related.ledger.rows)


def story_articles(tables: Sorted) -> Iterator[StoryArticle]:
    """What of each article decides its story, in order of publication."""
    mentions = ByArticle(Mention, tables.draft / "mentions.parquet")
    sentences = ByArticle(Sentence, tables.draft / "sentences.parquet")
    for a in ByArticle(Article, tables.linked / "articles.parquet", rows=500):
        body = "\n".join(a.text[s.start : s.end] for s in sentences.of(a.article_id))
        names = Counter(mention.entity_id for mention in mentions.of(a.article_id))
        yield StoryArticle(a.article_id, a.source, a.published, a.title, body, names, a.origin_id)


def by_story(tables: Sorted, story_of: Mapping[str, str]) -> Iterator[StoryAccounts]:
    """Every story, in the order in which the last articles of stories were published."""
    last = {story_of[known]: place for place, known in enumerate(tables.order)}
    order = ArticleOrder(sorted(tables.order, key=lambda known: last[story_of[known]]))
    with TemporaryDirectory(prefix="by-story-", dir=tables.linked) as kept:
        folder = Path(kept)
        for name, row, place in (("articles", Article, tables.linked), *_rows_of(tables)):
            write_sorted(row, _parts(place / f"{name}.parquet"), order, folder / f"{name}.parquet", folder)
        for story_id, accounts in groupby(_accounts(folder, tables, story_of), key=lambda one: one.article.story_id):
            yield StoryAccounts(story_id, list(accounts))


def _rows_of(tables: Sorted) -> list[tuple[str, type, Path]]:
    """What an account is made of, and where it is kept by article."""
    return [
        ("sentences", Sentence, tables.draft), ("mentions", Mention, tables.draft),
        ("times", TimeExpression, tables.draft), ("events", Event, tables.draft), ("quotes", Quote, tables.draft),
        ("quantities", Quantity, tables.linked), ("standings", Standing, tables.linked),
        ("words", Word, tables.draft), ("predicates", Predicate, tables.found),
    ]  # fmt: skip


def _parts(path: Path) -> Iterator[pa.Table]:
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(PART):
            yield pa.Table.from_batches([batch])


def _accounts(folder: Path, tables: Sorted, story_of: Mapping[str, str]) -> Iterator[Account]:
    rows = {name: ByArticle[Any](row, folder / f"{name}.parquet") for name, row, _ in _rows_of(tables)}
    for article in ByArticle(Article, folder / "articles.parquet", rows=500):
        found = {name: table.of(article.article_id) for name, table in rows.items()}
        yield Account(replace(article, story_id=story_of[article.article_id]), **found)


def _name(tables: Sorted, story_of: Mapping[str, str], pointers: Path) -> dict[str, int]:
    """Articles with their stories, quantities with their ledger rows, standings with their claims."""
    with Growing("articles", tables.draft, rows=500) as articles:
        for article in ByArticle(Article, tables.linked / "articles.parquet", rows=500):
            articles.add([replace(article, story_id=story_of[article.article_id])])
    row_of, claim_of = Pointers(pointers, "quantities"), Pointers(pointers, "standings")
    with Growing("quantities", tables.draft) as quantities:
        for q in ByArticle(Quantity, tables.linked / "quantities.parquet"):
            quantities.add([replace(q, ledger_id=row_of.of(q.article_id, (q.start, q.end)) or "")])
    with Growing("standings", tables.draft) as standings:
        for s in ByArticle(Standing, tables.linked / "standings.parquet"):
            standings.add([replace(s, claim_id=claim_of.of(s.article_id, (s.start, s.end)))])
    return {"articles": articles.n, "quantities": quantities.n, "standings": standings.n}
