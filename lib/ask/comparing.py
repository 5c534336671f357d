"""The numbers in view of rows of the ledger: which outlets exclude each other, and why, by what is in view alone.

    numbers = given(store, view, Condition("l.differs"))
    disagreeing(numbers["boats"])        # (Given, Given), or None

What a build wrote of a row speaks of all its numbers; filters and corrections hide some of them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from lib.hedged import DAYS, excludes, interval
from lib.phrase import number
from lib.store.conditions import Condition, row_conditions, sentence_conditions, where
from lib.store.engine import Store
from lib.view import View

#: Fields of ``Given`` but the last two.
_COLUMNS = "o.slug, o.name, f.low, f.high, f.hedge, f.unit, f.status, a.origin_id, f.published, f.text"
#: What a build writes before the reasons for which a row is not compared with another.
_REASONS = re.compile(r"not compared with it: ([^.]+)\.")


@dataclass(frozen=True, slots=True)
class Given:
    """A number of one outlet on one day, in the words and with the hedge that it was given; ``n`` times."""

    slug: str
    source: str
    low: float | None
    high: float | None
    hedge: str
    unit: str
    status: str
    origin: str
    published: dt.date | None
    words: str
    n: int
    #: The words that name who gives it; '' among them where it is the outlet's own voice.
    speakers: tuple[str, ...] = ()

    @property
    def quoted(self) -> str:
        """'“about 40 boats” (Ash Post', as reasons begin to tell of it: the speaker may follow the outlet."""
        words = re.sub(r"\s+", " ", self.words)
        return f"“{words}” ({self.source}"


def given(store: Store, view: View, which: Condition) -> dict[str, list[Given]]:
    """Row of the ledger → its numbers in view, by day; ``which`` is a condition on the ledger ``l``."""
    condition, values = where([*sentence_conditions(view), *row_conditions(view, "quantities"), which])
    rows = store.rows(
        f"select l.ledger_id, {_COLUMNS}, count(*), list(distinct f.speaker_text)"
        " from quantities f join sentences s on s.sentence_no = f.sentence_no"
        " join ledger l on l.ledger_no = f.ledger_no join articles a on a.article_no = f.article_no"
        f" join sources o on o.source_id = f.source_id{condition}"
        f" group by l.ledger_id, {_COLUMNS}"
        " order by f.published nulls last, min(f.sentence_no), min(f.start_at)",
        values,
    )
    found: dict[str, list[Given]] = {}
    for ledger_id, *row, speakers in rows:
        found.setdefault(ledger_id, []).append(Given(*(*row, tuple(sorted(speakers)))))
    return found


def excluding(numbers: Iterable[Given]) -> Iterator[tuple[Given, Given]]:
    """Pairs of different outlets whose numbers exclude each other, in order of day."""
    spans = [(one, interval(one)) for one in numbers]
    if spans and max(low for _, (low, _) in spans) <= min(high for _, (_, high) in spans):
        return  # all of them have a value in common
    for (one, a), (other, b) in combinations(spans, 2):
        if one.slug != other.slug and excludes(a, b):
            yield one, other


def disagreeing(numbers: Sequence[Given]) -> tuple[Given, Given] | None:
    """Two that are said to differ: of no copies of one article, and told near enough in time."""
    pairs = (pair for pair in excluding(numbers) if pair[0].origin != pair[1].origin and _days(*pair) <= DAYS)
    return next(pairs, None)


def _days(a: Given, b: Given) -> int:
    return abs((a.published - b.published).days) if a.published and b.published else 0


def reason(stored: str, n_sources: int, numbers: Sequence[Given], among: Collection[Given], alone: bool) -> str:
    """Why the numbers in view of a row stand together, or what differs.

    The build's own reason ``stored``, where all that it speaks of is in view: its ``n_sources`` outlets, and every
    number that it quotes (``among``: those of the whole topic). ``alone``: the topic has no other row in view.
    """
    outlets = list(dict.fromkeys(one.source for one in numbers))
    quotes = {one.quoted for one in among}
    if len(outlets) == n_sources and all(
        any(stored.startswith(quote, found.start()) for quote in quotes) for found in re.finditer("“", stored)
    ):
        return stored
    pair = disagreeing(numbers)
    if pair:
        said = f"{pair[0].quoted}) and {pair[1].quoted}) exclude each other."
    elif len(outlets) == 1:
        said = f"only {outlets[0]} gives a number."
    else:
        said = f"no two outlets exclude each other within {number(DAYS)} days."
    reasons = None if alone else _REASONS.search(stored)
    related = f"Related to other numbers of this topic, not compared with them: {reasons[1]}. " if reasons else ""
    return f"{related}In this view {said}"
