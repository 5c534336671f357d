"""Rows of a table by their ids: a few by name, very many by one pass over the table.

    looked_up(store, "entities", ("entity_id", "name"), ["russia", "ukraine"])      # {'russia': ('Russia',), …}

An engine takes longer to read ten thousand bound values than to read the table that holds them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from lib.store.conditions import marks
from lib.store.engine import Store

#: From here on the whole table is read.
MANY = 200


def looked_up(store: Store, table: str, columns: Sequence[str], ids: Collection[str]) -> dict[str, tuple[Any, ...]]:
    """Id → the other columns, of the ids that there are; the first column is the id."""
    if not ids:
        return {}
    sql = f"select {', '.join(columns)} from {table}"
    if len(ids) <= MANY:
        wanted = sorted(ids)
        return {row[0]: row[1:] for row in store.rows(f"{sql} where {columns[0]} in ({marks(len(wanted))})", wanted)}
    wanted_of_many = set(ids)
    return {row[0]: row[1:] for row in store.rows(sql) if row[0] in wanted_of_many}
