"""Our adversarial sentences on dates: the share that is right as a whole, by group of rules.

A sentence is right where exactly the wanted expressions are found, each with its span, type and value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lib.quality.dataset import Gold
from lib.quality.figures import Row, share
from lib.quality.measures.errors import Errors
from lib.quality.ready import Ready

#: A rule belongs to the group of its first word; groups smaller than this are reported together.
SMALL = 4


def sentences(ready: Ready) -> Iterator[Row]:
    """The share right of all and of each group."""
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    every: list[tuple[int, int]] = []
    errors = Errors("sentences", ready.data)
    for gold, _, rows in ready.texts:
        if gold.times is None or gold.rules is None:
            continue
        right = _wanted(gold) == [(r.start, r.end, r.type, r.value) for r in rows.times]
        group = _group(gold.rules[0]) if gold.rules else "no time expression"
        groups[group].append((int(right), 1))
        every.append((int(right), 1))
        if not right:
            errors.add(group, gold.text)
    yield from share("sentences", "right", "sentences right as a whole", ready.data.key, every)
    small = [tally for tallies in groups.values() if len(tallies) < SMALL for tally in tallies]
    for group, tallies in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(tallies) >= SMALL:
            yield from share("sentences", f"right-{group}", f"rules of {group}", ready.data.key, tallies)
    yield from share("sentences", "right-other", "other rules", ready.data.key, small)
    yield from errors.rows()


def _wanted(gold: Gold) -> list[tuple[int, int, str, str]]:
    return [(t.start, t.end, t.type, t.value) for t in gold.times or ()]


def _group(rule: str) -> str:
    return rule.partition("-")[0] or "any"
