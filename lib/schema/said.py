"""What is said and how: reported speech, numbers, the evidence for allegations, words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lib.schema.columns import ATTRIBUTIONS, HEDGES, QUOTE_KINDS, STANDINGS, STATUSES, TIES, column


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
class Quantity:
    """One number with what it counts; ``start`` and ``end`` take in its hedge and its unit."""

    article_id: str = column("articles.article_id")
    sentence_id: int = column("sentences.sentence_id")
    start: int = column("first code point")
    end: int = column("one past the last code point")
    text: str = column("the words, exactly text[start:end]: 'as many as 175,000 troops'")
    low: float | None = column("least value, in `unit`; null where it is open below")
    high: float | None = column("greatest value, in `unit`; null where it is open above")
    unit: str = column("'' for a bare count, else 'percent', 'USD', 'km' …")
    counted: str = column("what is counted, lemma of the head: 'troop', 'agreement'; empty where nothing is named")
    counted_text: str = column("the words that name it, as written")
    hedge: str = column("direction of hedging", allowed=HEDGES)
    hedge_text: str = column("the words that hedge it: 'as many as'; empty where there are none")
    status: str = column("whether it is so, or is planned, alleged …", allowed=STATUSES)
    actor_entity_id: str | None = column("entity whose things are counted, where it is said: Russia's troops")
    place_entity_id: str | None = column("entity where they are, where it is said")
    date_start: dt.date | None = column("first day that it holds for; null where no time is attached")
    date_end: dt.date | None = column("day after the last one")
    speaker_text: str = column("the words that name who gives the number; empty for the outlet's own voice")
    speaker_entity_id: str | None = column("entities.entity_id, where the speaker is a known entity")
    attribution: str = column("who answers for it", allowed=ATTRIBUTIONS)
    ledger_id: str = column("ledger.ledger_id; empty until articles are compared")
    score: float = column("0 to 1, how sure")


@dataclass(frozen=True, slots=True)
class Standing:
    """What one sentence says of the evidence for an allegation."""

    article_id: str = column("articles.article_id")
    sentence_id: int = column("sentences.sentence_id")
    start: int = column("first code point of the words that say it")
    end: int = column("one past their last code point")
    text: str = column("the words, exactly text[start:end]: 'without providing evidence'")
    status: str = column("how the allegation stands here", allowed=STANDINGS)
    by_text: str = column("the words that name who asserts, withholds, challenges or denies; empty for the outlet")
    by_entity_id: str | None = column("entities.entity_id, where that is a known entity")
    attribution: str = column("who answers for it", allowed=ATTRIBUTIONS)
    allegation_start: int = column("first code point of the words that say what is alleged")
    allegation_end: int = column("one past their last code point; equal to the first where it is not said")
    claim_id: str | None = column("claims.claim_id of the allegation, where one is known")
    rule: str = column("name of the rule that found it")
    score: float = column("0 to 1, how sure")


@dataclass(frozen=True, slots=True)
class Description:
    """One verb or adjective tied to one actor by grammar."""

    article_id: str = column("articles.article_id")
    sentence_id: int = column("sentences.sentence_id")
    start: int = column("first code point of the verb or adjective")
    end: int = column("one past its last code point")
    lemma: str = column("dictionary form, with 'not ' before it where it is negated")
    pos: str = column("universal part of speech: VERB, ADJ, NOUN")
    tie: str = column("how it is tied to the actor", allowed=TIES)
    entity_id: str = column("entities.entity_id")


@dataclass(frozen=True, slots=True)
class Word:
    """One content word at one place, for what sets the sources' vocabulary apart."""

    article_id: str = column("articles.article_id")
    sentence_id: int = column("sentences.sentence_id")
    start: int = column("first code point")
    end: int = column("one past the last code point")
    word: str = column("case-folded surface form")
    lemma: str = column("case-folded dictionary form")
    pos: str = column("universal part of speech: NOUN, VERB, ADJ, ADV")
