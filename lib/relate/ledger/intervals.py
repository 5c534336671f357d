"""How large a number is, and how many times another; whether two exclude each other is ``lib.hedged``.

excludes(interval(about_100_000), interval(exactly_127_000))      # True
"""

from __future__ import annotations

import math

from lib.hedged import Interval, excludes, interval
from lib.schema import Quantity

__all__ = ["Interval", "excludes", "interval", "ratio", "size"]


def size(q: Quantity) -> float:
    """One value for how large it is: the middle, or the end that is said."""
    if q.low is None:
        return q.high or 0.0
    return q.low if q.high is None else (q.low + q.high) / 2


def ratio(a: float, b: float) -> float:
    """How many times the larger is the smaller; 1 for two zeros, infinite beside one zero."""
    low, high = sorted((abs(a), abs(b)))
    return 1.0 if high == 0 else math.inf if low == 0 else high / low
