"""Small corpora in which every number or date is written out: one article a line, one sentence an article.

store = numbers(folder, [Number("Ash Post", 3, "about 40 boats", 40, 40, "about"), …])
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from lib import schema
from lib.store.engine import Store
from tests.corpora import Tables, save

STORY = "flood"


@dataclass(frozen=True)
class Number:
    """A number of an outlet on a day of March 2022; ``row`` is its row of the ledger."""

    source: str
    day: int
    words: str
    low: float | None
    high: float | None
    hedge: str = "exactly"
    status: str = "happened"
    row: str = "boats"
    origin: str = ""
    speaker: str = ""


@dataclass(frozen=True)
class Row:
    """What a build wrote of a row of the ledger."""

    key: str
    differs: bool
    why: str
    n_sources: int


@dataclass(frozen=True)
class Date:
    """A date of an outlet for what all of them tell, with the reason that a build gave."""

    source: str
    words: str
    first: dt.date
    last: dt.date
    why: str = ""


def numbers(folder: Path, told: list[Number], rows: list[Row]) -> Store:
    """A store of these numbers; all rows count boats."""
    tables = Tables()
    for at, one in enumerate(told):
        text = f"They saw {one.words} there."
        key = _article(tables, at, one.source, dt.date(2022, 3, one.day), text, one.origin)
        start = text.index(one.words)
        tables.add(
            "quantities",
            schema.Quantity(
                key, 0, start, start + len(one.words), one.words, one.low, one.high, "", "boat", "boats", one.hedge, "",
                one.status, None, None, None, None, one.speaker, None, "named" if one.speaker else "outlet", one.row,
                0.9,
            ),
        )  # fmt: skip
    for row in rows:
        tables.add(
            "ledger",
            schema.LedgerRow(row.key, STORY, "boats", "boats", "", None, None, row.n_sources, row.differs, row.why),
        )
    return Store.open(save(folder, tables))


def dates(folder: Path, told: list[Date]) -> Store:
    """A store with one claim, dated so by each."""
    tables = Tables()
    keys = []
    for at, one in enumerate(told):
        text = f"The dam broke {one.words}, they said."
        keys.append(key := _article(tables, at, one.source, dt.date(2022, 3, 20), text))
        start = text.index(one.words)
        place, value = (start, start + len(one.words)), one.first.isoformat()
        past = one.last + dt.timedelta(days=1)
        tables.add(
            "times",
            schema.TimeExpression(
                key, 0, *place, one.words, "DATE", value, one.first, past, "day", None, "explicit", "day-month",
                "Test.", (), 0.9,
            ),
        )  # fmt: skip
        broke = text.index("broke")
        tables.add(
            "events",
            schema.Event(
                f"{key}:0", key, 0, broke, broke + 5, one.first, past, "day", "broke", (), None, "happened", "Test.",
                *place,
            ),
        )  # fmt: skip
        tables.add("differences", schema.Difference("dam", "date", key, 0, *place, value, one.why or "Test."))
    n = len({one.source for one in told})
    gist = "The dam broke."
    tables.add("claims", schema.Claim("dam", STORY, gist, keys[0], 0, len(told), n, n, ("date",), 0.8))
    return Store.open(save(folder, tables))


def _article(tables: Tables, at: int, source: str, day: dt.date, text: str, origin: str = "") -> str:
    key = f"{at:016x}"
    tables.add(
        "articles",
        schema.Article(
            key, source, "given", "test", f"Title {at}", day, day, day + dt.timedelta(days=1), "metadata", "test",
            f"https://example.test/{at}", "", "en", text, len(text.split()), origin or key, STORY, f"{at}.txt",
        ),
    )  # fmt: skip
    tables.add("sentences", schema.Sentence(key, 0, 0, len(text), 0))
    return key
