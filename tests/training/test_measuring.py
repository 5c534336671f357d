"""Average precision of likeness alone, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from lib.training.measuring import average_precision
from lib.training.told import Event


def test_it_is_the_mean_over_pairs_of_articles_that_share_something() -> None:
    same = np.zeros((4, 4), bool)
    same[0, 2] = same[2, 0] = True
    apart = np.array([[a // 2 != b // 2 for b in range(4)] for a in range(4)])
    event = Event("e", ("a", "b", "c", "d"), np.array([0, 0, 1, 1]), same, apart)
    # Likeness of a-c 0.6, a-d 0.8, b-c 0.8, b-d 0.6: the shared pair ties for the third place, and comes first of two.
    vectors = np.array([[1, 0], [0, 1], [0.6, 0.8], [0.8, 0.6]], np.float32)
    assert average_precision([event], lambda _: vectors) == pytest.approx(1 / 3)
    turned = vectors[[0, 1, 3, 2]]
    assert average_precision([event], lambda _: turned) == pytest.approx(1.0)
