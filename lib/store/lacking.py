"""Tables that a generation of before does not have: it opens all the same, without what they would show.

lacks(store, "unshared")        # True: the page says that the corpus has to be built again
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from lib.schema import TABLES
from lib.store.engine import Store
from lib.tables import to_table

#: Tables that are younger than the first version whose generations are still read.
LATER = ("unshared",)


def tables_in(folder: Path) -> dict[str, Path | pa.Table]:
    """Every table of a generation: its file, or no rows where an earlier version wrote none."""
    files = {name: folder / f"{name}.parquet" for name in TABLES}
    absent = {name for name in LATER if not files[name].exists()}
    return {name: to_table(TABLES[name], ()) if name in absent else file for name, file in files.items()}


def absent_in(tables: Mapping[str, Path | pa.Table]) -> list[str]:
    """The names of those that stand in for a file."""
    return [name for name, table in tables.items() if not isinstance(table, Path)]


def lacks(store: Store, table: str) -> bool:
    """Whether the generation was built before there was such a table."""
    return bool(store.one("select list_contains(lacking, ?) from serving", [table]))
