"""Dated happenings: a time expression, the word it dates, who took part, where, and whether it happened.

    for event in find_events(document, times, mentions):
        event.trigger, event.date_start, event.participants, event.status
    # 'met', 2022-02-03, ('@0-5', '@10-16'), 'happened'

Participants and places are references to mentions, ``"@start-end"``, until link names their entities.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from lib.find.document import Document, ParsedSentence
from lib.find.events.clause import Clause, place_of, taking_part
from lib.find.events.denial import denied, left_open
from lib.find.events.negation import negated, refused, refusing
from lib.find.events.status import status_of
from lib.find.events.trigger import told_by_when, trigger_of
from lib.find.publication import Publication
from lib.find.times.range import last_of_range
from lib.find.times.tense import tense_of
from lib.schema import Event, Mention, TimeExpression

__all__ = ["find_events"]


#: 'Since May' and 'until May' bound a state, and 'not on Monday' says when it was not; none dates a happening.
_STATE = re.compile(
    r"\b(?:(?:since|until|till)\s+(?:at least |about |around )?|not\s+(?:on|in|at|during)\s+(?:the )?)$", re.IGNORECASE
)


def find_events(document: Document, times: Sequence[TimeExpression], mentions: Sequence[Mention]) -> list[Event]:
    """One event for each calendar date and the word that it dates; durations, sets and references make none."""
    by_sentence: dict[int, list[TimeExpression]] = defaultdict(list)
    for row in times:
        by_sentence[row.sentence_id].append(row)
    here: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        here[mention.sentence_id].append(mention)
    events: list[Event] = []
    for sentence in document.sentences:
        rows = sorted(by_sentence.get(sentence.sentence_id, ()), key=lambda r: r.start)
        if rows:
            events += _of_sentence(document, sentence, rows, here[sentence.sentence_id])
    return _unique(events)


def _of_sentence(
    document: Document, sentence: ParsedSentence, rows: Sequence[TimeExpression], mentions: Sequence[Mention]
) -> list[Event]:
    tokens = [(sentence.offset(token), token) for token in sentence.tokens]
    timed = {token.i for row in rows for token in _inside(tokens, row)}
    events, skip = [], -1
    for number, row in enumerate(rows):
        if number == skip or row.type not in ("DATE", "TIME") or row.date_start is None or row.date_end is None:
            continue
        inside = _inside(tokens, row)
        triggers = [trigger_of(inside, timed), told_by_when(inside[-1]) if inside else None]
        triggers = [_done(t) for t in triggers if t is not None and not negated(t)]
        if not triggers or _STATE.search(document.article.text[max(0, row.start - 20) : row.start]):
            continue
        end, precision = row.date_end, row.precision
        if row.rule in ("overnight", "night-into"):  # a night has the morning of the next day too
            end, precision = end + dt.timedelta(days=1), "range"
        last = last_of_range(document.article.text, row, rows[number + 1]) if number + 1 < len(rows) else None
        if last is not None:
            end, precision, skip = last, "range", number + 1
        out = Publication.of(document.article)
        if document.article.published is None and row.anchor_how in ("published", "dateline"):
            out = Publication.on(row.anchor)
        for trigger in dict.fromkeys(t for t in triggers if t is not None):
            clause = Clause(sentence, trigger, mentions)
            told = _told(trigger, row.date_start, end, out)
            if told is None:
                continue
            events.append(_event(document, clause, row, (row.date_start, end, precision), told))
    return events


def _done(trigger: Token) -> Token:
    """What was done: 'refused to **sign**' → refused."""
    return refused(trigger) or trigger


def _told(trigger: Token, start: dt.date, end: dt.date, out: Publication) -> tuple[str, str] | None:
    """(status, the words it rests on); None where the date is ahead of what has been refused already."""
    if cue := denied(trigger):
        return "alleged", f"alleged, not told as a fact, because of “{cue}”"
    status, why = status_of(trigger, start, end, out)
    if status == "happened" and (cue := left_open(trigger)):
        return "alleged", f"alleged, not told as a fact: it is left open by “{cue}”"
    late = out.last is not None and start > out.last and trigger.lemma_.lower() in refusing()
    return None if late and tense_of(trigger).kind == "past" else (status, why)


def _inside(tokens: Sequence[tuple[int, Token]], row: TimeExpression) -> list[Token]:
    first = max(bisect_right(tokens, row.start, key=lambda t: t[0]) - 1, 0)
    last = bisect_left(tokens, row.end, key=lambda t: t[0])
    return [token for at, token in tokens[first:last] if at + len(token) > row.start]


def _event(
    document: Document,
    clause: Clause,
    row: TimeExpression,
    when: tuple[dt.date, dt.date, str],
    told: tuple[str, str],
) -> Event:
    article, sentence_id, place = document.article, clause.sentence.sentence_id, place_of(clause)
    start = clause.sentence.offset(clause.trigger)
    end = start + len(clause.trigger)
    return Event(
        event_id=f"{article.article_id}:{sentence_id}:{start}",
        article_id=article.article_id,
        sentence_id=sentence_id,
        start=start,
        end=end,
        date_start=when[0],
        date_end=when[1],
        precision=when[2],
        trigger=article.text[start:end],
        participants=tuple(f"@{m.start}-{m.end}" for m in taking_part(clause, place)),
        place=f"@{place.start}-{place.end}" if place is not None else None,
        status=told[0],
        why=f"Dated by “{row.text}”; {told[1]}.",
        time_start=row.start,
        time_end=row.end,
    )


def _unique(events: Sequence[Event]) -> list[Event]:
    """Ids that never repeat: two dates on one trigger get '-2', '-3' …"""
    seen: dict[str, int] = defaultdict(int)
    unique = []
    for event in events:
        seen[event.event_id] += 1
        n = seen[event.event_id]
        unique.append(event if n == 1 else replace(event, event_id=f"{event.event_id}-{n}"))
    return unique
