"""When an article without a date was published: from its own words, and from dated articles of the same story.

    found = infer_published([undated], [DatedArticle(clues, date(2022, 2, 4))])
    found["9f…"].published, found["9f…"].evidence

The dates written in the text bound it from below, and a footer's year, which may be that of the visit, from above; a
weekday that a dated article gives to the same happening fixes the week. Only where the days left give the article's
weekdays one set of dates is a day returned; otherwise there is an interval and ``published`` is None. Never today.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from lib.interval import DateInterval, say_day
from lib.link.same_story import Link, links, looks_ahead, open_weekday
from lib.schema import Article, MarkedSpan, Mention, TimeExpression, Word
from lib.vocabulary import load


@dataclass(frozen=True, slots=True)
class Clues:
    """What of one article the inference reads: words of its names, and of each sentence; all case-folded."""

    article_id: str
    text: str
    spans: Sequence[MarkedSpan]
    times: Sequence[TimeExpression]
    names: frozenset[str]
    words: Mapping[int, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DatedArticle:
    """An article whose publication day is known."""

    clues: Clues
    published: dt.date


@dataclass(frozen=True, slots=True)
class InferredDate:
    """The days left (``end`` exclusive; None: unbounded), one day where they leave no doubt, and why in English."""

    published: dt.date | None
    start: dt.date | None
    end: dt.date | None
    evidence: str


def clues_of(
    article: Article,
    spans: Sequence[MarkedSpan],
    times: Sequence[TimeExpression],
    mentions: Sequence[Mention],
    words: Sequence[Word],
) -> Clues:
    """The clues of one article from its rows, case-folded."""
    by_sentence: dict[int, set[str]] = defaultdict(set)
    for word in words:
        by_sentence[word.sentence_id].add(word.word)
    for mention in mentions:
        by_sentence[mention.sentence_id].update(_name_words(mention))
    return Clues(
        article.article_id, article.text, spans, times, frozenset(w for m in mentions for w in _name_words(m)),
        {number: frozenset(found) for number, found in by_sentence.items()},
    )  # fmt: skip


def _name_words(mention: Mention) -> list[str]:
    """A name's words: 'Ilse Vandermeer' and 'Mayor Vandermeer' share one."""
    return [word for word in re.findall(r"\w{3,}", mention.text.casefold()) if not word.isdigit()]


@cache
def _own() -> dict[str, Any]:
    table: dict[str, Any] = load("inferred_dates")["own"]
    return table


def infer_published(undated: Sequence[Clues], dated: Sequence[DatedArticle]) -> dict[str, InferredDate]:
    """An answer for each undated article of which anything can be said; the others are left out.

    Articles that got a day serve as dated ones in the next round, so a story may be dated along a chain.
    """
    found = _round(undated, dated)
    for _ in range(int(load("inferred_dates")["rounds"]["more"])):
        newly = _newly_dated(undated, found)
        still = [clues for clues in undated if (a := found.get(clues.article_id)) is None or a.published is None]
        if not newly or not still:
            break
        answers = _round(still, [*dated, *newly])
        better = {key: answer for key, answer in answers.items() if answer.published is not None}
        if not better:
            break
        found |= better
    return found


def _round(undated: Sequence[Clues], dated: Sequence[DatedArticle]) -> dict[str, InferredDate]:
    shared = links(undated, [(d.clues, d.published) for d in dated])
    answers = ((clues.article_id, _infer(clues, shared.get(clues.article_id, []))) for clues in undated)
    return {key: answer for key, answer in answers if answer is not None}


def _newly_dated(undated: Sequence[Clues], found: Mapping[str, InferredDate]) -> list[DatedArticle]:
    """Those that got a day, with their bare weekdays put on that day's calendar, so that they can date others."""
    newly = []
    for clues in undated:
        answer = found.get(clues.article_id)
        if answer is not None and answer.published is not None:
            rows = [_on_calendar(row, clues.text, answer.published) for row in clues.times]
            newly.append(DatedArticle(replace(clues, times=rows), answer.published))
    return newly


def _on_calendar(row: TimeExpression, text: str, published: dt.date) -> TimeExpression:
    weekday = open_weekday(row)
    if weekday is None:
        return row
    day = _meant(published, weekday, looks_ahead(text, row))
    return replace(row, date_start=day, date_end=day + dt.timedelta(days=1), precision="day")


def _infer(clues: Clues, shared: Sequence[Link]) -> InferredDate | None:
    start, end, reasons = own_bounds(clues)
    week = _agreeing(shared, start, end)
    if week is None:
        return InferredDate(None, start, end, " ".join(reasons)) if reasons else None
    days, used = week
    reasons += [link.reason for link in used[:3]]
    days, reason = _one_reading(clues, days)
    if reason:
        reasons.append(f"So it came out between {say_day(days.start)} and {say_day(days.last)}; {reason}.")
        return InferredDate(days.start, days.start, days.end, " ".join(reasons))
    reasons.append(f"So it came out between {say_day(days.start)} and {say_day(days.last)}.")
    return InferredDate(None, days.start, days.end, " ".join(reasons))


def own_bounds(clues: Clues) -> tuple[dt.date | None, dt.date | None, list[str]]:
    """(first day, day after the last, reasons) that the article's own words leave.

    A page shows the year of the visit in its footer more often than that of the article, so the footer bounds only from
    above; it does not where the text tells of later days as past: such a footer was never kept up.
    """
    stated = list(re.finditer(_own()["copyright"], clues.text, re.IGNORECASE))
    told = [row for row in clues.times if not any(s.start() <= row.start < s.end() for s in stated)]
    latest = max((row for row in told if _is_bound(row, clues.text)), key=_start, default=None)
    start = latest.date_start if latest is not None else None
    end, reasons = None, []
    if stated:
        end = dt.date(int(stated[-1]["last"] or stated[-1]["first"]) + 1, 1, 1)
        said = f"Its footer says “{stated[-1][0].strip()}”"
        if start is not None and start >= end:
            end = None
            reasons.append(f"{said}, which is no bound, as the text tells of later days.")
        else:
            reasons.append(f"{said}, so it is not younger.")
    if latest is not None:
        reasons.append(f"It tells of {latest.text} as past, so it is not older.")
    return start, end, reasons


def _start(row: TimeExpression) -> dt.date:
    return row.date_start or dt.date.min


def _is_bound(row: TimeExpression, text: str) -> bool:
    """A written date that the article does not put ahead of itself."""
    if row.rule not in _own()["written"] or row.date_start is None or row.precision in ("decade", "century"):
        return False
    sentence = text[max(0, row.start - 60) : row.start].rpartition(". ")[2]
    return not re.search(_own()["ahead"], sentence, re.IGNORECASE)


def _agreeing(
    shared: Sequence[Link], start: dt.date | None, end: dt.date | None
) -> tuple[DateInterval, list[Link]] | None:
    """The days that the weightiest links which agree leave inside the bounds; None where they are too weak."""
    best: tuple[float, DateInterval, list[Link]] | None = None
    for seed in shared:
        days, used, weight = seed.days, [seed], seed.weight
        for link in shared:
            if link is not seed and link.days.overlaps(days):
                days = DateInterval(max(days.start, link.days.start), min(days.end, link.days.end))
                used.append(link)
                weight += link.weight
        low, high = max(days.start, start or days.start), min(days.end, end or days.end)
        if low < high and weight >= 1 and (best is None or weight > best[0]):
            best = (weight, DateInterval(low, high), used)
    return (best[1], best[2]) if best is not None else None


def _one_reading(clues: Clues, days: DateInterval) -> tuple[DateInterval, str]:
    """The days on which the article's bare weekdays mean one set of dates, and why; ('' where they stay open)."""
    if days.days > 7:
        return days, ""
    rows = [(number, looks_ahead(clues.text, row)) for row in clues.times if (number := open_weekday(row))]
    readings: dict[tuple[dt.date, ...], list[dt.date]] = defaultdict(list)
    for day in (days.start + dt.timedelta(days=n) for n in range(days.days)):
        readings[tuple(_meant(day, *row) for row in rows)].append(day)
    first = say_day(days.start)
    if len(readings) == 1:
        return days, f"{first} is taken, and every weekday in it means the same date on all of these days"
    spread = {reading: (max(reading) - min(reading)).days for reading in readings}
    rule = load("inferred_dates")["reading"]
    near = [reading for reading in readings if spread[reading] <= rule["near"]]
    if len(near) == 1 and all(spread[r] >= rule["far"] for r in readings if r != near[0]):
        kept = readings[near[0]]
        days = DateInterval(kept[0], kept[-1] + dt.timedelta(days=1), "range")
        return days, f"{say_day(days.start)} is taken: from then on the weekdays that it names lie next to each other"
    return days, ""


def _meant(day: dt.date, weekday: int, ahead: bool) -> dt.date:
    """The date of a bare weekday in an article of that day."""
    if ahead:
        return day + dt.timedelta(days=(weekday - day.isoweekday()) % 7)
    return day - dt.timedelta(days=(day.isoweekday() - weekday) % 7)
