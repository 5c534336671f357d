"""A number with its hedge as an interval, and whether two of them exclude each other.

excludes(interval(about_100_000), interval(exactly_127_000))      # True

'About' gives a tenth either way, a bare number half of its last digit that is not zero, but at most a twentieth:
'127,000' may be 126,500 to 127,500, and 'about 14,000' does not exclude 'more than 14,000'. 'More than' is open above
and 'up to' open below, so 'more than 100,000' and '127,000' do not exclude each other. Vague words ('dozens') are the
ranges that ``data/vocabulary/quantities.toml`` gives them.
"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Protocol

Interval = tuple[float, float]
ABOUT = 0.10
MOST_ROUNDING = 0.05
#: From here on a number that ends in zeros may be rounded to them; '60 percent' is 59.5 to 60.5, and '60 men' are 60.
ROUNDED = 100
#: Days between two articles, beyond which their numbers may both be right.
DAYS = 10


class Hedged(Protocol):
    """A number as it was said: an open end is None, ``hedge`` is one of ``lib.schema.HEDGES``, a count has no unit."""

    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def hedge(self) -> str: ...
    @property
    def unit(self) -> str: ...


def interval(q: Hedged) -> Interval:
    """Least and greatest value that the words allow; infinite where they are open."""
    low = -math.inf if q.low is None else q.low
    high = math.inf if q.high is None else q.high
    if q.hedge == "about" and low == high:
        return low - abs(low) * ABOUT, high + abs(high) * ABOUT
    low = low if math.isinf(low) else low - _rounding(low, q.unit)
    high = high if math.isinf(high) else high + _rounding(high, q.unit)
    return low, high


def _rounding(value: float, unit: str) -> float:
    """Half of the last digit that is not zero. A count that is small or exact is not rounded; what is measured is."""
    if abs(value) < ROUNDED:
        written = Decimal(repr(float(value))).normalize().as_tuple().exponent
        return 0.5 * 10 ** min(int(written), 0) if unit and value else 0.0
    step, whole = 1.0, round(abs(value))
    while whole % 10 == 0:
        whole //= 10
        step *= 10
    exact = 0.5 if unit else 0.0
    return exact if step == 1 else min(step / 2, abs(value) * MOST_ROUNDING)


def excludes(a: Interval, b: Interval) -> bool:
    return a[1] < b[0] or b[1] < a[0]
