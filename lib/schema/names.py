"""Who is named: mentions, the entities that they stand for, and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lib.schema.columns import LABELS, ROLES, column


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
class ArticleEntity:
    """One article × one entity: counts without a scan of the mentions."""

    article_id: str = column("articles.article_id")
    source_id: int = column("0, 1, 2 … in order of the sources' names")
    day: dt.date | None = column("articles.published")
    entity_id: str = column("entities.entity_id")
    mentions: int = column("rows of mentions")
