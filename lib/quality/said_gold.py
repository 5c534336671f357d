"""What our own sentences say of numbers and of evidence: gold of ``quantities.jsonl`` and ``standings.jsonl``.

    quantity({"text": "some 70 sites", "start": 0, "low": 70, "high": 70, "unit": [""], "counted": ["site"], …})

A value that is not to be scored is ``OPEN``: "dozens of" has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lib.schema import HEDGES, STANDINGS

OPEN = "?"


@dataclass(frozen=True, slots=True)
class GoldQuantity:
    """``low`` and ``high``: a number, None (no bound) or ``OPEN``. ``unit`` and ``counted``: accepted words."""

    start: int
    end: int
    low: float | str | None
    high: float | str | None
    unit: tuple[str, ...]
    counted: tuple[str, ...]
    hedge: str


@dataclass(frozen=True, slots=True)
class GoldStanding:
    """The words that say how an allegation stands, and who says it (empty: nobody is named)."""

    start: int
    end: int
    status: str
    by: str


def quantity(row: Mapping[str, Any]) -> GoldQuantity:
    """Raises ``KeyError`` or ``TypeError`` on a field that lacks, ``ValueError`` on a hedge that nobody knows."""
    if row["hedge"] not in (*HEDGES, OPEN):
        raise ValueError(f"hedge {row['hedge']!r}; allowed are {', '.join(HEDGES)} and {OPEN}")
    start = int(row["start"])
    return GoldQuantity(
        start, start + len(row["text"]), row["low"], row["high"], _words(row["unit"]), _words(row["counted"]),
        row["hedge"],
    )  # fmt: skip


def standing(row: Mapping[str, Any]) -> GoldStanding:
    """Raises ``KeyError`` or ``TypeError`` on a field that lacks, ``ValueError`` on a status that nobody knows."""
    if row["status"] not in STANDINGS:
        raise ValueError(f"status {row['status']!r}; allowed are {', '.join(STANDINGS)}")
    start = int(row["start"])
    return GoldStanding(start, start + len(row["text"]), row["status"], str(row["by"]))


def same_number(gold: float | str | None, found: float | None) -> bool:
    """Equal to half a percent, so that 'a third' may be 33 or 33.3."""
    if isinstance(gold, str):
        return True
    if gold is None or found is None:
        return gold is None and found is None
    return abs(gold - found) <= 0.005 * abs(gold)


def _words(given: str | list[str]) -> tuple[str, ...]:
    return (OPEN,) if given == OPEN else tuple(str(word).casefold() for word in given)
