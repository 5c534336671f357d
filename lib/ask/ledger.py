"""The quantity ledger: what is counted, each outlet's numbers, and which of them can be compared.

A topic is one thing counted in one unit. Its rows hold numbers that can be compared; numbers of different rows of a
topic are related, and never said to differ. What is said of a row is said of its numbers in view (``comparing``).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lib.ask.comparing import Given, excluding, given, reason
from lib.ask.things import Known, Thing, on_page, things
from lib.evidence import Mark
from lib.store.conditions import Condition, marks, row_conditions, sentence_conditions, where
from lib.store.engine import Store
from lib.store.facts import tally, total
from lib.view import View

#: Numbers in the table of all.
MOST = 5000


@dataclass(frozen=True, slots=True)
class Figure:
    """One value in one outlet: ``n`` sentences or parts of one give it. An open end is None.

    ``first``: the first day on which the outlet gave it. ``speakers``: the words that name who is said to have said it,
    by day; '' among them is the outlet's own voice.
    """

    slug: str
    low: float | None
    high: float | None
    n: int
    words: str
    mark: Mark
    first: dt.date | None = None
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """Numbers that can be compared. ``apart``: two outlets' exclude each other, as times or copies may explain."""

    ledger_id: str
    thing: str
    differs: bool
    why: str
    status: str
    figures: tuple[Figure, ...]
    mark: Mark
    n: int
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing counted in one unit, the row that most outlets give first."""

    key: str
    thing: str
    unit: str
    rows: tuple[Row, ...]

    @property
    def n_sources(self) -> int:
        return len({f.slug for row in self.rows for f in row.figures})

    @property
    def differs(self) -> bool:
        return any(row.differs for row in self.rows)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The answer: one page of topics; those in which outlets differ first, then those that most outlets count."""

    topics: tuple[Topic, ...]
    n_topics: int
    n_differ: int
    n: int
    sources: dict[str, str]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The table to take away: its rows, of ``n`` numbers in view."""

    rows: list[tuple[object, ...]]
    n: int

    @property
    def title(self) -> str:
        whole = len(self.rows) == self.n
        return "Every number in view" if whole else f"The first {len(self.rows):,} of {self.n:,} numbers in view"


def ledger(store: Store, view: View) -> Ledger:
    """The topics of the numbers in view, ``TOP`` of them from the view's page on."""
    found, known = things(store, view)
    return Ledger(
        topics=_worded(store, view, _topics(store, view, on_page(found, view.page), known), known),
        n_topics=len(found),
        n_differ=sum(topic.differs for topic in found),
        n=sum(topic.n for topic in found),
        sources=dict(store.rows("select slug, name from sources order by lower(name)")),
    )


def every_number(store: Store, view: View) -> Numbers:
    """The first ``MOST`` numbers in view with what each counts, its article, offsets and address."""
    condition, values = where([*sentence_conditions(view), *row_conditions(view, "quantities")])
    rows = store.rows(
        "select coalesce(l.thing, ''), f.text, f.low, f.high, f.unit, f.hedge, f.status, f.attribution, f.speaker_text,"
        " a.source_name, a.published, a.article_id, f.start_at, f.end_at, a.url from quantities f"
        " join sentences s on s.sentence_no = f.sentence_no join articles a on a.article_no = f.article_no"
        f" left join ledger l on l.ledger_no = f.ledger_no{condition} order by s.sentence_no, f.start_at limit ?",
        [*values, MOST],
    )
    return Numbers(rows, len(rows) if len(rows) < MOST else total(store, view, Mark("quantities")))


def _topics(store: Store, view: View, listed: Sequence[Thing], known: dict[str, Known]) -> list[Topic]:
    """Topics with the figures of their rows."""
    ids = [row for thing in listed for row, _, _ in thing.rows]
    figures: dict[str, dict[tuple[str, str], int]] = {row: {} for row in ids}
    by = ("ledger", "source", "value")
    if ids:
        for n, (row, *cell) in tally(store, view, "quantities", by, "rows", Mark("quantities"), ("ledger", ids)):
            figures[row][cell[0], cell[1]] = n
    return [
        Topic(t.key, t.thing, t.unit, tuple(_row(known[row], figures[row], differs) for row, _, differs in t.rows))
        for t in listed
    ]


def _row(known: Known, figures: dict[tuple[str, str], int], differs: bool) -> Row:
    mark = Mark("quantities", (("ledger", known.ledger_id),))
    made = []
    for (slug, value), n in figures.items():
        low, _, high = value.partition("..")
        made.append(Figure(slug, _number(low), _number(high), n, "", mark.also(source=slug, value=value)))
    made.sort(key=lambda f: (f.low if f.low is not None else f.high or 0.0, f.slug))
    n = sum(f.n for f in made)
    return Row(known.ledger_id, known.thing, differs, "", "happened", tuple(made), mark, n)


def _number(text: str) -> float | None:
    return float(text) if text else None


def _worded(store: Store, view: View, topics: Sequence[Topic], known: dict[str, Known]) -> tuple[Topic, ...]:
    """The topics with the words, the status and the reason of every row, by its numbers in view."""
    ids = [row.ledger_id for topic in topics for row in topic.rows]
    if not ids:
        return ()
    numbers = given(store, view, Condition(f"l.ledger_id in ({marks(len(ids))})", tuple(ids)))
    found = []
    for topic in topics:
        among = {one for row in topic.rows for one in numbers[row.ledger_id]}
        rows = []
        for row in topic.rows:
            own, said = numbers[row.ledger_id], known[row.ledger_id]
            rows.append(
                replace(
                    row,
                    why=reason(said.why, said.n_sources, own, among, len(topic.rows) == 1),
                    status=_status(own),
                    figures=_figures(row, own),
                    apart=any(excluding(own)),
                )
            )
        found.append(replace(topic, rows=tuple(rows)))
    return tuple(found)


def _status(numbers: Sequence[Given]) -> str:
    """Whether most of the numbers are of what is, was, or is planned."""
    seen = Counter[str]()
    for one in numbers:
        seen[one.status] += one.n
    return seen.most_common(1)[0][0]


def _figures(row: Row, numbers: Sequence[Given]) -> tuple[Figure, ...]:
    """Each with the day on which its outlet first gives it, in which words, and all on whose word. By day, as given."""
    told: dict[tuple[str, float | None, float | None], list[Given]] = {}
    for one in numbers:
        told.setdefault((one.slug, one.low, one.high), []).append(one)
    found = []
    for f in row.figures:
        own = told.get((f.slug, f.low, f.high), [])
        speakers = tuple(dict.fromkeys(" ".join(who.split()) for one in own for who in one.speakers))
        first = own[0] if own else None
        found.append(replace(f, words=first.words, first=first.published, speakers=speakers) if first else f)
    return tuple(found)
