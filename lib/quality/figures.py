"""A figure: one measured value with its count, its interval and the data that it rests on.

    tallies = [(3, 4, 5), (1, 1, 2)]           # right, given, wanted of each document
    harmonic("times", "value", "…", data, tallies).value

Intervals are 95 % percentile bootstraps over documents (Efron and Tibshirani 1993): documents, not items, are drawn,
as the items of one document err together. The seed is fixed, so two runs on the same data agree. Where all is right, or
nothing, no draw differs from another: there the interval is Wilson's (Journal of the American Statistical Association
22, 1927), each document with such items being one observation, again as its items err together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

DRAWS = 1000
SEED = 20220204
OURS = "Dateline"
#: Standard deviations that hold 95 % of a normal distribution.
Z = 1.959964
#: Right answers, answers given, answers wanted: what one document adds.
Tally = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of 1 and its 95 % interval; the interval is None where one document cannot give one."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Figure:
    """``n_items`` counts the gold items; ``precision`` and ``recall`` stand beside an F1."""

    measure: str
    key: str
    name: str
    data: str
    unit: str
    rate: Rate
    n_documents: int
    n_items: int
    right: int
    given: int
    wanted: int
    system: str = OURS
    precision: Rate | None = None
    recall: Rate | None = None


@dataclass(frozen=True, slots=True)
class ErrorKind:
    """One kind of error in one data set; examples only where the gold is part of the repository.

    ``keys``: the figures of the measure that it lowers; none given means all.
    """

    measure: str
    data: str
    kind: str
    n: int
    examples: tuple[str, ...]
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often gold class ``gold`` was found as class ``found``."""

    measure: str
    data: str
    gold: str
    found: str
    n: int


#: What a measure yields.
Row = Figure | ErrorKind | Confusion


def harmonic(
    measure: str, key: str, name: str, data: str, tallies: Sequence[Tally], system: str = OURS
) -> Iterable[Figure]:
    """The F1 of summed tallies, with precision and recall; nothing where there is neither gold nor answer."""
    used = [t for t in tallies if t[1] or t[2]]
    right, given, wanted = _sums(used)
    if not given and not wanted:
        return
    f, precision, recall = _resampled(used)
    yield Figure(measure, key, name, data, "F1", f, len(tallies), wanted, right, given, wanted, system, precision,
                 recall)  # fmt: skip


def share(
    measure: str, key: str, name: str, data: str, tallies: Sequence[tuple[int, int]], system: str = OURS
) -> Iterable[Figure]:
    """Right answers among all, summed over documents: (right, all) of each; nothing where there is none."""
    used = [(right, n, n) for right, n in tallies if n]
    if not used:
        return
    right, n, _ = _sums(used)
    yield Figure(measure, key, name, data, "share", _resampled(used)[0], len(used), n, right, n, n, system)


def _sums(tallies: Sequence[Tally]) -> Tally:
    return sum(t[0] for t in tallies), sum(t[1] for t in tallies), sum(t[2] for t in tallies)


def wilson(value: float, n: int) -> tuple[float, float]:
    """Wilson's 95 % score interval where all of ``n`` observations are right (``value`` 1) or none is (0)."""
    reach = Z * Z / (n + Z * Z)
    return (1 - reach, 1.0) if value else (0.0, reach)


def _resampled(tallies: Sequence[Tally]) -> tuple[Rate, Rate, Rate]:
    """F1, precision and recall of the same draws."""
    table = np.asarray(tallies, dtype=np.int64)
    drawn = np.random.default_rng(SEED).integers(0, len(table), size=(DRAWS, len(table)))
    samples = table[drawn].sum(axis=1)
    whole = table.sum(axis=0)
    rates = []
    for columns in ((1, 2), (1,), (2,)):
        sizes = samples[:, columns].sum(axis=1)
        values = len(columns) * samples[:, 0] / np.maximum(sizes, 1)
        low, high = np.quantile(values, (0.025, 0.975)) if len(table) > 1 else (None, None)
        size = int(whole[list(columns)].sum())
        value = len(columns) * int(whole[0]) / size if size else 0.0
        asked = int((table[:, columns].sum(axis=1) > 0).sum())
        if low is not None and not asked:
            low = high = None  # a share of nothing
        elif low is not None and value in (0.0, 1.0):
            low, high = wilson(value, asked)
        rates.append(Rate(value, None if low is None else float(low), None if high is None else float(high)))
    return rates[0], rates[1], rates[2]
