"""What a phrase of time is given besides its words: the anchor, the verb, what was said before.

context.anchored()            # the publication day, or UnanchoredError where none is known
Answer("DATE", "2022-02-03", "weekday-past", "is Thu 3 Feb 2022: …")
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from lib.find.times import calendar
from lib.find.times.tense import Tense
from lib.interval import DateInterval
from lib.schema import Reading


class UnanchoredError(Exception):
    """A phrase is counted from a day that nobody knows. It carries the open value, e.g. 'XXXX-WXX-4'."""

    def __init__(self, value: str = "", type_: str = "DATE") -> None:
        super().__init__(value)
        self.value = value
        self.type = type_


@dataclass(frozen=True, slots=True)
class Answer:
    """The value of one phrase and how it was reasoned; ``why`` continues '“Thursday” …'."""

    type: str
    value: str
    rule: str
    why: str
    interval: DateInterval | None = None
    anchor: dt.date | None = None
    anchor_how: str = "none"
    alternatives: tuple[Reading, ...] = ()
    score: float = 0.95


@dataclass(slots=True)
class Said:
    """A calendar date that the article has already named.

    ``settles``: it is written in full, or was read from such a one, and stands free, so that a passage tells of it.
    ``bounds``: it only bounds a stretch ('since Monday', 'until Friday') or is compared with ('than on Monday').
    """

    text: str
    interval: DateInterval
    value: str
    sentence_id: int
    settles: bool = False
    rule: str = ""
    bounds: bool = False


#: The most days of a unit.
_DAYS_OF = {"D": 1, "W": 7, "WE": 7, "2W": 14, "M": 31, "Q": 92, "Y": 731, "DE": 3660, "CE": 36600, "ML": 366000}


class Order(NamedTuple):
    """Which of two figures is the day; ``proven`` by other dates, or only taken for the day of publication."""

    day_first: bool
    proven: bool


@dataclass(slots=True)
class Context:
    """One phrase's surroundings. ``before`` and ``after`` are lower case and cleaned."""

    anchor: dt.date | None
    anchor_how: str
    tense: Callable[[], Tense]
    before: str = ""
    after: str = ""
    words: str = ""
    tag: str = ""
    next_tag: str = ""
    sentence_id: int = 0
    said: list[Said] = field(default_factory=list)
    year: int | None = None
    #: How the article writes days like 3/2/2022; None where it does not show.
    order: Order | None = None

    @property
    def day(self) -> dt.date:
        """The anchor. Raises ``UnanchoredError`` where none is known."""
        if self.anchor is None:
            raise UnanchoredError
        return self.anchor

    def day_or(self, open_value: str, type_: str = "DATE") -> dt.date:
        if self.anchor is None:
            raise UnanchoredError(open_value, type_)
        return self.anchor

    @property
    def from_anchor(self) -> str:
        """'publication, Fri 4 Feb 2022'."""
        return f"{'the dateline' if self.anchor_how == 'dateline' else 'publication'}, {calendar.say(self.day)}"

    def previous(self, sentences: int = 2, precisions: tuple[str, ...] = (), skip: tuple[str, ...] = ()) -> Said | None:
        """The last calendar date named in this sentence or the ones just before it; none read by a rule of ``skip``."""
        for said in reversed(self.said):
            if self.sentence_id - said.sentence_id > sentences:
                return None
            if (not precisions or said.interval.precision in precisions) and said.rule not in skip:
                return said
        return None

    def previous_within(self, unit: str, sentences: int = 3) -> Said | None:
        """The last date named before that is no longer than a unit: 'the previous month' of March, not of 2008."""
        longest = _DAYS_OF.get(unit, 366)
        for said in reversed(self.said):
            if self.sentence_id - said.sentence_id > sentences:
                return None
            if said.interval.days <= longest:
                return said
        return None

    def day_before(self, sentences: int = 3) -> Said | None:
        """The last day, or time of a day, named before: what 'that morning' and 'the same day' are of.

        A verb in the past is never of a day ahead of the anchor.
        """
        for said in reversed(self.said):
            if self.sentence_id - said.sentence_id > sentences:
                return None
            ahead = self.anchor is not None and said.interval.start > self.anchor
            if said.rule == "overnight":
                continue  # the night before: what follows 'by midday' is of the day after it
            if said.interval.precision == "day" and not (ahead and self.tense().kind == "past"):
                return said
        return None

    def counted(self, value: str, rule: str, why: str, **more: object) -> Answer:
        """A date counted from the anchor."""
        fields: dict[str, object] = {
            "type": kind_of(value),
            "interval": calendar.interval(value),
            "anchor": self.day,
            "anchor_how": self.anchor_how,
        }
        return Answer(value=value, rule=rule, why=why, **{**fields, **more})  # type: ignore[arg-type]  # built by name

    def counted_from(self, said: Said, value: str, rule: str, why: str, score: float = 0.8) -> Answer:
        """A date counted from one that the article named before."""
        return Answer(
            kind_of(value), value, rule, why,
            calendar.interval(value), said.interval.start, "previous", score=score,
        )  # fmt: skip


def kind_of(value: str) -> str:
    """'TIME' for a value with a clock time or a part of the day, else 'DATE'."""
    return "TIME" if re.search(r"[\dX]T[\dA-Z]", value) else "DATE"


def absolute(value: str, rule: str, why: str, **more: object) -> Answer:
    """A date that needs no anchor."""
    fields: dict[str, object] = {
        "type": kind_of(value),
        "interval": calendar.interval(value),
        "anchor_how": "explicit",
        "score": 0.98,
    }
    return Answer(value=value, rule=rule, why=why, **{**fields, **more})  # type: ignore[arg-type]  # built by name


def reading(value: str, why: str) -> Reading:
    """Another way to read a phrase."""
    days = calendar.interval(value)
    return Reading(value, days.start if days else None, days.end if days else None, why)
