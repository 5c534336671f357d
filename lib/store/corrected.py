"""A generation with corrections applied: a copy of its serving file, made once for each set of corrections.

    path = corrected(folder, log.standing())
    Store.open(folder, path)
    with trial(folder, [*log.standing(), proposed]) as store:   # made to be looked at, and removed again
        applied(store)[proposed.id]

Corrections name entities, articles and offsets by ids that survive rebuilds. One that finds nothing to correct in this
generation changes nothing, and ``applied`` says so; ``refused`` has those that could not be applied at all.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from lib.corrections import Correction
from lib.generation import CORRECTED
from lib.store.applying import apply
from lib.store.engine import FORMAT, SERVING, Store, writing

#: Part of a copy's name: one that was made when corrections were applied otherwise is made anew.
VERSION = 7
#: Copies of one generation that are kept; older ones are removed when a new one is made.
KEPT = 6


def corrected(folder: Path, corrections: Sequence[Correction]) -> Path:
    """The serving file under corrections; the plain one, which ``opened`` has checked, where there are none."""
    plain = folder / SERVING
    if not corrections:
        return plain
    place = _place(folder)
    whole = "\n".join([f"{FORMAT} {VERSION}", *(c.to_line() for c in corrections)])
    path = place / f"{hashlib.sha256(whole.encode()).hexdigest()[:16]}.duckdb"
    if not path.exists():
        unfinished = _draft(place)
        try:
            _make(plain, unfinished, corrections)
            os.replace(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)
        _prune(place, path)
    return path


@contextmanager
def trial(folder: Path, corrections: Sequence[Correction]) -> Iterator[Store]:
    """The generation under corrections that nobody has kept yet; its file is gone when the block ends."""
    draft = _draft(_place(folder))
    try:
        _make(folder / SERVING, draft, corrections)
        store = Store.open(folder, draft)
        try:
            yield store
        finally:
            store.close()
    finally:
        draft.unlink(missing_ok=True)


def applied(store: Store) -> dict[str, bool]:
    """Correction id → whether it found something to correct; empty for a generation without corrections."""
    if not store.one("select count(*) from information_schema.tables where table_name = 'applied'"):
        return {}
    return dict(store.rows("select correction_id, found from applied"))


def refused(store: Store) -> frozenset[str]:
    """Ids of the corrections that cannot be applied: the store is as if they were not there."""
    if not store.one("select count(*) from information_schema.tables where table_name = 'refused'"):
        return frozenset()
    return frozenset(known for (known,) in store.rows("select correction_id from refused"))


def answering(store: Store, claim: str | None, group: str) -> str:
    """Who answers now for what ``group`` answered for, of one claim or of all: merges and new names followed in order.

    The group itself where it answers for something still, or nothing is known of it.
    """
    if not store.one("select count(*) from information_schema.tables where table_name = 'answers'"):
        return group
    there = "select count(*) from statements f join claims c on c.claim_no = f.claim_no where f.speaker_group = ?"
    if store.rows(f"{there} and (? is null or c.claim_id = ?)", [group, claim, claim])[0][0]:
        return group
    moved = "select was, now from answers where ? is null or claim_id = ? group by step, was, now order by step, was"
    for was, now in store.rows(moved, [claim, claim]):
        group = now if was == group else group
    return group


def _draft(place: Path) -> Path:
    handle, name = tempfile.mkstemp(dir=place, prefix=".unfinished-", suffix=".duckdb")
    os.close(handle)
    return Path(name)


def _make(plain: Path, path: Path, corrections: Sequence[Correction]) -> None:
    shutil.copyfile(plain, path)
    with writing(path) as connection:
        found = apply(connection, corrections)
        connection.execute("create table applied (correction_id varchar, found boolean)")
        connection.execute("create table refused (correction_id varchar)")
        for correction, there in zip(corrections, found, strict=True):
            connection.execute("insert into applied values (?, ?)", [correction.id, bool(there)])
            if there is None:
                connection.execute("insert into refused values (?)", [correction.id])


def _place(folder: Path) -> Path:
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


def _prune(place: Path, newest: Path) -> None:
    """Remove the oldest copies, as far as that can be done: the new one is there, whatever becomes of the others."""
    with suppress(OSError):
        # Names that begin with a dot are drafts that others are writing.
        copies = [p for p in place.glob("*.duckdb") if p != newest and not p.name.startswith(".")]
        for path in sorted(copies, key=_made_at, reverse=True)[KEPT:]:
            path.unlink(missing_ok=True)


def _made_at(path: Path) -> float:
    """Seconds since 1970; 0 for a file that another session has just removed."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
