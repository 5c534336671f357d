"""Dates in words that were copied: counted from the day of the article that had them first, not of the reprint.

    told = told_in(copy, wire)                        # what the original's rows say in one passage
    moved = count_from_original(reprint, [(copy, told)])
    moved.times[0].why
    # '“Wednesday” stands in words taken over from the article by Tern Agency of Wed 2 Feb 2022; there it is …'

Passages have equal words (``copies.passages``), so a row of one text is found in the other by the place of its words.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lib.interval import say_day
from lib.link.copies.words import word_spans
from lib.schema import Copy, Event, Quantity, Reading, TimeExpression

#: Days between a story and its reprint. Further apart, equal words are as likely a text that comes every week.
MOST_DAYS = 6
#: Sure as the original's own reading at most, less the chance that an editor meant the words anew.
_SCORE = 0.9
_AHEAD = "planned because the day lies after the article's own date"

#: First and last word of a stretch, counted from the first word of a passage.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Dated:
    """An article's rows that rest on its day, as the finders left them; ``source`` may be empty."""

    text: str
    source: str
    times: Sequence[TimeExpression]
    events: Sequence[Event] = ()
    quantities: Sequence[Quantity] = ()

    @property
    def counted_from(self) -> tuple[dt.date, str] | None:
        """The day that its dates are counted from, and what that day is; None where none is counted from any."""
        for row in self.times:
            if row.anchor is not None and row.anchor_how in ("published", "dateline"):
                return row.anchor, row.anchor_how
        return None


@dataclass(frozen=True, slots=True)
class Told:
    """What an original's rows say in one passage: dates by place, and how the events on them stand."""

    day: dt.date
    by: str
    times: dict[Place, TimeExpression]
    standing: dict[tuple[Place, Place], tuple[str, str]]


def told_in(passage: Copy, original: Dated) -> Told | None:
    """What the original says in a passage; None where no date of it is counted from the original's own day."""
    counted = original.counted_from
    if counted is None:
        return None
    words = _Words(original.text, passage.other_start, passage.other_end)
    times = {
        place: row
        for row in original.times
        if row.anchor_how != "explicit" and row.date_start and (place := words.place(row.start, row.end)) is not None
    }
    standing = {
        (trigger, when): (event.status, event.why)
        for event in original.events
        if (trigger := words.place(event.start, event.end)) and (when := words.place(event.time_start, event.time_end))
    }
    day = counted[0]
    by = f"the article{f' by {original.source}' if original.source else ''} of {say_day(day)}"
    return Told(day, by, times, standing) if times else None


def count_from_original(reprint: Dated, passages: Sequence[tuple[Copy, Told]]) -> Dated | None:
    """The reprint's rows with the dates of the original; None where nothing changes.

    A reprint with a dateline of its own keeps its dates, as do passages of an original that is no older.
    """
    counted = reprint.counted_from
    if counted is None or counted[1] == "dateline":
        return None
    moved: dict[tuple[int, int], TimeExpression] = {}
    status: dict[tuple[int, int, int], tuple[str, str]] = {}
    for passage, told in passages:
        if not 0 < (counted[0] - told.day).days <= MOST_DAYS:
            continue
        words = _Words(reprint.text, passage.start, passage.end)
        for row in reprint.times:
            place = words.place(row.start, row.end)
            first = told.times.get(place) if place is not None else None
            if first is not None and row.anchor_how != "explicit" and first.date_start != row.date_start:
                moved[row.start, row.end] = _as_first(row, first, told, counted[0])
        for event in reprint.events:
            at, when = words.place(event.start, event.end), words.place(event.time_start, event.time_end)
            if at is not None and when is not None and (at, when) in told.standing:
                status[event.start, event.time_start, event.time_end] = told.standing[at, when]
    if not moved:
        return None
    return replace(
        reprint,
        times=[moved.get((row.start, row.end), row) for row in reprint.times],
        events=[_event(event, reprint.times, moved, status) for event in reprint.events],
        quantities=[_quantity(quantity, reprint.times, moved) for quantity in reprint.quantities],
    )


class _Words:
    """The words of one stretch of a text, for asking which of them a row covers."""

    def __init__(self, text: str, start: int, end: int) -> None:
        spans = word_spans(text, start, end)
        self._starts, self._ends = [s for s, _ in spans], [e for _, e in spans]

    def place(self, start: int, end: int) -> Place | None:
        """First and last word of a row that lies in the stretch; None for others, and for rows without a word."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end) - 1
        inside = self._starts and self._starts[0] <= start and end <= self._ends[-1] + 1  # 'Feb.' ends in a full stop
        return (first, last) if inside and first <= last else None


def _as_first(row: TimeExpression, first: TimeExpression, told: Told, own: dt.date) -> TimeExpression:
    """A row of the reprint with the reading of the same words in the original."""
    said = first.why.removeprefix(f"“{first.text}” ")
    if first.anchor_how != "original":  # else the original took it over itself, and says from where
        said = f"stands in words taken over from {told.by}; there it {said}"
    readings = [r for r in first.alternatives if r.date_start != row.date_start]
    if row.date_start is not None:
        why = f"if it is counted from this article's own day, {say_day(own)}"
        readings.append(Reading(row.value, row.date_start, row.date_end, why))
    return replace(
        row, type=first.type, value=first.value, date_start=first.date_start, date_end=first.date_end,
        precision=first.precision, anchor=first.anchor if first.anchor_how == "original" else told.day,
        anchor_how="original", rule=first.rule, why=f"“{row.text}” {said}",
        alternatives=tuple(readings), score=min(first.score, _SCORE),
    )  # fmt: skip


def _event(
    event: Event,
    times: Sequence[TimeExpression],
    moved: dict[tuple[int, int], TimeExpression],
    status: dict[tuple[int, int, int], tuple[str, str]],
) -> Event:
    """An event on the days of its moved row; the days that a finder added (a night's morning, a range) stay added."""
    row = moved.get((event.time_start, event.time_end))
    old = next((t for t in times if (t.start, t.end) == (event.time_start, event.time_end)), None)
    if row is None or old is None or row.date_start is None or row.date_end is None or old.date_end is None:
        return event
    end = row.date_end + (event.date_end - old.date_end)
    for other in times:  # 'from Tuesday to Thursday' ends with the row that comes next
        if event.precision == "range" and other.start >= event.time_end and other.date_end == event.date_end:
            end = moved.get((other.start, other.end), other).date_end or end
            break
    if end <= row.date_start:
        return event
    told, why = status.get((event.start, event.time_start, event.time_end), (event.status, event.why))
    why = why.replace(_AHEAD, "planned, as the day lay ahead when these words were first published")
    precision = row.precision if event.precision == old.precision else event.precision
    return replace(event, date_start=row.date_start, date_end=end, precision=precision, status=told, why=why)


def _quantity(
    quantity: Quantity, times: Sequence[TimeExpression], moved: dict[tuple[int, int], TimeExpression]
) -> Quantity:
    """A number on the days of its moved row, which is known by its days: of two rows on one day, only if both moved."""
    here = [t for t in times if t.sentence_id == quantity.sentence_id and t.date_start == quantity.date_start]
    rows = {(now.date_start, now.date_end) for t in here if (now := moved.get((t.start, t.end), t)) is not None}
    if quantity.date_start is None or quantity.date_end is None or len(rows) != 1:
        return quantity
    start, end = rows.pop()
    if start is None or end is None or start == quantity.date_start:
        return quantity
    # 'Since Monday' runs up to the article's own day, which stays.
    end = end if here[0].date_end == quantity.date_end else max(end, quantity.date_end)
    return replace(quantity, date_start=start, date_end=end)
