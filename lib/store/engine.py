"""The one file that knows the engine: DuckDB, read-only, one cursor an interaction.

    store = Store.open(generation_folder)
    store.rows("select count(*) from mentions where source_id = ?", [3])

SQL here is the subset that other engines run untranslated; values are always bound.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from lib.generation import as_id
from lib.store.temporary import own_folder

SERVING = "serving.duckdb"
#: Beside a serving file: the folder in which it is being made.
UNFINISHED = ".unfinished-"
#: Of what stands in a serving file: raise it when that changes, and files made before are derived anew.
FORMAT = 2
#: Tables that later versions added: a file without them was made by an earlier one.
NEEDED = ("stories", "statements", "quantities", "serving")
#: The engine's own connection, for what changes a file.
Connection = duckdb.DuckDBPyConnection
#: What the engine raises, and what of it is about a value or a statement, not about its file, disk or memory.
EngineError = duckdb.Error
UNUSABLE: tuple[type[Exception], ...] = (
    duckdb.DataError, duckdb.ProgrammingError, duckdb.IntegrityError, duckdb.NotSupportedError,
)  # fmt: skip
#: What making a file may hold in memory, and on how many threads; what does not fit waits on disk beside the file. Each
#: thread needs a share that cannot wait, so that one thread does with a third of what two need, in about the same time.
#: Few of the engine's operators cannot wait at all: the next limits are tried where one set is not enough.
LIMITS: tuple[dict[str, Any], ...] = (
    {"memory_limit": "150MB", "threads": 1},
    {"memory_limit": "400MB", "threads": 1},
    {"memory_limit": "900MB", "threads": 1},
    {"threads": 1},
)
#: What reading a file may hold: several are open at once, in one container. What a question needs beyond that waits in
#: the user's temporary folder, also where the corpus is on a read-only volume.
READING: dict[str, Any] = {
    "memory_limit": "500MB", "max_temp_directory_size": "2GB", "threads": min(4, os.cpu_count() or 1),
}  # fmt: skip
#: No answer reads another file: whatever gets into a statement cannot either.
CLOSED = "set enable_external_access = false"
#: Names this process's files, in a temporary folder that containers may share: each app is process 1 there.
_PROCESS = f"{os.getpid()}-{secrets.token_hex(4)}"
#: What changing a finished file may hold.
CHANGING: dict[str, Any] = {"memory_limit": "400MB", "threads": 2}


#: A native file begins with so many bytes; whole blocks follow, whose number and size it knows.
_HEADER = 12_288
#: What a whole file is long.
_LENGTH = f"select {_HEADER} + total_blocks * block_size from pragma_database_size()"


class OutdatedError(FileNotFoundError):
    """Another version of Dateline made the serving file; the message names the command that makes it again."""


class DamagedError(FileNotFoundError):
    """The serving file is none, or a part of one; the message names the command that makes it again."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """A table that is made one stretch of a running number after another: a sort of all of it would not fit.

    ``select`` has the rows from ``$first`` to before ``$past``; ``n`` asks how far the numbers go.
    """

    table: str
    select: str
    n: str
    step: int

    def make(self, connection: Connection) -> None:
        """Make the table, in one transaction: it is written as if it came from one statement."""
        found = connection.execute(self.n).fetchone()
        n = int(found[0]) if found else 0
        connection.begin()
        into = f"create table {self.table} as"
        for first in range(0, max(n, 1), self.step):
            connection.execute(f"{into} {self.select}", {"first": first, "past": first + self.step})
            into = f"insert into {self.table}"
        connection.commit()


class Store:
    """One generation of one corpus, opened for reading. Safe to share between threads."""

    def __init__(self, folder: Path, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self.folder = folder
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, folder: Path, file: Path | None = None) -> Store:
        """Open a generation, or a corrected copy of it. Raises ``FileNotFoundError`` that says what to do.

        ``OutdatedError``, one of these, where another version made the file, and ``DamagedError`` where it cannot be
        read or was cut off: see ``lib.store.serving.opened``.
        """
        path = file or folder / SERVING
        again = f"build the corpus again: python -m lib.build ARTICLES --into {folder.parent.parent}"
        if not path.exists():
            raise FileNotFoundError(f"{folder} has no {SERVING}; {again}")
        try:
            connection, ours = _connected(path)
        except (duckdb.OutOfMemoryException, duckdb.ConnectionException):
            raise  # these say nothing of the file
        except duckdb.Error as error:
            raise DamagedError(f"{path.name} of {folder} is damaged; {again}") from error
        if not ours:
            connection.close()
            raise OutdatedError(f"{folder} was built by another version of Dateline; {again}")
        return cls(folder, connection, path)

    @property
    def generation(self) -> str:
        return self.folder.name

    @property
    def corpus(self) -> str:
        return as_id(self.folder.parent.parent.name)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query. A cursor of its own: one connection cannot serve two threads."""
        cursor = self._connection.cursor()
        try:
            return cursor.execute(sql, list(values)).fetchall()
        finally:
            cursor.close()

    def one(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first column of the first row."""
        return self.rows(sql, values)[0][0]

    def close(self) -> None:
        self._connection.close()


def _connected(path: Path) -> tuple[Connection, bool]:
    """A file open for reading, and whether this version made it. Raises what the engine raises for a damaged one.

    The engine opens a file that was cut off, and fails with whichever question needs a block that is missing.
    """
    connection = duckdb.connect(str(path), read_only=True, config=_reading(path))
    try:
        connection.execute(CLOSED)
        length = connection.execute(_LENGTH).fetchall()[0][0]
        if path.stat().st_size < length:
            raise duckdb.IOException(f"{path} was cut off after {path.stat().st_size:,} of {length:,} bytes")
        there = {row[0] for row in connection.execute("select table_name from duckdb_tables()").fetchall()}
        known = "select format from serving"
        return connection, there.issuperset(NEEDED) and connection.execute(known).fetchall() == [(FORMAT,)]
    except BaseException:
        connection.close()
        raise


def _reading(path: Path) -> dict[str, Any]:
    """The limits under which a file is read, always the same for one file: the engine shares what it has of it."""
    name = f"spilled-{_PROCESS}-{hashlib.sha256(str(path).encode()).hexdigest()[:16]}"
    with suppress(OSError):
        return {**READING, "temp_directory": str(own_folder() / name)}
    return READING


@contextmanager
def writing(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A file open for changes; written through when the block ends well."""
    with duckdb.connect(str(path), config=CHANGING) as connection:
        connection.begin()
        yield connection
        connection.commit()
        connection.execute("checkpoint")


def write(path: Path, statements: Sequence[str | Stretches], tables: Mapping[str, Path | pa.Table]) -> None:
    """Make a native file from statements that read ``tables`` as views; all or nothing.

    ``tables``: name → Parquet file, or rows where there is none.
    """
    for number, limits in enumerate(LIMITS, start=1):
        try:
            return _write(path, statements, tables, limits)
        except duckdb.OutOfMemoryException:
            if number == len(LIMITS):
                raise
    return None


def _write(
    path: Path, statements: Sequence[str | Stretches], tables: Mapping[str, Path | pa.Table], limits: dict[str, Any]
) -> None:
    # A folder that nobody else has: two who find a file of another version each make it anew, and the last one made
    # stays. Their process numbers may be alike: in containers that share a folder each app is process 1.
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=UNFINISHED, ignore_cleanup_errors=True) as own:
        unfinished = Path(own) / path.name
        config = {**limits, "temp_directory": str(Path(own) / "spilled")}
        with duckdb.connect(str(unfinished), config=config) as connection:
            for name, rows in tables.items():
                if isinstance(rows, Path):
                    connection.read_parquet(str(rows)).create_view(f"parquet_{name}")
                else:
                    connection.register(f"parquet_{name}", rows)
            for statement in statements:
                if isinstance(statement, Stretches):
                    statement.make(connection)
                else:
                    connection.execute(statement)
            for name, rows in tables.items():
                if isinstance(rows, Path):
                    connection.execute(f"drop view parquet_{name}")
                else:
                    connection.unregister(f"parquet_{name}")
            connection.execute("checkpoint")
        os.replace(unfinished, path)
