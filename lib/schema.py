"""The tables are the contract: one frozen dataclass a row, one Arrow schema a table.

The build writes these tables and the app reads them; the two halves share nothing else. A row
class *is* the declaration: its fields give the columns, their types and (in ``doc``) their meaning.

    Sentence(article_id="a1", sentence_id=0, start=0, end=12, paragraph=0)

``lib.tables`` turns rows into Arrow tables and checks them.

Offsets are Unicode code points into ``Article.text``, end exclusive. A ``date_end`` is exclusive too.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

# Closed vocabularies. A value outside of them is refused on write, so a chart never meets a surprise.
PUBLISHED_HOW = ("metadata", "text", "filename", "given", "inferred", "assumed", "unknown")
SOURCE_HOW = ("metadata", "text", "filename", "given", "unknown")
SPAN_KINDS = ("headline", "dateline", "caption", "promo", "boilerplate", "stray")
LABELS = ("PERSON", "ORG", "COUNTRY", "PLACE", "GROUP", "PRODUCT", "EVENT", "OTHER")
ACTOR_LABELS = ("PERSON", "ORG", "COUNTRY")
ROLES = ("name", "metonym", "demonym", "acronym", "title", "pronoun")
TIMEX_TYPES = ("DATE", "TIME", "DURATION", "SET")
PRECISIONS = (
    "time", "day", "weekend", "week", "range", "month", "season", "quarter", "half",
    "year", "decade", "century", "vague", "none",
)  # fmt: skip
ANCHOR_HOW = ("published", "dateline", "previous", "event", "explicit", "none")
STATUSES = ("happened", "planned", "alleged", "background")
QUOTE_KINDS = ("direct", "partial", "indirect")
ATTRIBUTIONS = ("named", "anonymous", "institution", "document", "outlet")


def column(doc: str, *, allowed: tuple[str, ...] | None = None) -> Any:
    """A dataclass field that carries its meaning and, where it is closed, its vocabulary."""
    return field(metadata={"doc": doc, "allowed": allowed})


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
class Mention:
    """One name at one place in the text."""

    article_id: str = column("articles.article_id")
    sentence_id: int = column("sentences.sentence_id")
    start: int = column("first code point")
    end: int = column("one past the last code point")
    text: str = column("the words, exactly text[start:end]")
    label: str = column("type of the thing named", allowed=LABELS)
    entity_id: str = column("entities.entity_id")
    role: str = column("how it is named: 'Russian' is a demonym of Russia, 'Moscow' may be a metonym", allowed=ROLES)
    method: str = column("what found it: 'ner', 'gazetteer', 'consistency', …")
    score: float = column("0 to 1, how sure")


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor, place or thing, across the whole corpus."""

    entity_id: str = column("readable slug, unique in the corpus, e.g. 'volodymyr-zelenskyy'")
    name: str = column("the name shown")
    label: str = column("type", allowed=LABELS)
    aliases: tuple[str, ...] = column("every surface form put under it, most frequent first")


@dataclass(frozen=True, slots=True)
class Alias:
    """Why one surface form stands under one entity."""

    entity_id: str = column("entities.entity_id")
    alias: str = column("surface form")
    role: str = column("how it names the entity", allowed=ROLES)
    n: int = column("mentions with this form")
    method: str = column("the rule that merged it: 'same words', 'surname', 'acronym', 'gazetteer', …")
    score: float = column("0 to 1, how sure")
    why: str = column("one English sentence")


@dataclass(frozen=True, slots=True)
class Reading:
    """Another way to read a time expression."""

    value: str = column("TIMEX3 value")
    date_start: dt.date | None = column("first day; null unless a calendar date")
    date_end: dt.date | None = column("day after the last one")
    why: str = column("when this reading would hold")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One time expression with its value and how that was reasoned (TIMEX3: ISO 24617-1)."""

    article_id: str = column("articles.article_id")
    sentence_id: int = column("sentences.sentence_id")
    start: int = column("first code point")
    end: int = column("one past the last code point")
    text: str = column("the words, exactly text[start:end]")
    type: str = column("TIMEX3 type", allowed=TIMEX_TYPES)
    value: str = column("TIMEX3 value: 2022-02-03, 2022-01, 2021-W50, P2Y, PAST_REF; empty while it is open")
    date_start: dt.date | None = column("first day; null unless a calendar date")
    date_end: dt.date | None = column("day after the last one; null unless a calendar date")
    precision: str = column("how fine the date is", allowed=PRECISIONS)
    anchor: dt.date | None = column("the day it was counted from; null where it needs none or none is known")
    anchor_how: str = column("what that day is", allowed=ANCHOR_HOW)
    rule: str = column("name of the rule that resolved it, e.g. 'weekday-past'")
    why: str = column("the reasoning as one English sentence")
    alternatives: tuple[Reading, ...] = column("other readings, likeliest first")
    score: float = column("0 to 1, how sure")


@dataclass(frozen=True, slots=True)
class Event:
    """One dated happening in one sentence."""

    event_id: str = column("article_id:sentence_id:start of the trigger")
    article_id: str = column("articles.article_id")
    sentence_id: int = column("sentences.sentence_id")
    start: int = column("first code point of the trigger")
    end: int = column("one past the trigger's last code point")
    date_start: dt.date = column("first day on which it can have happened")
    date_end: dt.date = column("day after the last one")
    precision: str = column("how fine the date is", allowed=PRECISIONS)
    trigger: str = column("the word that names the happening, exactly text[start:end]")
    participants: tuple[str, ...] = column("entity_ids, subject first")
    place: str | None = column("entity_id of where it happened; null where it is not said")
    status: str = column("whether it happened", allowed=STATUSES)
    why: str = column("the words that its status and date were read from")
    time_start: int = column("start of the times row that it rests on")
    time_end: int = column("end of that row")


@dataclass(frozen=True, slots=True)
class Quote:
    """One piece of reported speech; offsets are those of the content, without quotation marks."""

    article_id: str = column("articles.article_id")
    sentence_id: int = column("sentence in which the content begins")
    start: int = column("first code point of the content")
    end: int = column("one past the content's last code point")
    text: str = column("the content, exactly text[start:end]")
    kind: str = column("direct, partial or indirect speech", allowed=QUOTE_KINDS)
    cue: str = column("the word that introduces it: 'said', 'according to'; empty where there is none")
    speaker_text: str = column("the words that name the speaker; empty where nobody is named")
    speaker_start: int | None = column("first code point of those words")
    speaker_end: int | None = column("one past their last code point")
    speaker_entity_id: str | None = column("entities.entity_id, where the speaker is a known entity")
    attribution: str = column("who answers for it", allowed=ATTRIBUTIONS)
    score: float = column("0 to 1, how sure")


@dataclass(frozen=True, slots=True)
class Word:
    """One content word at one place, for what sets the sources' vocabulary apart."""

    article_id: str = column("articles.article_id")
    sentence_id: int = column("sentences.sentence_id")
    start: int = column("first code point")
    end: int = column("one past the last code point")
    word: str = column("case-folded surface form")
    pos: str = column("universal part of speech: NOUN, VERB, ADJ, ADV")


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


@dataclass(frozen=True, slots=True)
class ArticleEntity:
    """One article × one entity: counts without a scan of the mentions."""

    article_id: str = column("articles.article_id")
    source_id: int = column("0, 1, 2 … in order of the sources' names")
    day: dt.date | None = column("articles.published")
    entity_id: str = column("entities.entity_id")
    mentions: int = column("rows of mentions")


@dataclass(frozen=True, slots=True)
class BuildFact:
    """One fact on how this generation was made."""

    kind: str = column("'corpus', 'stage', 'model', 'input', 'count' or 'run'")
    name: str = column("which stage, input, …")
    value: str = column("its version, hash, number or time")


#: Every table, in the order in which the build writes them.
TABLES: dict[str, type] = {
    "articles": Article,
    "spans": MarkedSpan,
    "sentences": Sentence,
    "mentions": Mention,
    "entities": Entity,
    "aliases": Alias,
    "times": TimeExpression,
    "events": Event,
    "quotes": Quote,
    "words": Word,
    "copies": Copy,
    "problems": Problem,
    "article_entities": ArticleEntity,
    "build": BuildFact,
}
