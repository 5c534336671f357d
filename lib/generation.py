"""Generations: each build writes a folder of its own, and one small file says which one is current.

    data/built/NAME/CURRENT                          '20261122T031502-1a2b3c4d'
    data/built/NAME/generations/20261122T031502-1a2b3c4d/articles.parquet …

A reader asks ``current(corpus)`` once and keeps that folder: it is never written again. The pointer is
switched by a rename, so a reader sees the old generation or the new one, and nothing in between.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
from pathlib import Path

POINTER = "CURRENT"
FOLDER = "generations"
UNFINISHED = ".unfinished-"
#: Beside the generations: a folder a generation, with its copies under corrections (``lib.store.corrected``).
CORRECTED = ".corrected"
#: Generations kept after a build: readers that opened an older one can finish, and one can go back.
KEEP = 5
#: What a corpus's id in a URL cannot hold.
_NOT_ID = re.compile(r"[\s,;:=&?#%<>\"'/\\\x00-\x1f\x7f\ud800-\udfff]+")
_NAME = re.compile(r"\d{8}T\d{6}-[0-9a-f]{8}")


class NoGenerationError(FileNotFoundError):
    """There is nothing to open; the message names the command that builds it."""


def new_name(corpus: Path, now: dt.datetime, content: str) -> str:
    """A free name that sorts by time: UTC stamp and the first 8 hex digits of ``content`` (a hash)."""
    taken = set(generations(corpus))
    moment = now.astimezone(dt.UTC)
    # Two builds within a second, or a clock set back: later builds must still sort later.
    while (name := f"{moment:%Y%m%dT%H%M%S}-{content[:8]}") in taken or (taken and name <= max(taken)):
        latest = dt.datetime.strptime(max(taken)[:15], "%Y%m%dT%H%M%S").replace(tzinfo=dt.UTC)
        moment = max(moment, latest) + dt.timedelta(seconds=1)
    return name


def as_id(name: str) -> str:
    """A corpus's folder name as it can stand in a URL: 'my corpus' → 'my-corpus'."""
    return _NOT_ID.sub("-", name).strip("-")[:120] or "corpus"


def generations(corpus: Path) -> list[str]:
    """Names of the finished generations, oldest first."""
    folder = corpus / FOLDER
    if not folder.is_dir():
        return []
    return sorted(p.name for p in folder.iterdir() if p.is_dir() and _NAME.fullmatch(p.name))


def corpora(root: Path) -> list[str]:
    """Names of the corpora below ``root`` that can be opened, in alphabetical order."""
    if not root.is_dir():
        return []
    return sorted(p.name for p in root.iterdir() if (p / POINTER).is_file())


def current(corpus: Path) -> Path:
    """The folder of the current generation. Raises ``NoGenerationError`` that names the command to type."""
    try:
        name = (corpus / POINTER).read_text(encoding="ascii", errors="replace").strip()
    except OSError as error:
        raise NoGenerationError(
            f"no corpus has been built at {corpus}; build one with: python -m lib.build INPUT --into {corpus}"
        ) from error
    folder = corpus / FOLDER / name
    if not _NAME.fullmatch(name) or not folder.is_dir():
        there = ", ".join(generations(corpus)) or "none"
        raise NoGenerationError(
            f"{corpus / POINTER} names {name!r}, which is not a generation (there are: {there}); "
            f"build it again with: python -m lib.build INPUT --into {corpus}"
        )
    return folder


def unfinished(corpus: Path, name: str) -> Path:
    """The new, empty folder in which generation ``name`` is written."""
    folder = corpus / FOLDER / f"{UNFINISHED}{name}"
    folder.mkdir(parents=True)
    return folder


def finish(corpus: Path, name: str) -> Path:
    """Make all of it durable, then give the unfinished folder its name. It is not current yet: ``switch``."""
    draft = corpus / FOLDER / f"{UNFINISHED}{name}"
    for path in sorted(draft.rglob("*")):
        if path.is_file():
            sync(path)
    sync(draft)
    done = corpus / FOLDER / name
    draft.rename(done)
    sync(done.parent)
    return done


def switch(corpus: Path, name: str) -> None:
    """Make a finished generation the current one, atomically. Raises ``NoGenerationError`` where there is none."""
    if name not in generations(corpus):
        raise NoGenerationError(
            f"{corpus} has no generation {name!r}; there are: {', '.join(generations(corpus)) or 'none'}"
        )
    draft = corpus / f".{POINTER}.new"
    with draft.open("w", encoding="ascii") as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(corpus / POINTER)
    sync(corpus)


def remove_unfinished(corpus: Path) -> None:
    """Delete what dead builds left. Call it only while holding the corpus's lock."""
    for folder in (corpus / FOLDER).glob(f"{UNFINISHED}*"):
        shutil.rmtree(folder, ignore_errors=True)


def prune(corpus: Path, keep: int = KEEP) -> list[str]:
    """Delete all but the newest ``keep`` generations, never the current one, and corrected copies of what is gone.

    Returns the names of the deleted generations.
    """
    kept = {current(corpus).name, *generations(corpus)[-keep:]}
    old = [name for name in generations(corpus) if name not in kept]
    for name in old:
        shutil.rmtree(corpus / FOLDER / name, ignore_errors=True)
    for copies in (corpus / CORRECTED).glob("*"):
        if _NAME.fullmatch(copies.name) and copies.name not in kept:
            shutil.rmtree(copies, ignore_errors=True)
    return old


def sync(path: Path) -> None:
    """Make a file's bytes, or a folder's names, survive a power cut."""
    if os.name == "nt" and path.is_dir():
        return  # Windows cannot open a folder; its renames are journalled
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
