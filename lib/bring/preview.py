"""What was understood of uploads, before anything is kept: an article a row, each with how each value is known.

preview.articles[0].title, preview.articles[0].published_evidence, preview.articles[0].spans

All words in it come from outside: show them as text, never as markup.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Self

from lib.bring.changes import Changes
from lib.find.marks import Mark, mark
from lib.read import RawArticle
from lib.schema import Problem


@dataclass(frozen=True)
class Understood:
    """One article. Properties are those of the article with its changes; ``raw`` is as it was read."""

    number: int
    raw: RawArticle
    changes: Changes = field(default_factory=Changes)
    #: The corpus's articles with the same text: outlet and place of each.
    in_corpus: tuple[tuple[str, str], ...] = ()
    #: Where the same article (text and outlet) is kept already: 'news.csv row 3', 'in the corpus: TITLE'; else empty.
    #: Like ``same_text_as`` it is what ``settled`` says of all articles with their changes.
    duplicate_of: str = ""
    #: Where another outlet's article with the same text stands: a wire story that both print. It is kept.
    same_text_as: str = ""
    problems: tuple[Problem, ...] = ()

    @cached_property
    def article(self) -> RawArticle:
        """The article as it would be kept."""
        return self.changes.applied(self.raw)

    @property
    def title(self) -> str:
        return self.article.title

    @property
    def source(self) -> str:
        return self.article.source

    @property
    def source_how(self) -> str:
        return self.article.source_how

    @property
    def source_evidence(self) -> str:
        return self.article.source_evidence

    @property
    def published(self) -> dt.date | None:
        return self.article.published

    @property
    def published_how(self) -> str:
        return self.article.published_how

    @property
    def published_evidence(self) -> str:
        return self.article.published_evidence

    @property
    def text(self) -> str:
        return self.raw.text

    @property
    def place(self) -> str:
        """'news.csv row 3': where it was read from."""
        return f"{self.raw.path} {self.raw.where}".strip()

    @cached_property
    def spans(self) -> list[Mark]:
        """What of the text is not body, as the build would mark it; found when first asked for (milliseconds)."""
        return mark(self.text, self.title)

    @cached_property
    def n_words(self) -> int:
        """Words of the body, marked spans left out, counted by white space."""
        n, at = 0, 0
        for span in self.spans:
            n += len(self.text[at : span.start].split())
            at = span.end
        return n + len(self.text[at:].split())

    @property
    def is_kept(self) -> bool:
        """Whether it would be kept: not left out by hand, and no duplicate of one that is kept."""
        return not self.changes.leave_out and not self.duplicate_of

    def is_same_outlet(self, source: str) -> bool:
        """Whether the article may be the one that outlet ``source`` printed in the same words.

        An outlet that is not known may be any, but one that a person named is not the unknown one.
        """
        if source and self.source:
            return source == self.source
        return not (self.source and "source" in self.changes.fields)


def settled(articles: Iterable[Understood]) -> tuple[Understood, ...]:
    """The articles with their duplicates as they are now: of each text and outlet the first not left out is kept."""
    kept: dict[str, list[tuple[str, str]]] = {}
    found: list[Understood] = []
    for article in articles:
        before = kept.setdefault(article.text, [])
        there = [*article.in_corpus, *before]
        twin = next((place for source, place in there if article.is_same_outlet(source)), "")
        other = there[0][1] if there and not twin else ""
        if (twin, other) != (article.duplicate_of, article.same_text_as):
            # Only then: a new object finds its marked spans anew, which takes milliseconds an article.
            article = replace(article, duplicate_of=twin, same_text_as=other)
        if article.is_kept:
            before.append((article.source, article.place))
        found.append(article)
    return tuple(found)


@dataclass(frozen=True)
class Preview:
    """Every article that was understood, and what could not be read at all. ``articles`` are ``settled``."""

    articles: tuple[Understood, ...] = ()
    problems: tuple[Problem, ...] = ()
    #: The reading was stopped by hand: what is here was read before.
    stopped: bool = False
    names: tuple[str, ...] = field(default=())

    def changed(self, number: int, changes: Changes) -> Self:
        """The same preview with one article's changes set anew. Raises ``IndexError`` where there is none."""
        return self.all_changed({number: changes})

    def all_changed(self, changes: Mapping[int, Changes]) -> Self:
        """The same for many at once: article number → its changes. Duplicates are found anew."""
        articles = list(self.articles)
        for number, change in changes.items():
            if not 0 <= number < len(articles):
                raise IndexError(f"there is no article {number}; there are {len(articles)}, from 0")
            articles[number] = replace(articles[number], changes=change)
        return replace(self, articles=settled(articles))

    @property
    def kept(self) -> tuple[Understood, ...]:
        """The articles that would be kept: the first of each text and outlet that is not left out."""
        return tuple(article for article in self.articles if article.is_kept)
