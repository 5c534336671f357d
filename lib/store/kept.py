"""Where corrected copies lie, and which of them stay.

    place = place_of(folder)
    prune(place, {newest, current})     # these stay, and of the others the ``KEPT`` that were used last

A copy is used when a page shows it (``used``), not only when it is made: a link to an older state, opened by anybody,
pushes out none that people read.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from lib.generation import CORRECTED

#: Copies of one generation that are kept besides those that must stay.
KEPT = 6


def place_of(folder: Path) -> Path:
    """Beside the corpus; where that cannot be written (a read-only volume), in the machine's temporary folder."""
    place = folder.parent.parent / CORRECTED / folder.name
    try:
        place.mkdir(parents=True, exist_ok=True)
        if os.access(place, os.W_OK):
            return place
    except OSError:
        pass
    known = hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    place = Path(tempfile.gettempdir()) / f"dateline-{os.getuid()}" / known
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return place


def used(copy: Path) -> bool:
    """Note that a copy is looked at; whether it is still there."""
    try:
        os.utime(copy)
    except FileNotFoundError:
        return False
    except OSError:  # made by somebody else, who shares the folder
        return copy.exists()
    return True


def prune(place: Path, staying: Collection[Path]) -> None:
    """Remove the copies that nobody has used for longest, as far as that can be done; never one of ``staying``."""
    with suppress(OSError):
        # Names that begin with a dot are drafts that others are writing.
        copies = [p for p in place.glob("*.duckdb") if p not in staying and not p.name.startswith(".")]
        for path in sorted(copies, key=_used_at, reverse=True)[KEPT:]:
            path.unlink(missing_ok=True)


def _used_at(path: Path) -> float:
    """Seconds since 1970; 0 for a file that another session has just removed."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
