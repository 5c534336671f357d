"""Memory as the system tells it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Pages asked of the system itself: what an allocator has left over is not new to the process.
HOLD_64 = """
import json, mmap
from lib.bench.memory import now, peak
told = [now()]
held = mmap.mmap(-1, 64 * 2**20)
held.write(b"x" * len(held))
told.append(now())
held.close()
print(json.dumps([*told, now(), peak()]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems tell the peak alone, or nothing")
def test_what_is_held_counts_and_the_peak_remembers() -> None:
    # In a process of its own: the one that runs the tests takes and gives back memory for other reasons meanwhile.
    ran = subprocess.run([sys.executable, "-c", HOLD_64], cwd=ROOT, capture_output=True, text=True, check=True)
    before, holding, after, peak = json.loads(ran.stdout)
    assert holding > before + 60
    assert after < before + 30
    assert peak > before + 60
