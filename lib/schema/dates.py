"""When: time expressions (TIMEX3: ISO 24617-1) and the dated happenings that rest on them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lib.schema.columns import ANCHOR_HOW, PRECISIONS, STATUSES, TIMEX_TYPES, column


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
