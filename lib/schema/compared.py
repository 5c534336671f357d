"""Articles beside each other: stories, claims, what differs, what is missing, the ledger of numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lib.schema.columns import ATTRIBUTIONS, CERTAINTIES, DIFFERENCES, STANDINGS, column


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one running event: near in time, with the same names and vocabulary."""

    story_id: str = column("readable slug, unique in the corpus")
    title: str = column("drawn from the articles' own words: the most central headline, or sentence, verbatim")
    title_article_id: str = column("article that the title is drawn from")
    date_start: dt.date | None = column("first day of publication")
    date_end: dt.date | None = column("day after the last one")
    n_articles: int = column("articles")
    n_sources: int = column("outlets")
    names: tuple[str, ...] = column("entity_ids that set it apart, strongest first")
    words: tuple[str, ...] = column("words that set it apart, strongest first")


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement that several articles make."""

    claim_id: str = column("hash of its story and its gist; stable while those stay")
    story_id: str = column("stories.story_id")
    gist: str = column("its most central sentence, verbatim")
    gist_article_id: str = column("article of that sentence")
    gist_sentence_id: int = column("sentences.sentence_id of that sentence")
    n_sentences: int = column("rows of claim_sentences")
    n_sources: int = column("outlets that make it")
    n_origins: int = column("reporting origins that make it: copies of a wire story are one")
    differences: tuple[str, ...] = column("kinds of difference between its sentences: number, date, …; empty: none")
    score: float = column("0 to 1, mean score of the links that hold it together")


@dataclass(frozen=True, slots=True)
class ClaimSentence:
    """One sentence that makes a claim."""

    claim_id: str = column("claims.claim_id")
    article_id: str = column("articles.article_id")
    sentence_id: int = column("sentences.sentence_id")
    start: int = column("first code point of the sentence, or of the clause that makes the claim")
    end: int = column("one past its last code point")
    score: float = column("0 to 1, of its best link to another sentence of the claim")
    other_article_id: str = column("article at the other end of that link")
    other_sentence_id: int = column("sentence at the other end of that link")
    why: str = column("one English sentence: what agrees")
    attribution: str = column("who answers for it", allowed=ATTRIBUTIONS)
    speaker_text: str = column("the words that name the speaker; empty for the outlet's own voice")
    speaker_entity_id: str | None = column("entities.entity_id, where the speaker is a known entity")
    speaker_group: str = column("speakers shown as one: an entity's name, or an anonymous description made plain")
    certainty: str = column("how surely it is said", allowed=CERTAINTIES)
    standing: str = column("how the allegation stands in this sentence", allowed=STANDINGS)
    differs: bool = column("whether a difference involves this sentence")


@dataclass(frozen=True, slots=True)
class Difference:
    """The words of one sentence of a claim that differ from another one's."""

    claim_id: str = column("claims.claim_id")
    kind: str = column("what differs", allowed=DIFFERENCES)
    article_id: str = column("articles.article_id")
    sentence_id: int = column("sentences.sentence_id")
    start: int = column("first code point of the words that differ")
    end: int = column("one past their last code point")
    value: str = column(
        "what these words say, made comparable: '175000', '2021-12', 'named: John Kirby', 'hedged', 'it is so'"
    )
    why: str = column("one English sentence, with the chain of reasoning for a date")


@dataclass(frozen=True, slots=True)
class Nearest:
    """For a claim and an article of its story that was not found to make it: the nearest sentence."""

    claim_id: str = column("claims.claim_id")
    article_id: str = column("article that was searched")
    sentence_id: int = column("sentences.sentence_id of the nearest sentence")
    start: int = column("first code point")
    end: int = column("one past the last code point")
    score: float = column("0 to 1, how near")
    related: bool = column("near enough to be shown as related; else nothing was found")
    why: str = column("one English sentence: what is shared and what is missing")


@dataclass(frozen=True, slots=True)
class Unshared:
    """One statement that is in no claim, with the sentence of another outlet of its story that comes nearest."""

    article_id: str = column("articles.article_id")
    sentence_id: int = column("sentences.sentence_id")
    start: int = column("first code point of the sentence")
    end: int = column("one past its last code point")
    attribution: str = column("who answers for it", allowed=ATTRIBUTIONS)
    speaker_text: str = column("the words that name the speaker; empty for the outlet's own voice")
    speaker_entity_id: str | None = column("entities.entity_id, where the speaker is a known entity")
    other_article_id: str = column("article of the nearest sentence; empty where nothing is shared with any")
    other_sentence_id: int | None = column("sentences.sentence_id of the nearest sentence; null where there is none")
    score: float = column("0 to 1, how near")
    near: bool = column("near enough that it may state the same; else the statement is told by one outlet alone")
    why: str = column("one English sentence: what is shared and what is missing")


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """Numbers that can be compared: one thing counted, one place, one time, one direction."""

    ledger_id: str = column("readable slug, unique in the corpus")
    story_id: str = column("stories.story_id")
    thing: str = column("what is counted, as a heading, in the articles' words")
    topic: str = column("shared by rows that count the same thing otherwise: related, not compared")
    unit: str = column("as quantities.unit")
    low: float | None = column("least of the lows")
    high: float | None = column("greatest of the highs")
    n_sources: int = column("outlets that give a number")
    differs: bool = column("whether the outlets' numbers exclude each other")
    why: str = column("one English sentence: what makes them comparable, and what differs")
