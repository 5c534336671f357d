"""Numbers with what they count: span, value, hedge, unit and the thing counted, on our own sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lib.find.quantities import find_quantities
from lib.quality.dataset import Gold
from lib.quality.figures import Confusion, Row, Tally, harmonic, share
from lib.quality.measures.errors import Errors
from lib.quality.ready import Ready
from lib.quality.said_gold import OPEN, GoldQuantity, same_number
from lib.schema import Quantity

Pair = tuple[GoldQuantity, Quantity]


def quantities(ready: Ready) -> Iterator[Row]:
    """F1 of spans, values and hedges; shares of units and things right where the span is; traps left alone."""
    tallies: dict[str, list[Tally]] = {key: [] for key, _ in _FIGURES}
    shares: dict[str, list[tuple[int, int]]] = {"unit": [], "counted": [], "traps": []}
    hedges: Counter[tuple[str, str]] = Counter()
    errors = Errors("quantities", ready.data)
    for gold, document, rows in ready.texts:
        if gold.quantities is None:
            continue
        found = find_quantities(document, rows.mentions, rows.times, rows.quotes)
        pairs = paired(gold.quantities, found)
        right = {
            "span": pairs,
            "exact": [(g, f) for g, f in pairs if (g.start, g.end) == (f.start, f.end)],
            "value": [(g, f) for g, f in pairs if _value(g, f)],
            "hedge": [(g, f) for g, f in pairs if g.hedge in (f.hedge, OPEN)],
        }
        for key, some in right.items():
            tallies[key].append((len(some), len(found), len(gold.quantities)))
        shares["unit"].append(_told([(g.unit, f.unit) for g, f in pairs]))
        shares["counted"].append(_told([(g.counted, f.counted) for g, f in pairs]))
        shares["traps"] += [] if gold.quantities else [(int(not found), 1)]
        hedges.update((g.hedge, f.hedge) for g, f in pairs if g.hedge != OPEN)
        _note(errors, gold, found, pairs)
    data = ready.data.key
    for key, name in _FIGURES:
        yield from harmonic("quantities", key, name, data, tallies[key])
    yield from share("quantities", "unit", "units right, where the span is", data, shares["unit"])
    yield from share("quantities", "counted", "things counted right, where the span is", data, shares["counted"])
    yield from share("quantities", "traps", "sentences without a quantity left alone", data, shares["traps"])
    for (wanted, got), n in sorted(hedges.items()):
        yield Confusion("quantities", data, wanted, got, n)
    yield from errors.rows()


_FIGURES = (
    ("span", "half of the words or more shared"),
    ("exact", "exactly the words"),
    ("value", "least and greatest value"),
    ("hedge", "direction of hedging"),
)


def paired(gold: Sequence[GoldQuantity], found: Sequence[Quantity]) -> list[Pair]:
    """Each at most once, most shared characters first; half of the longer one's is the least."""
    shared = sorted(
        ((min(g.end, f.end) - max(g.start, f.start), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for n, i, j in shared:
        g, f = gold[-i], found[-j]
        if 2 * n >= max(g.end - g.start, f.end - f.start) and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return [(gold[i], found[j]) for i, j in sorted(pairs.items())]


def _value(gold: GoldQuantity, found: Quantity) -> bool:
    return same_number(gold.low, found.low) and same_number(gold.high, found.high)


def _told(pairs: Sequence[tuple[tuple[str, ...], str]]) -> tuple[int, int]:
    scored = [(wanted, got) for wanted, got in pairs if wanted != (OPEN,)]
    return sum(got.casefold() in wanted for wanted, got in scored), len(scored)


def _note(errors: Errors, gold: Gold, found: Sequence[Quantity], pairs: Sequence[Pair]) -> None:
    there = {id(one) for pair in pairs for one in pair}
    for g in gold.quantities or ():
        if id(g) not in there:
            errors.add("quantity missed", gold.text[g.start : g.end], "span", "exact", "value", "hedge")
    for f in found:
        if id(f) not in there:
            errors.add("no quantity, or other words", f"{f.text} in: {gold.text}", "span", "exact", "value", "hedge")
    for g, f in pairs:
        if not _value(g, f):
            errors.add("another value", f"{f.text}: {f.low} to {f.high}", "value")
        if g.hedge not in (f.hedge, OPEN):
            errors.add(f"'{g.hedge}' taken for '{f.hedge}'", f.text, "hedge")
        if g.counted != (OPEN,) and f.counted.casefold() not in g.counted:
            errors.add("another thing counted", f"{f.text}: {f.counted or 'nothing'}", "counted")
