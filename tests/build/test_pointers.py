"""Pointers: written in any order, read beside the rows that they are for."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lib.build.pointers import Pointer, Pointers, write_pointers

GIVEN = [
    Pointer("a3", 5, 9, "quantities", "l3"),
    Pointer("a1", 7, 8, "standings", "c1"),
    Pointer("a2", 0, 4, "standings", "c2"),
    Pointer("a3", 1, 2, "quantities", "l2"),
    Pointer("a3", 1, 2, "standings", "c3"),
]


def test_each_row_finds_its_own_though_other_articles_and_tables_lie_between(tmp_path: Path) -> None:
    articles, path = tmp_path / "articles.parquet", tmp_path / "pointers.parquet"
    pq.write_table(pa.table({"article_id": ["a2", "a1", "a4", "a3"]}), articles)
    assert write_pointers(GIVEN, articles, path) == 5
    ledger = Pointers(path, "quantities")
    asked = [("a2", (0, 4)), ("a4", (1, 2)), ("a3", (0, 1)), ("a3", (1, 2)), ("a3", (5, 9)), ("a3", (6, 9))]
    assert [ledger.of(*one) for one in asked] == [None, None, None, "l2", "l3", None]
    claims = Pointers(path, "standings")
    asked = [("a2", (0, 4)), ("a2", (9, 10)), ("a1", (7, 8)), ("a4", (7, 8)), ("a3", (1, 2))]
    assert [claims.of(*one) for one in asked] == ["c2", None, "c1", None, "c3"]


def test_none_are_none(tmp_path: Path) -> None:
    articles, path = tmp_path / "articles.parquet", tmp_path / "pointers.parquet"
    pq.write_table(pa.table({"article_id": ["a1"]}), articles)
    assert write_pointers([], articles, path) == 0
    assert Pointers(path, "standings").of("a1", (0, 4)) is None
