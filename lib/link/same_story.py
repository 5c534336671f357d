"""Happenings that an undated and a dated article both tell on the same weekday.

Two articles tell one story where they share names that are rare in the corpus; two sentences tell one
happening where they share the weekday and enough words. Then the weekday of the undated article is
the date of the dated one, which leaves seven days for its publication.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.interval import DateInterval, say_day
from lib.schema import TimeExpression
from lib.vocabulary import load

if TYPE_CHECKING:
    from lib.link.published import Clues

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_AHEAD = re.compile(r"\b(?:will|shall|expected to|scheduled|due|set to|plans? to|ahead of|next)\b", re.IGNORECASE)
_OPEN = re.compile(r"XXXX-WXX-(\d)(?:T\w+)?")


@dataclass(frozen=True, slots=True)
class Link:
    """One shared happening: the days it leaves for publication, its weight (1 is enough), the reason in English."""

    days: DateInterval
    weight: float
    reason: str


def looks_ahead(text: str, row: TimeExpression) -> bool:
    """Whether the words before a weekday in its sentence put it ahead; a stand-in for the verb's tense."""
    clause = re.split(r"[.;!?]\s|\bsaid\b|\bsays\b", text[max(0, row.start - 90) : row.start])[-1]
    return bool(_AHEAD.search(clause))


def open_weekday(row: TimeExpression) -> int | None:
    """The ISO number of a weekday that is still without a date, else None."""
    named = _OPEN.fullmatch(row.value) if row.type in ("DATE", "TIME") else None
    return int(named[1]) if named else None


def links(undated: Sequence[Clues], dated: Sequence[tuple[Clues, dt.date]]) -> dict[str, list[Link]]:
    """The links of each undated article, weightiest first."""
    rules = load("inferred_dates")["shared"]
    everyone = [*undated, *(clues for clues, _ in dated)]
    seen = Counter(word for clues in everyone for word in _vocabulary(clues))
    limit = min(len(everyone) * rules["common"], rules["most"]) if len(everyone) >= 6 else len(everyone)
    rare = {word for word, n in seen.items() if n <= limit}
    by_name: dict[str, list[int]] = defaultdict(list)
    for number, (clues, _) in enumerate(dated):
        for name in clues.names & rare:
            by_name[name].append(number)
    found: dict[str, list[Link]] = {}
    for clues in undated:
        shared = Counter(number for name in sorted(clues.names & rare) for number in by_name.get(name, ()))
        here = [
            link
            for number, n in sorted(shared.items())
            if n >= rules["names"]
            for link in _pair(clues, dated[number][0], rare)
        ]
        if here:
            found[clues.article_id] = sorted(here, key=lambda link: -link.weight)
    return found


def _vocabulary(clues: Clues) -> frozenset[str]:
    return clues.names.union(*clues.words.values()) if clues.words else clues.names


def _pair(open_: Clues, known: Clues, rare: set[str]) -> Iterator[Link]:
    """The links between two articles: for each open weekday its best sentence in the other."""
    rules = load("inferred_dates")["shared"]
    dates = [row for row in known.times if row.date_start and row.precision in ("day", "time")]
    for row in open_.times:
        weekday = open_weekday(row)
        if weekday is None:
            continue
        best: tuple[int, dt.date, frozenset[str]] | None = None
        for other in dates:
            if other.date_start is None or other.date_start.isoweekday() != weekday:
                continue
            words = open_.words.get(row.sentence_id, frozenset()) & known.words.get(other.sentence_id, frozenset())
            told = words - open_.names - known.names
            if len(words) < rules["words"] or len(words & rare) < rules["rare_words"] or len(told) < rules["told"]:
                continue
            if best is None or len(words) > best[0]:
                best = (len(words), other.date_start, words)
        if best is not None:
            n, day, words = best
            if looks_ahead(open_.text, row):
                days = DateInterval(day - dt.timedelta(days=6), day + dt.timedelta(days=1))
            else:
                days = DateInterval(day, day + dt.timedelta(days=7))
            said = ", ".join(sorted(words & rare, key=lambda w: (-len(w), w))[:4])
            reason = (
                f"A dated article tells the same of {_WEEKDAYS[day.isoweekday() - 1]} {say_day(day)} "
                f"(both have {said})."
            )
            yield Link(days, 1.0 if n >= rules["strong_words"] else 0.5, reason)
