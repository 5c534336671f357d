"""Time expressions as TempEval-3 scores them (``lib.quality.times``): spans, types, values, calendar values.

rows = list(times(ready))
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.quality.dataset import Gold
from lib.quality.figures import Row, Tally, harmonic
from lib.quality.measures.errors import Errors
from lib.quality.ready import Ready
from lib.quality.timeml import GoldDocument
from lib.quality.times import CALENDAR, MEASURES, Counts, count, pairs
from lib.schema import TimeExpression

_SHAPES = (
    (r"$", "open date"), (r"\w+_REF", "reference"), (r"P", "duration"), (r"[^F]*T", "time of day"),
    (r"\d{4}-\d\d-\d\d", "day"), (r"\d{4}-W", "week"), (r"\d{4}-\d\d$", "month"), (r"\d{4}$", "year"),
    (r"\d{4}-", "quarter, half or season"), (r"\d\d\d?$", "decade or century"),
    (r"X", "date without a year"),
)  # fmt: skip
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
        words = f"“{gold.text[g.start : g.end]}” is {g.value}, read as {r.value or 'open'} ({r.rule})"
        shapes = shape(g.value), shape(r.value)
        kind = f"{shapes[0]} read as {shapes[1]}" if shapes[0] != shapes[1] else f"another {shapes[0]} ({r.rule})"
        if g.value != r.value:
            errors.add(kind, words, "value", *_calendar(g.value, r.value))
    for g in wanted:
        if id(g) not in there:
            words = f"“{gold.text[g.start : g.end]}” = {g.value}"
            errors.add(f"{shape(g.value)} missed", words, "strict", "relaxed", "value", *_calendar(g.value))
    for r in kept:
        if id(r) not in there:
            words, kind = f"“{r.text}” = {r.value or 'open'} ({r.rule})", f"{shape(r.value)} where none is annotated"
            errors.add(kind, words, "strict", "relaxed", "value", *_calendar(r.value))


def _calendar(*values: str) -> tuple[str, ...]:
    return ("calendar",) if any(map(CALENDAR.match, values)) else ()


def shape(value: str) -> str:
    """What sort of value it is, in words: 'day', 'month', 'reference' …"""
    return next((words for pattern, words in _SHAPES if re.match(pattern, value)), "other value")
