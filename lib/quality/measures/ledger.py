"""Numbers of outlets beside each other: whether those that two outlets give in one statement share a row.

The gold is that of claims: in two articles of which every pair of sentences was judged, the same number in sentences
that state the same (told once in each) is one number. Right is a pair of numbers of two outlets, in one row, whose
sentences state the same; the rest is not all wrong, as two statements can tell one number ('34 aircraft').
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lib.quality.built import Row as TableRow
from lib.quality.built import built
from lib.quality.compared import Place
from lib.quality.figures import Row, share
from lib.quality.measures.claims import judged, shown
from lib.quality.measures.errors import Errors
from lib.quality.ranking import Pair
from lib.quality.ready import Ready

#: A number without a unit may be the one with a unit, from this size on.
LARGE = 1000


def ledger(ready: Ready) -> Iterator[Row]:
    """Shares of the two kinds, one judged pair of articles each; nothing for a data set without judged pairs."""
    data = ready.data
    if data.claims is None or data.inputs is None:
        return
    tables = built(data.inputs, data.lines)
    gold = judged(data, tables)
    at: dict[Place, list[TableRow]] = defaultdict(list)
    for row in tables.rows["quantities"]:
        at[row["article_id"], row["sentence_id"]].append(row)
    recall: list[tuple[int, int]] = []
    precision: list[tuple[int, int]] = []
    errors = Errors("ledger", data)
    for some in gold.whole:
        known = [pair for pair in some if pair not in gold.open]
        same = [two for pair in known if pair in gold.shared for two in _one_number(at, pair)]
        together = [pair for pair in known for p in at[pair[0]] for q in at[pair[1]] if _one_row(p, q)]
        recall.append((sum(_one_row(p, q) for p, q in same), len(same)))
        precision.append((sum(pair in gold.shared for pair in together), len(together)))
        for p, q in same:
            if not _one_row(p, q):
                errors.add("one number in two rows", f"{p['text']} = {q['text']}", "recall")
        for pair in together:
            if pair not in gold.shared:
                errors.add("a row of two statements", shown(tables.texts, pair), "precision")
    yield from share("ledger", "recall", "one number in one statement that stands in one row", data.key, recall)
    yield from share("ledger", "precision", "numbers in one row that stand in one statement", data.key, precision)
    yield from errors.rows()


def _one_number(at: dict[Place, list[TableRow]], pair: Pair) -> Iterator[tuple[TableRow, TableRow]]:
    """The numbers that stand once, with one value, in both sentences of a pair."""
    for p in at[pair[0]]:
        others = [q for q in at[pair[1]] if _equal(p, q)]
        if len(others) == 1 and sum(_equal(own, others[0]) for own in at[pair[0]]) == 1:
            yield p, others[0]


def _equal(p: TableRow, q: TableRow) -> bool:
    """One size and unit; a large number may lack its unit."""
    size = _size(p)
    return size == _size(q) and (p["unit"] == q["unit"] or (size >= LARGE and not (p["unit"] and q["unit"])))


def _size(row: TableRow) -> float:
    ends = [end for end in (row["low"], row["high"]) if end is not None]
    return float(sum(ends) / len(ends)) if ends else 0.0


def _one_row(p: TableRow, q: TableRow) -> bool:
    return bool(p["ledger_id"]) and p["ledger_id"] == q["ledger_id"]
