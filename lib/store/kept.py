"""Where corrected copies lie, and which of them stay.

    place = place_of(folder)
    make_room(folder, {wanted, current}, n_bytes)     # these stay, and of the others the ``KEPT`` that were used last

A copy is used when a page shows it (``used``), not only when it is made: a link to an older state, opened by anybody,
pushes out none that people read. In the temporary folder, which is memory in a container and which no build tidies up,
copies of generations that are gone are removed too, and all of them together have a limit.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from lib.generation import CORRECTED, generations
from lib.store.temporary import own_folder

#: Copies of one generation that are kept besides those that must stay.
KEPT = 6
#: Bytes that all copies in the temporary folder have together, but for those that must stay.
MOST_BYTES = 500_000_000


def place_of(folder: Path) -> Path:
    """Beside the corpus; where that cannot be written (a read-only volume), in the user's temporary folder.

    Raises ``OSError`` where neither can be.
    """
    place = folder.parent.parent / CORRECTED / folder.name
    try:
        place.mkdir(parents=True, exist_ok=True)
        if os.access(place, os.W_OK):
            return place
    except OSError:
        pass
    place = _elsewhere(folder)
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return place


def _elsewhere(folder: Path) -> Path:
    corpus = hashlib.sha256(str(folder.parent.parent).encode()).hexdigest()[:16]
    return own_folder() / f"{CORRECTED.strip('.')}-{corpus}" / folder.name


def used(copy: Path) -> bool:
    """Note that a copy is looked at; whether it is still there."""
    try:
        os.utime(copy)
    except FileNotFoundError:
        return False
    except OSError:  # made by somebody else, who shares the folder
        return copy.exists()
    return True


def make_room(folder: Path, staying: Collection[Path], n_bytes: int) -> None:
    """Before a copy of ``n_bytes`` is made, remove those that nobody has used for longest; never one of ``staying``.

    As far as that can be done: a copy that cannot be removed stops no other from being made.
    """
    place = place_of(folder)
    with suppress(OSError):
        _remove(_latest(place.glob("*.duckdb"), staying)[KEPT:])
        if place == _elsewhere(folder):
            _tidy(folder, place, staying, n_bytes)


def _tidy(folder: Path, place: Path, staying: Collection[Path], n_bytes: int) -> None:
    """In the temporary folder: copies of generations that are gone, and what is beyond the limit of all corpora."""
    there = generations(folder.parent.parent)
    for other in place.parent.iterdir():
        if other != place and other.name not in there:
            shutil.rmtree(other, ignore_errors=True)
    left = MOST_BYTES - n_bytes - sum(_size(path) for path in staying)
    for path in _latest(place.parent.parent.glob(f"{CORRECTED.strip('.')}-*/*/*.duckdb"), staying):
        left -= _size(path)
        if left < 0:
            _remove([path])


def _latest(copies: Iterable[Path], staying: Collection[Path]) -> list[Path]:
    """Copies that may go, those used last first. Names that begin with a dot are drafts that others are writing."""
    may_go = [path for path in copies if path not in staying and not path.name.startswith(".")]
    return sorted(may_go, key=_used_at, reverse=True)


def _remove(copies: Iterable[Path]) -> None:
    for path in copies:
        path.unlink(missing_ok=True)


def _used_at(path: Path) -> float:
    """Seconds since 1970; 0 for a file that another session has just removed."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
