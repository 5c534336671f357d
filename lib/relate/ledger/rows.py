"""Entries grouped into rows: what agrees shares a row where nothing speaks against it, what excludes needs evidence.

    for group in grouped(entries):
        group.entries, group.place

Nothing may speak against: another actor, place, setting, subset, outcome, unit or status, another time, or being a part
or an increase of another number. Numbers that agree then share a row. Numbers that exclude each other do so only where
enough says that both mean the same (``evidence``), and where they are of one order (``FAR``): a false contradiction is
worse than two rows under one topic.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from lib.relate.ledger.entries import Entry
from lib.relate.ledger.intervals import excludes, ratio

#: Agreeing numbers may differ by so much where one is open: small ones, others. Excluding ones by so much.
WIDE, WIDE_LARGE, FAR = 8.0, 2.0, 2.0
#: From this size on accounts are more exact.
LARGE = 100
#: Being told in the same statement is no evidence for counts below this: 'two people', 'one man'.
FEW = 10
#: Points of evidence that two excluding numbers mean the same thing.
ENOUGH = 3
#: Days between two dates of happenings, beyond which they are of another time.
APART = 3
#: Members of a row that a new number is compared with: so many sizes, so many of each.
SIZES, EACH = 12, 2
#: Rows on either side of a number, by size, that it is compared with.
NEAR = 16
#: Two numbers of one voice in one article that are further apart than this measure different things.
TOLD_APART = 1.4
_MOST = 60


@dataclass(slots=True)
class Group:
    """Entries that can be compared. Its traits are those of the first entry that has them."""

    entries: list[Entry] = field(default_factory=list)
    actor: str | None = None
    place: str | None = None
    setting: str = ""
    sizes: dict[float, list[Entry]] = field(default_factory=dict)
    articles: dict[str, list[Entry]] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        self.entries.append(entry)
        self.actor = self.actor or entry.actor
        self.place = self.place or entry.place
        self.setting = self.setting or entry.setting
        self.articles.setdefault(entry.article.article_id, []).append(entry)
        if len(self.sizes) < SIZES or entry.size in self.sizes:
            same = self.sizes.setdefault(entry.size, [])
            if len(same) < EACH:
                same.append(entry)

    def sample(self) -> list[Entry]:
        return [entry for same in self.sizes.values() for entry in same]


Apart = frozenset[tuple[str, str, float, float]]


def grouped(entries: Sequence[Entry], apart: Apart) -> list[Group]:
    """Rows of the ledger; those that say most are placed first, so that vaguer ones find them."""
    bins: dict[tuple[str, ...], _Bin] = defaultdict(_Bin)
    order = sorted(range(len(entries)), key=lambda n: (-_said(entries[n]), n))
    for number in order:
        entry = entries[number]
        one = bins[(entry.thing, entry.outcome, entry.subset, entry.unit, entry.planned, entry.part)]
        fits = [(_fit(entry, one.rows[at], apart), -at) for at in one.near(entry.size)]
        fit, at = max(fits, default=(0.0, 0))
        one.add(entry, -at if fit > 0 else len(one.rows))
    return [row for one in bins.values() for row in one.rows]


@dataclass(slots=True)
class _Bin:
    """Rows of one thing, and where each size is: a number is compared with the rows nearest to it in size."""

    rows: list[Group] = field(default_factory=list)
    places: list[tuple[float, int]] = field(default_factory=list)

    def near(self, wanted: float) -> set[int]:
        at = bisect_left(self.places, (wanted, 0))
        return {row for _, row in self.places[max(0, at - NEAR) : at + NEAR]}

    def add(self, entry: Entry, row: int) -> None:
        if row == len(self.rows):
            self.rows.append(Group())
        place = (entry.size, row)
        at = bisect_left(self.places, place)
        if at == len(self.places) or self.places[at] != place:
            self.places.insert(at, place)
        self.rows[row].add(entry)


def _said(entry: Entry) -> int:
    return 2 * (entry.place is not None) + (entry.actor is not None) + bool(entry.setting)


def told_apart(entries: Sequence[Entry]) -> Apart:
    """(thing, unit, size, size) that one voice of one article gives: they measure different things."""
    by_voice: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for e in entries:
        sizes = by_voice[(e.article.article_id, e.q.speaker_text, e.thing, e.unit)]
        if len(sizes) < _MOST and e.size not in sizes:
            sizes.append(e.size)
    return frozenset(
        (key[2], key[3], min(a, b), max(a, b))
        for key, sizes in by_voice.items()
        for number, a in enumerate(sizes)
        for b in sizes[number + 1 :]
        if ratio(a, b) > TOLD_APART
    )


def _fit(entry: Entry, row: Group, apart: Apart) -> float:
    """How well an entry fits a row; 0 where it does not."""
    if _differ(entry.actor, row.actor):
        return 0
    if any(_beside(entry, other) for other in row.articles.get(entry.article.article_id, ())[:_MOST]):
        return 0
    elsewhere = _differ(entry.place, row.place)
    otherwise = _differ(entry.setting, row.setting) and not (entry.place and entry.place == row.place)
    fit = 0.0
    for other in row.sample():
        if ratio(entry.size, other.size) > (WIDE if min(entry.size, other.size) < LARGE else WIDE_LARGE):
            continue  # neither agrees nor contradicts; most pairs of a long story end here
        known = evidence(entry, other)
        if contradict(entry, other, apart):
            fit = max(fit, 0 if elsewhere or otherwise else 1 + known / 10)
        elif not otherwise and agree(entry, other):
            same = entry.size == other.size
            if elsewhere and not (same and entry.size >= LARGE and known >= ENOUGH):
                continue
            fit = max(fit, 2 + known / 10 + same)
    return fit and fit + min(len(row.entries), 20) / 100


def contradict(a: Entry, b: Entry, apart: Apart = frozenset()) -> bool:
    """Whether two numbers exclude each other and enough says that they mean the same."""
    low, high = sorted((a.size, b.size))
    if (a.thing, a.unit, low, high) in apart:
        return False
    if not excludes(a.interval, b.interval) or _other_time(a, b) or _differ(a.setting, b.setting):
        return False
    return ratio(a.size, b.size) <= FAR and evidence(a, b) >= ENOUGH and not _differ(a.place, b.place)


def agree(a: Entry, b: Entry) -> bool:
    """Whether two numbers can be the same, and more than their thing says so."""
    if excludes(a.interval, b.interval) or _other_time(a, b):
        return False
    if _differ(a.setting, b.setting) and not (a.place and a.place == b.place):
        return False
    if a.size == b.size and a.ties & b.ties:
        return True
    wide = WIDE if min(a.size, b.size) < LARGE else WIDE_LARGE
    known, small = evidence(a, b), max(a.size, b.size) < 10
    return ratio(a.size, b.size) <= wide and (known > small * 2 or (a.size == b.size and not small) or bool(a.outcome))


def _beside(a: Entry, b: Entry) -> bool:
    """Two numbers of one article that do not measure the same: one voice gives both, in one sentence or far apart."""
    if not excludes(a.interval, b.interval):
        return False
    x, y = a.q.speaker_text, b.q.speaker_text
    if a.q.sentence_id == b.q.sentence_id:
        return x == y or not x or not y
    return x == y and ratio(a.size, b.size) > TOLD_APART


def _differ(a: str | None, b: str | None) -> bool:
    return bool(a and b and a != b)


def _other_time(a: Entry, b: Entry) -> bool:
    """Two dated numbers of different days, with some days' grace; what goes on 'since' a day has a long interval."""
    x, y = a.q, b.q
    if x.date_start is None or x.date_end is None or y.date_start is None or y.date_end is None:
        return False
    grace = APART if a.outcome else 30
    return (y.date_start - x.date_end).days > grace or (x.date_start - y.date_end).days > grace


def evidence(a: Entry, b: Entry) -> int:
    """Points for what two entries have in common beside the thing that they count."""
    points = 2 * bool(a.place and a.place == b.place) + bool(a.actor and a.actor == b.actor)
    points += 2 * bool(a.setting and a.setting == b.setting) + 2 * bool(a.outcome and a.outcome == b.outcome)
    # A tie alone tells little where one sentence says what became of people and the other says nothing of it.
    alike = bool(a.told & b.told) or not (a.told or b.told)
    points += 3 * bool(a.ties & b.ties and (a.outcome or (alike and a.thing and min(a.size, b.size) >= FEW)))
    return points + min(len(a.words & b.words), 3)
