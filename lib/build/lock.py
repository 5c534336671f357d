"""One build a corpus at a time; a second one says who is at work and stops.

    with hold(Path("data/built/sample")):
        ...

Whoever adds articles, or goes back to an older build, holds a second lock around all of it: files are written before
the build takes its own lock, and taken back after it gave it up.

    with hold(Path("data/built/mine"), KEEPING):
        ...

The operating system drops a lock when its holder dies, however it dies, so none is ever stale.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

#: A build's lock, and the one from the first file of an addition to the end of its build. Take ``KEEPING`` first.
FILE, KEEPING = ".lock", ".keeping"


class CorpusBusyError(RuntimeError):
    """Another build of the same corpus is running; the message says which, since when and what to do."""


@contextmanager
def hold(corpus: Path, file: str = FILE) -> Iterator[None]:
    """Hold a lock of the corpus. Raises ``CorpusBusyError`` at once where somebody else holds it."""
    corpus.mkdir(parents=True, exist_ok=True)
    lock = FileLock(corpus / file, timeout=0)
    # A file of its own says who holds it: opening the lock file may empty it.
    holder = corpus / f"{file}-holder.json"
    try:
        lock.acquire()
    except Timeout:
        raise CorpusBusyError(
            f"a build of {corpus} is already running ({_said_by(holder)}); wait until it ends, or build into "
            "another folder with --into"
        ) from None
    try:
        since = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        holder.write_text(json.dumps({"pid": os.getpid(), "since": since}), encoding="utf-8")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _said_by(holder: Path) -> str:
    try:
        who = json.loads(holder.read_text(encoding="utf-8"))
        return f"process {who['pid']}, since {who['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "it has only just begun"
