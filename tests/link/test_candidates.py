"""Pairs that may be copies do not depend on how many hashes are sorted at once."""

from __future__ import annotations

import numpy as np
import pytest

from lib.link.copies import candidates as module
from lib.link.copies.candidates import candidates
from lib.link.copies.words import Hashes


def _samples() -> list[Hashes]:
    chance = np.random.default_rng(1)
    samples: list[Hashes] = [np.empty(0, np.uint64)]
    for number in range(1, 200):
        own = chance.integers(0, 2**64, 60, dtype=np.uint64)
        samples.append(np.unique(np.concatenate([own, samples[number - 1][:40]]) if number % 3 == 0 else own))
    return samples


def test_ranges_of_hashes_give_the_same_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = candidates(_samples())
    assert {(one, one + 1) for one in range(2, 198, 3)} == set(whole)
    monkeypatch.setattr(module, "_TOGETHER", 500)
    assert candidates(_samples()) == whole


def test_nothing_to_compare() -> None:
    assert candidates([]) == []
    assert candidates([np.empty(0, np.uint64)] * 2) == []
