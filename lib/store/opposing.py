"""Which differences of a claim stand when sentences were put under it or taken out of it.

A build writes a pair of numbers, days or predicates that differ into the reason of both. Two values that it found to
differ go on doing so, unless one is a day that was corrected and now fits the other; one whose other sides
are all gone differs from nobody. Who answers for a sentence, and how surely it is said, is compared with the sentences
that are left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lib.interval import DateInterval
from lib.speaker import say_speaker, speak_apart

_ELSEWHERE = "; elsewhere "
_LISTED = 3


@dataclass(frozen=True, slots=True)
class Differing:
    """One row of ``differences``: ``words`` are the article's own from ``start`` on, ``days`` what a date means."""

    kind: str
    article_no: int
    sentence_no: int
    start: int
    outlet: str
    words: str
    value: str
    why: str
    days: DateInterval | None = None
    corrected: bool = False

    @property
    def place(self) -> tuple[int, int]:
        return self.article_no, self.start


@dataclass(frozen=True, slots=True)
class Stating:
    """One row of ``statements``: who answers for it and how surely."""

    sentence_no: int
    outlet: str
    attribution: str
    group: str
    certainty: str


def standing(
    before: Sequence[Differing], now: Sequence[Differing], stated: Sequence[Stating]
) -> Iterator[tuple[Differing, str]]:
    """Rows of ``now`` that still differ from another outlet's sentence, each with its reason as it is now."""
    for row in now:
        if row.kind in ("opposite", "number", "hedge", "date"):
            why = _opposed(row, before, now)
        elif row.kind == "attribution":
            why = _answered_otherwise(row, stated)
        else:
            surely = any(s.certainty == "stated" and s.outlet != row.outlet for s in stated)
            why = row.why if surely else ""
        if why:
            yield row, why


def _opposed(row: Differing, before: Sequence[Differing], now: Sequence[Differing]) -> str:
    """The reason that names a side which is left; '' without one."""
    found = [a for a in before if a.kind == row.kind]
    was = {a.place: a.value for a in found}
    pairs = {
        frozenset((a.value, b.value))
        for a in found
        for b in found
        if a.outlet != b.outlet and _names(a.why, a) and _names(a.why, b)
    }
    others = [
        other
        for other in now
        if other.kind == row.kind
        and other.outlet != row.outlet
        and frozenset((was[row.place], was[other.place])) in pairs
        and not _agree_now(row, other)
    ]
    if not others:
        return ""
    named = [other for other in others if _names(row.why, other)]
    if named and not any(side.corrected for side in (row, *named)):
        return row.why
    other = (named or others)[0]
    return f"{_half(row)} {_half(other)}" if row.kind == "date" else f"{_number(row)}, {_number(other)}."


def _agree_now(a: Differing, b: Differing) -> bool:
    """Whether two days that excluded each other no longer do, since one was corrected."""
    return bool((a.corrected or b.corrected) and a.days and b.days and a.days.overlaps(b.days))


def _names(why: str, row: Differing) -> bool:
    """Whether a reason speaks of a row."""
    if row.kind != "date":
        return _number(row) in why
    return f"{row.outlet} dates it " in why and f": “{row.words}”." in why


def _number(row: Differing) -> str:
    return f"{row.outlet} says “{row.words}”"


def _half(row: Differing) -> str:
    """What the reason of a date says of the row's own side: it begins or ends with that."""
    if row.corrected:
        return f"{row.outlet} dates it {row.days}: “{row.words}”. Corrected by hand."
    at = row.why.find(f"{row.outlet} dates it ")
    if at > 0:
        return row.why[at:]
    end = row.why.find(" dates it ", len(f"{row.outlet} dates it "))
    # The other outlet's name stands between the end of a sentence and its verb.
    return row.why[: row.why.rfind(". ", 0, end) + 1]


def _answered_otherwise(row: Differing, stated: Sequence[Stating]) -> str:
    """The reason with the speakers of the other outlets that are left; '' where all of them are the same one."""
    own = next((s for s in stated if s.sentence_no == row.sentence_no), None)
    if own is None:
        return ""
    others = sorted({say_speaker(s) for s in stated if s.outlet != row.outlet and speak_apart(own, s)})
    return f"Here {say_speaker(own)}{_ELSEWHERE}{'; '.join(others[:_LISTED])}." if others else ""
