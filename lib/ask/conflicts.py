"""The same happening dated differently: claims whose sentences in view give days that exclude each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from lib.evidence import Mark
from lib.store.conditions import Condition, row_conditions, sentence_conditions, where
from lib.store.engine import Store
from lib.view import View

MOST = 12


@dataclass(frozen=True, slots=True)
class Dated:
    """One date of one outlet: its words and where they stand, its value and how it was reasoned."""

    source: str
    words: str
    value: str
    why: str
    article_id: str
    start: int
    end: int
    url: str
    first: dt.date | None
    past: dt.date | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """One claim with the dates in view that exclude each other; ``mark`` opens the words of each."""

    claim_id: str
    gist: str
    dates: tuple[Dated, ...]

    @property
    def mark(self) -> Mark:
        return Mark("differences", (("kind", "date"), ("claim", self.claim_id)))

    @property
    def n(self) -> int:
        return len(self.dates)


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The answer: of ``n`` claims those with most dates."""

    shown: tuple[Conflict, ...]
    n: int


def conflicts(store: Store, view: View) -> Conflicts:
    """Claims whose sentences in view differ in a date, ``MOST`` of them."""
    condition, values = where(
        [*sentence_conditions(view), *row_conditions(view, "differences"), Condition("f.kind = 'date'")]
    )
    rows = store.rows(
        "select c.claim_id, c.gist, a.source, a.source_name,"
        " substr(a.text, f.start_at + 1, f.end_at - f.start_at), f.value, f.why, a.article_id, f.start_at, f.end_at,"
        " a.url, t.date_start, t.date_end from differences f"
        " join sentences s on s.sentence_no = f.sentence_no join claims c on c.claim_no = f.claim_no"
        " join articles a on a.article_no = f.article_no left join times t"
        " on t.sentence_no = f.sentence_no and t.start_at = f.start_at and t.end_at = f.end_at"
        f"{condition} order by f.value, s.sentence_no, f.start_at",
        values,
    )
    names = {name for (name,) in store.rows("select name from sources")} if rows else set()
    dates: dict[tuple[str, str], list[Dated]] = {}
    for claim_id, gist, outlet, source, words, value, why, *place in rows:
        dates.setdefault((claim_id, gist), []).append(Dated(source, words, value, _own(why, outlet, names), *place))
    found = [Conflict(*claim, tuple(told)) for claim, told in dates.items() if _excluding(told)]
    return Conflicts(tuple(sorted(found, key=lambda c: (-c.n, c.claim_id))[:MOST]), len(found))


def _excluding(dates: Sequence[Dated]) -> bool:
    """Whether days of two outlets exclude each other; where the days are not known, their values tell."""
    return any(a.source != b.source and not _overlap(a, b) for a, b in combinations(dates, 2))


def _overlap(a: Dated, b: Dated) -> bool:
    if a.first and a.past and b.first and b.past:
        return a.first < b.past and b.first < a.past
    return a.value == b.value


def _own(why: str, outlet: str, names: Collection[str]) -> str:
    """What a reason says of one outlet: it tells of two ('A dates it … B dates it …'), of which one may be hidden."""
    at = why.find(f"{outlet} dates it ")
    end = why.find(" dates it ", at + len(f"{outlet} dates it "))
    if at < 0 or end < 0:
        return why[max(at, 0) :]
    before = why[at:end]
    # The other outlet's name stands between the end of a sentence and its verb; it may have a full stop in it.
    other = max((n for n in names if before.endswith(f". {n}")), key=len, default=before.rpartition(". ")[2])
    return before[: -len(other)].rstrip()
