"""What was read: articles, their marked spans and sentences, copies of wire stories, problems."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lib.schema.columns import PUBLISHED_HOW, SOURCE_HOW, SPAN_KINDS, column


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read. ``text`` is never rewritten; cleaning only marks spans of it."""

    article_id: str = column("16 hex digits: hash of source and text")
    source: str = column("the outlet's name as shown; empty where it is not known")
    source_how: str = column("how the source is known", allowed=SOURCE_HOW)
    source_evidence: str = column("the words, field or file name that the source was read from")
    title: str = column("headline; empty where there is none")
    published: dt.date | None = column("the day that relative dates are counted from; null when open")
    published_start: dt.date | None = column("first day on which it can have been published")
    published_end: dt.date | None = column("day after the last one on which it can have been published")
    published_how: str = column("how the publication date is known", allowed=PUBLISHED_HOW)
    published_evidence: str = column("the words, field or reasons that the date rests on")
    url: str = column("address of the article; empty where there is none")
    author: str = column("byline; empty where there is none")
    language: str = column("ISO 639-1 code")
    text: str = column("the article as it came (for HTML: as extracted)")
    n_words: int = column("words of the body, marked spans left out")
    origin_id: str = column("shared by copies of one wire story; else the article's own id")
    story_id: str = column("stories.story_id: the running story that the article belongs to")
    path: str = column("the input that it was read from, relative to where the build ran")


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A stretch of an article that is not its body: shown dimmed, never counted."""

    article_id: str = column("articles.article_id")
    start: int = column("first code point")
    end: int = column("one past the last code point")
    kind: str = column("what it is", allowed=SPAN_KINDS)
    why: str = column("the rule that marked it, in words")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body."""

    article_id: str = column("articles.article_id")
    sentence_id: int = column("0, 1, 2 … in reading order within the article")
    start: int = column("first code point")
    end: int = column("one past the last code point")
    paragraph: int = column("0, 1, 2 … paragraph of the body")


@dataclass(frozen=True, slots=True)
class Copy:
    """One passage that an article shares with the first article of its wire story: the evidence of ``origin_id``."""

    article_id: str = column("articles.article_id")
    start: int = column("first code point")
    end: int = column("one past the last code point")
    other_id: str = column("article that has the same passage")
    other_start: int = column("first code point there")
    other_end: int = column("one past the last code point there")
    score: float = column("share, 0 to 1, of the article's words that such passages cover")
    why: str = column("one English sentence")


@dataclass(frozen=True, slots=True)
class Problem:
    """An input, or part of one, that could not be used."""

    path: str = column("the input")
    where: str = column("row, line or part of it; empty for the whole")
    what: str = column("what is wrong, with the value")
    why: str = column("what is allowed")
    remedy: str = column("what to do next")
