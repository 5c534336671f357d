"""Memory as the system tells it."""

from __future__ import annotations

import sys

import pytest

from lib.bench.memory import now, peak


@pytest.mark.skipif(sys.platform != "linux", reason="other systems tell the peak alone, or nothing")
def test_what_is_held_counts_and_the_peak_remembers() -> None:
    before = now()
    held = bytearray(b"x") * (64 * 2**20)
    assert now() > before + 60
    assert len(held) == 64 * 2**20
    del held
    assert now() < before + 30
    assert peak() > before + 60
