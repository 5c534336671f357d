"""The most memory that this process held, and what it holds.

peak()      # 412.5, in megabytes
now()       # 380.2; where the system tells, which is on Linux
"""

from __future__ import annotations

import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak() -> float:
    """Megabytes of resident memory at the highest; 0 where the system does not say (Windows)."""
    # Not getrusage on Linux: there a new process begins with the peak of the one that started it.
    if _STATUS.is_file():
        return _status("VmHWM")
    try:
        import resource
    except ImportError:
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def now() -> float:
    """Megabytes of resident memory; 0 where only the peak is told (macOS, Windows)."""
    return _status("VmRSS") if _STATUS.is_file() else 0.0


def _status(name: str) -> float:
    lines = dict(line.partition(":")[::2] for line in _STATUS.read_text(encoding="utf-8").splitlines())
    return int(lines[name].split()[0]) / 2**10
