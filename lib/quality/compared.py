"""A corpus that was just built, compared once more: every pair of sentences that was looked at, with its agreement.

    for agreement, (a, b) in compared(corpus):
        agreement.score, a, b               # 0.93, ('3f9a…', 4), ('77c0…', 2)

A build writes only the pairs that it joins; how well pairs are ranked is seen in all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypeVar

from lib import generation
from lib.build.run import PARSED, VECTORS
from lib.build.streams import ByArticle
from lib.relate.claims import agreements_of
from lib.relate.claims.agreement import Agreement
from lib.relate.story import Account, StoryAccounts
from lib.relate.vectors import Vectors
from lib.schema import Article, Event, Mention, Quantity, Quote, Sentence, Standing, TimeExpression, Word
from lib.schema.scratch import Predicate

#: article_id and sentence_id.
Place = tuple[str, int]


class _OfArticle(Protocol):
    @property
    def article_id(self) -> str: ...


R = TypeVar("R", bound=_OfArticle)


def compared(
    corpus: Path, *, by_meaning: bool = True, every_clause: bool = False
) -> Iterator[tuple[Agreement, tuple[Place, Place]]]:
    """Each pair of a story that was compared closely, its places in order; by words alone where there is no model."""
    if not (by_meaning and Vectors.available()):
        yield from _all(corpus, None, every_clause)
        return
    with Vectors(corpus / VECTORS) as vectors:
        yield from _all(corpus, vectors, every_clause)


def _all(corpus: Path, vectors: Vectors | None, every_clause: bool) -> Iterator[tuple[Agreement, tuple[Place, Place]]]:
    for story in stories_in(corpus):
        likeness, agreements = agreements_of(story, vectors, every_clause=every_clause)
        for agreement in agreements:
            if likeness is not None:
                a, b = (likeness.statements[n].key for n in (agreement.a, agreement.b))
                yield agreement, ((a, b) if a <= b else (b, a))


def stories_in(corpus: Path) -> list[StoryAccounts]:
    """The stories of the current generation, as comparing was given them."""
    folder = generation.current(corpus)
    sentences, mentions = _by_article(Sentence, folder / "sentences"), _by_article(Mention, folder / "mentions")
    times, events = _by_article(TimeExpression, folder / "times"), _by_article(Event, folder / "events")
    quotes, words = _by_article(Quote, folder / "quotes"), _by_article(Word, folder / "words")
    quantities, standings = _by_article(Quantity, folder / "quantities"), _by_article(Standing, folder / "standings")
    predicates = _predicates(corpus / PARSED)
    stories: dict[str, list[Account]] = defaultdict(list)
    for article in ByArticle(Article, folder / "articles.parquet", rows=500):
        known = article.article_id
        stories[article.story_id].append(
            Account(
                article, sentences[known], mentions[known], times[known], events[known], quotes[known],
                quantities[known], standings[known], words[known], predicates[known],
            )
        )  # fmt: skip
    return [StoryAccounts(story_id, accounts) for story_id, accounts in stories.items()]


def _by_article(row: type[R], path: Path) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for one in ByArticle(row, path.with_suffix(".parquet")):
        found[one.article_id].append(one)
    return found


def _predicates(parsed: Path) -> dict[str, list[Predicate]]:
    """No table of a generation has them. An article that was dated late is there twice, with the same ones."""
    unique: dict[Predicate, None] = {}
    for path in sorted(parsed.glob("*/predicates.parquet")):
        unique |= dict.fromkeys(ByArticle(Predicate, path))
    found: dict[str, list[Predicate]] = defaultdict(list)
    for one in unique:
        found[one.article_id].append(one)
    return found
