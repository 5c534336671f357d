"""Articles beside each other: every article gets its story; claims, differences and the ledger are written by story.

    counts = relate_all(tables, vectors_folder, progress)

Tables are walked side by side in order of publication, and a story is compared as soon as its last article was seen:
what stays in memory is the stories that are running on one day, not the corpus.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from lib.build.linking import Sorted
from lib.build.pointers import Pointer, Pointers, write_pointers
from lib.build.progress import Progress
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
TABLES = ("claims", "claim_sentences", "differences", "nearest", "ledger")


def relate_all(
    tables: Sorted, vectors_folder: Path, progress: Progress, encoder: Encodes | None = None
) -> dict[str, int]:
    """Write stories, claims and the ledger, and the tables that name them; rows of each table.

    ``encoder`` is another than MiniLM, for measuring what comparing costs without it.
    """
    stories = find_stories(progress.through(story_articles(tables), "grouping into stories", "articles"))
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
    for story in _by_story(tables, story_of):
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
    out["ledger"].add(related.ledger.rows)


def story_articles(tables: Sorted) -> Iterator[StoryArticle]:
    """What of each article decides its story, in order of publication."""
    mentions = ByArticle(Mention, tables.draft / "mentions.parquet")
    sentences = ByArticle(Sentence, tables.draft / "sentences.parquet")
    for a in ByArticle(Article, tables.linked / "articles.parquet", rows=500):
        body = "\n".join(a.text[s.start : s.end] for s in sentences.of(a.article_id))
        names = Counter(mention.entity_id for mention in mentions.of(a.article_id))
        yield StoryArticle(a.article_id, a.source, a.published, a.title, body, names, a.origin_id)


def _by_story(tables: Sorted, story_of: Mapping[str, str]) -> Iterator[StoryAccounts]:
    """Every story, once its last article was seen."""
    missing = Counter(story_of.values())
    waiting: dict[str, list[Account]] = {}
    for account in _accounts(tables, story_of):
        story_id = account.article.story_id
        waiting.setdefault(story_id, []).append(account)
        missing[story_id] -= 1
        if not missing[story_id]:
            yield StoryAccounts(story_id, waiting.pop(story_id))


def _accounts(tables: Sorted, story_of: Mapping[str, str]) -> Iterator[Account]:
    sentences = ByArticle(Sentence, tables.draft / "sentences.parquet")
    mentions = ByArticle(Mention, tables.draft / "mentions.parquet")
    times = ByArticle(TimeExpression, tables.draft / "times.parquet")
    events = ByArticle(Event, tables.draft / "events.parquet")
    quotes = ByArticle(Quote, tables.draft / "quotes.parquet")
    quantities = ByArticle(Quantity, tables.linked / "quantities.parquet")
    standings = ByArticle(Standing, tables.linked / "standings.parquet")
    words = ByArticle(Word, tables.draft / "words.parquet")
    predicates = ByArticle(Predicate, tables.found / "predicates.parquet")
    for article in ByArticle(Article, tables.linked / "articles.parquet", rows=500):
        known = article.article_id
        yield Account(
            replace(article, story_id=story_of[known]), sentences.of(known), mentions.of(known), times.of(known),
            events.of(known), quotes.of(known), quantities.of(known), standings.of(known), words.of(known),
            predicates.of(known),
        )  # fmt: skip


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
