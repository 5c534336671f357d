"""Disjoint sets of numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lib.union import Union


def test_numbers_are_alone_until_they_are_joined() -> None:
    union = Union(4)
    union.join(2, 0)
    assert union.groups() == [[0, 2], [1], [3]]
    assert union.find(2) == 0


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_groups_are_what_the_pairs_connect(pairs: list[tuple[int, int]]) -> None:
    union, near = Union(10), {n: {n} for n in range(10)}
    for one, other in pairs:
        union.join(one, other)
        both = near[one] | near[other]
        near |= dict.fromkeys(both, both)
    assert sorted(map(tuple, union.groups())) == sorted({tuple(sorted(some)) for some in near.values()})
