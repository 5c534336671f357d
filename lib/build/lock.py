"""One build a corpus at a time; a second one says who is at work and stops.

    with hold(Path("data/built/sample")):
        ...

The operating system drops the lock when its holder dies, however it dies, so none is ever stale.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

FILE = ".lock"
#: Who holds it. A file of its own: opening the lock file may empty it.
HOLDER = ".lock-holder.json"


class CorpusBusyError(RuntimeError):
    """Another build of the same corpus is running; the message says which, since when and what to do."""


@contextmanager
def hold(corpus: Path) -> Iterator[None]:
    """Hold the corpus's lock. Raises ``CorpusBusyError`` at once where another build holds it."""
    corpus.mkdir(parents=True, exist_ok=True)
    lock = FileLock(corpus / FILE, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise CorpusBusyError(
            f"a build of {corpus} is already running ({_holder(corpus)}); wait until it ends, or build into "
            "another folder with --into"
        ) from None
    try:
        since = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        (corpus / HOLDER).write_text(json.dumps({"pid": os.getpid(), "since": since}), encoding="utf-8")
        yield
    finally:
        (corpus / HOLDER).unlink(missing_ok=True)
        lock.release()


def _holder(corpus: Path) -> str:
    try:
        who = json.loads((corpus / HOLDER).read_text(encoding="utf-8"))
        return f"process {who['pid']}, since {who['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "it has only just begun"
