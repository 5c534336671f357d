"""Which of many differences are more than chance: the false discovery rate is held at 5 %.

Of a vocabulary of thousands of words some hundred differ by two standard deviations by chance alone. Benjamini and
Hochberg, "Controlling the False Discovery Rate", Journal of the Royal Statistical Society B 57 (1995): of what passes,
one in twenty is expected to be chance.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

#: The share of chance among what is called more than chance.
RATE = 0.05


def least_beyond_chance(z: Iterable[float], tested: int) -> float:
    """The least absolute z-score that is more than chance among ``tested`` of them; infinite where none is.

    ``z`` holds the scores from the largest on, either sign; those left out must be smaller than all that are in it.
    """
    found = math.inf
    for place, score in enumerate(sorted(map(abs, z), reverse=True), start=1):
        if math.erfc(score / math.sqrt(2)) <= RATE * place / tested:
            found = score
    return found
