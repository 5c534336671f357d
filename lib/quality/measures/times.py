"""Time expressions as TempEval-3 scores them (``lib.quality.times``): spans, types, values, calendar values.

rows = list(times(ready))
"""

from __future__ import annotations

from collections.abc import Iterator

from lib.quality.dataset import Gold
from lib.quality.figures import Row, Tally, harmonic
from lib.quality.measures.errors import Errors
from lib.quality.ready import Ready
from lib.quality.timeml import GoldDocument
from lib.quality.times import MEASURES, Counts, count, pairs
from lib.schema import TimeExpression

NAMES = {
    "strict": "span, to the letter", "relaxed": "span, overlapping", "type": "span overlapping, type right",
    "value": "span overlapping, value right", "calendar": "the same, calendar dates only",
}  # fmt: skip


def times(ready: Ready) -> Iterator[Row]:
    """F1 of each measure. Sentences that are scored rule by rule are left to ``sentences``."""
    counts: list[Counts] = []
    errors = Errors("times", ready.data)
    for gold, _, rows in ready.texts:
        if gold.times is None or gold.rules is not None:
            continue
        document = GoldDocument(gold.name, gold.text, gold.published, gold.times, gold.limit, gold.ignored)
        counts.append(count(document, rows.times)[0])
        _note(errors, gold, rows.times)
    for measure in MEASURES:
        tallies: list[Tally] = [(c.right[measure], c.given[measure], c.wanted[measure]) for c in counts]
        yield from harmonic("times", measure, NAMES[measure], ready.data.key, tallies)
    yield from errors.rows()


def _note(errors: Errors, gold: Gold, rows: list[TimeExpression]) -> None:
    wanted = gold.times or ()
    kept = [r for r in rows if r.start < gold.limit and not any(s < r.end and r.start < e for s, e in gold.ignored)]
    matched = pairs(wanted, kept)
    there = {id(one) for pair in matched for one in pair}
    for g, r in matched:
        words = f"“{gold.text[g.start : g.end]}” is {g.value}, read as {r.value or 'open'}"
        if g.value != r.value:
            errors.add(f"{g.type} valued wrong by the rule {r.rule}", words)
    for g in wanted:
        if id(g) not in there:
            errors.add(f"{g.type} missed", f"“{gold.text[g.start : g.end]}” = {g.value}")
    for r in kept:
        if id(r) not in there:
            errors.add(f"{r.type} found where none is annotated", f"“{r.text}” = {r.value or 'open'} ({r.rule})")
