"""A generation with corrections applied: a copy of its serving file, made once for each set of corrections.

    path = corrected(folder, log.standing(), log.standing())
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
from contextlib import contextmanager
from pathlib import Path

from lib.corrections import Correction
from lib.store.applying import apply
from lib.store.engine import FORMAT, SERVING, Store, writing
from lib.store.kept import make_room, place_of, used

#: Part of a copy's name: one that was made when corrections were applied otherwise is made anew.
VERSION = 8


def corrected(folder: Path, corrections: Sequence[Correction], now: Sequence[Correction] = ()) -> Path:
    """The serving file under corrections; the plain one, which ``opened`` has checked, where there are none.

    ``now`` are those that stand in the log: making the copy of another state never removes theirs.
    """
    plain = folder / SERVING
    if not corrections:
        return plain
    place = place_of(folder)
    path = _copy(place, corrections)
    if not used(path):
        make_room(folder, {path, _copy(place, now)}, plain.stat().st_size)
        unfinished = _draft(place)
        try:
            _make(plain, unfinished, corrections)
            os.replace(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)
    return path


def made(folder: Path, corrections: Sequence[Correction]) -> bool:
    """Whether the serving file under corrections is there already, so that showing it costs nothing."""
    return not corrections or _copy(place_of(folder), corrections).exists()


@contextmanager
def trial(folder: Path, corrections: Sequence[Correction]) -> Iterator[Store]:
    """The generation under corrections that nobody has kept yet; its file is gone when the block ends."""
    draft = _draft(place_of(folder))
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


def _copy(place: Path, corrections: Sequence[Correction]) -> Path:
    whole = "\n".join([f"{FORMAT} {VERSION}", *(c.to_line() for c in corrections)])
    return place / f"{hashlib.sha256(whole.encode()).hexdigest()[:16]}.duckdb"


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
