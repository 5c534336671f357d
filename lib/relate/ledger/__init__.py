"""The quantity ledger: numbers that can be compared share a row, others of the same topic stand beside it.

    ledger = find_ledger(story)
    ledger.rows[0].thing, ledger.rows[0].low, ledger.rows[0].high, ledger.rows[0].differs
    # 'Russian troops (Ukraine)', 100000.0, 127000.0, True

Comparable are numbers of one thing (synonyms: ``data/vocabulary/quantities_ledger.toml``), unit and status, with
nothing against it in actor, place, time and setting; see ``rows``. They differ only where intervals of two outlets
exclude each other after rounding and hedges (``intervals``), in articles at most ten days apart. '175,000 projected'
and '100,000 present' are two rows of one topic. Counted are outlets; copies of a wire story are named in ``why``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lib.relate.ledger.counterparts import with_counterparts
from lib.relate.ledger.entries import Entry, entries, named
from lib.relate.ledger.intervals import excludes
from lib.relate.ledger.rows import Apart, Group, grouped, told_apart
from lib.relate.ledger.stated import hedged_otherwise, opposed
from lib.relate.ledger.wording import compared, differ, disagreeing, heading, related
from lib.relate.story import StoryAccounts
from lib.schema import ClaimSentence, LedgerRow, Quantity

__all__ = ["Ledger", "find_ledger"]

#: A lonely count up to this ('two presidents') is no matter for a ledger, unless its topic has others.
SMALL = 3

#: article_id, start and end of a quantity.
Place = tuple[str, int, int]

_FEW = ("several", "a few", "a couple", "a couple of", "a handful")


@dataclass(frozen=True, slots=True)
class Ledger:
    """Rows, and the row of a quantity; whether two quantities differ, or can be one number."""

    rows: Sequence[LedgerRow]
    row_of: Mapping[Place, str]
    _entries: Mapping[Place, Entry]
    _apart: Apart

    def differ(self, p: Quantity, q: Quantity) -> bool:
        """Whether both stand in one row and exclude each other, as rows are judged."""
        return self._in_one_row(p, q) and differ(self._entries[_place(p)], self._entries[_place(q)], self._apart)

    def opposed(self, p: Quantity, q: Quantity, *, alone: bool) -> bool:
        """Whether two numbers of one statement exclude each other, in one row or not; see ``stated``."""
        return self.differ(p, q) or opposed(self._entries[_place(p)], self._entries[_place(q)], alone=alone)

    def hedged_otherwise(self, p: Quantity, q: Quantity, *, alone: bool) -> bool:
        """Whether two numbers of one statement can be one number that is given more or less exactly; see ``stated``."""
        a, b = self._entries[_place(p)], self._entries[_place(q)]
        return hedged_otherwise(a, b, alone=alone, in_one_row=self._in_one_row(p, q))

    def fit(self, p: Quantity, q: Quantity) -> bool:
        """Whether both can be one number, for all that is said of what they count; in one row or not."""
        a, b = self._entries[_place(p)], self._entries[_place(q)]
        said = ((a.thing, b.thing), (a.outcome, b.outcome))
        return (
            a.unit == b.unit and not excludes(a.interval, b.interval) and all(x == y or not (x and y) for x, y in said)
        )

    def _in_one_row(self, p: Quantity, q: Quantity) -> bool:
        row = self.row_of.get(_place(p))
        return row is not None and row == self.row_of.get(_place(q))


def find_ledger(story: StoryAccounts, claims: Iterable[ClaimSentence] = ()) -> Ledger:
    """The ledger of one story; a number that says nothing of what it counts has no row, nor has a lonely small count.

    Rows come by topic: those that most outlets speak of first, in each the row that most give.
    """
    names = _names(story)
    topics: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    every = with_counterparts(entries(story), claims)
    found = named(every)
    apart = told_apart(found)
    for group in grouped(found, apart):
        topics[_topic(group)].append(group)
    rows: list[LedgerRow] = []
    row_of: dict[tuple[str, int, int], str] = {}
    taken: Counter[str] = Counter()
    for key, groups in sorted(topics.items(), key=lambda item: _weight(item[1])):
        groups.sort(key=lambda g: _weight([g]))
        groups = [group for group in groups if not _small(group)]
        # 'No personal data', 'no minor incursions': nothing is counted where nobody gives a number.
        if not any(entry.size or entry.unit for group in groups for entry in group.entries):
            continue
        topic = _slug(story.story_id, *(part for part in key if part))
        for group in groups:
            row = _row(story.story_id, topic, group, groups[0], names, taken, apart)
            rows.append(row)
            row_of |= {_place(e.q): row.ledger_id for e in group.entries}
    return Ledger(tuple(rows), row_of, {_place(e.q): e for e in (*every, *found)}, apart)


def _place(q: Quantity) -> Place:
    return q.article_id, q.start, q.end


def _row(
    story_id: str, topic: str, group: Group, main: Group, names: Mapping[str, str], taken: Counter[str], apart: Apart
) -> LedgerRow:
    pair = disagreeing(group, apart)
    why = compared(group, pair)
    if group is not main:
        why = f"{related(group, main)} {why}"
    first = group.entries[0]
    ledger_id = _slug(topic, group.place or "", first.planned, first.part, first.outcome)
    taken[ledger_id] += 1
    lows = [e.q.low for e in group.entries if e.q.low is not None]
    highs = [e.q.high for e in group.entries if e.q.high is not None]
    return LedgerRow(
        ledger_id=ledger_id if taken[ledger_id] == 1 else f"{ledger_id}-{taken[ledger_id]}",
        story_id=story_id,
        thing=heading(group, main, names),
        topic=topic,
        unit=first.unit,
        low=min(lows, default=None),
        high=max(highs, default=None),
        n_sources=len({e.outlet for e in group.entries}),
        differs=pair is not None,
        why=why,
    )


def _topic(group: Group) -> tuple[str, ...]:
    first = group.entries[0]
    if not first.thing and not first.outcome:
        # Amounts without a noun have only their unit in common: each is a topic of its own.
        return (first.unit, f"{first.size:.12g}")
    return (first.thing, group.actor or "", "" if first.unit == "" else first.unit)


def _weight(groups: Sequence[Group]) -> tuple[int, int, str]:
    members: list[Entry] = [entry for group in groups for entry in group.entries]
    return (
        -len({e.outlet for e in members}),
        -len(members),
        f"{members[0].article.article_id}{members[0].q.start:09d}",
    )


def _small(group: Group) -> bool:
    one = len({e.outlet for e in group.entries}) == 1
    first = group.entries[0]
    return (
        one
        and not first.unit
        and not first.outcome
        and all(e.size <= SMALL or e.q.hedge_text in _FEW for e in group.entries)
    )


def _names(story: StoryAccounts) -> dict[str, str]:
    """Entity → the words that name it most often in the story."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for account in story.accounts:
        for mention in account.mentions:
            if mention.role in ("name", "acronym"):
                counts[mention.entity_id][mention.text] += 1
    return {entity: texts.most_common(1)[0][0] for entity, texts in counts.items()}


def _slug(*parts: str) -> str:
    plain = unicodedata.normalize("NFKD", "-".join(part for part in parts if part)).lower()
    slug = re.sub(r"[^\w]+", "-", plain.replace("%", "percent"), flags=re.UNICODE).strip("-")
    return slug or "number"
