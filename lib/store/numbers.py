"""The integers that stand for ids in a serving file, and single numbers from it."""

from __future__ import annotations

from lib.store.engine import Connection


def number(c: Connection, sql: str, *values: object) -> int | None:
    """The first column of the first row, or None where there is none."""
    row = c.execute(sql, list(values)).fetchone()
    return int(row[0]) if row else None


def entity_no(c: Connection, known: str) -> int | None:
    """The integer of an entity id."""
    return number(c, "select entity_no from entities where entity_id = ?", known)


def article_no(c: Connection, known: str) -> int | None:
    """The integer of an article id."""
    return number(c, "select article_no from articles where article_id = ?", known)
