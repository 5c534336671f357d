"""Memory as the system tells it."""

from __future__ import annotations

import mmap
import sys

import pytest

from lib.bench.memory import now, peak


@pytest.mark.skipif(sys.platform != "linux", reason="other systems tell the peak alone, or nothing")
def test_what_is_held_counts_and_the_peak_remembers() -> None:
    before = now()
    # Pages asked of the system itself: the allocator may have 64 MB left over from earlier tests, which count already.
    held = mmap.mmap(-1, 64 * 2**20)
    held.write(b"x" * len(held))
    assert now() > before + 60
    held.close()
    assert now() < before + 30
    assert peak() > before + 60
