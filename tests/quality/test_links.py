"""B³ over mentions, and how sure it is: clusters span documents, so documents alone cannot be drawn again."""

from __future__ import annotations

import random
from collections.abc import Hashable

import pytest

from lib.quality.links import b_cubed, interval


def _corpus(seed: int, n_documents: int = 30) -> list[list[tuple[Hashable, Hashable]]]:
    """Documents that share people; some mentions stand under a wrong entry, some entries are split."""
    chance = random.Random(seed)
    documents: list[list[tuple[Hashable, Hashable]]] = []
    for _ in range(n_documents):
        people = [chance.randrange(25) for _ in range(chance.randint(3, 15))]
        documents.append([(_ours(person, chance), person) for person in people])
    return documents


def _ours(person: int, chance: random.Random) -> Hashable:
    return chance.choice([person, person, person, f"{person} again", person + 1])


@pytest.mark.parametrize("seed", range(20))
def test_the_value_lies_inside_of_its_interval(seed: int) -> None:
    groups = _corpus(seed)
    f = b_cubed([pair for group in groups for pair in group])[2]
    low, high = interval(groups)
    assert low < f < high
    assert high - low < 0.2


def test_more_documents_narrow_the_interval() -> None:
    few, many = (interval(_corpus(3, n)) for n in (10, 160))
    assert many[1] - many[0] < few[1] - few[0]


def test_a_perfect_score_is_not_certain() -> None:
    low, high = interval([[("a", "x"), ("b", "y")], [("a", "x")], [("b", "y")]])
    assert high == 1.0
    assert 0.3 < low < 0.9
