"""Making the native file: within its memory where that is enough, with more where it is not, and all or nothing."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.store import engine

N = 400_000
COUNTED = "create table words as select word, count(*) as n from parquet_words group by word order by word"


@pytest.fixture
def words(tmp_path: Path) -> dict[str, Path]:
    path = tmp_path / "words.parquet"
    pq.write_table(pa.table({"word": [f"word {n % 1_000:04}" for n in range(N)]}), path)
    return {"words": path}


def test_only_the_file_is_left(tmp_path: Path, words: dict[str, Path]) -> None:
    engine.write(tmp_path / "made.duckdb", [COUNTED], words)
    with duckdb.connect(str(tmp_path / "made.duckdb"), read_only=True) as made:
        assert made.execute("select count(*), sum(n) from words").fetchall() == [(1_000, N)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["made.duckdb", "words.parquet"]


def test_what_does_not_fit_is_made_with_more_memory(
    tmp_path: Path, words: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str | None] = []
    whole = engine._write

    def noted(
        path: Path, statements: list[str | engine.Stretches], tables: dict[str, Path], limits: dict[str, object]
    ) -> None:
        asked.append(str(limits.get("memory_limit")))
        whole(path, statements, tables, limits)

    monkeypatch.setattr(engine, "LIMITS", ({"memory_limit": "5MB", "threads": 1}, {"threads": 1}))
    monkeypatch.setattr(engine, "_write", noted)
    wide = "create table words as select list(word) as every_word from parquet_words"
    engine.write(tmp_path / "made.duckdb", [wide], words)
    assert asked == ["5MB", "None"]
    with duckdb.connect(str(tmp_path / "made.duckdb"), read_only=True) as made:
        assert made.execute("select len(every_word) from words").fetchall() == [(N,)]


def test_a_statement_that_fails_leaves_the_old_file(tmp_path: Path, words: dict[str, Path]) -> None:
    engine.write(tmp_path / "made.duckdb", [COUNTED], words)
    before = (tmp_path / "made.duckdb").read_bytes()
    with pytest.raises(duckdb.Error):
        engine.write(tmp_path / "made.duckdb", [COUNTED, "select * from nowhere"], words)
    assert (tmp_path / "made.duckdb").read_bytes() == before


def test_a_table_made_in_stretches_is_the_table_made_at_once(tmp_path: Path, words: dict[str, Path]) -> None:
    numbered = "create table numbered as select row_number() over (order by word) - 1 as n, word from parquet_words"
    select = "select n, upper(word) as word from numbered where n >= $first and n < $past order by n"
    stretches = engine.Stretches("loud", select, "select count(*) from numbered", 150_000)
    engine.write(tmp_path / "made.duckdb", [numbered, stretches], words)
    with duckdb.connect(str(tmp_path / "made.duckdb"), read_only=True) as made:
        found = made.execute("select n, word from loud").fetchall()
        assert found == made.execute("select n, upper(word) from numbered order by n").fetchall()
    assert len(found) == N


def test_a_table_of_no_stretches_is_empty(tmp_path: Path, words: dict[str, Path]) -> None:
    select = "select word from parquet_words where word >= $first::varchar and word < $past::varchar"
    engine.write(tmp_path / "made.duckdb", [engine.Stretches("none", select, "select 0", 10)], words)
    with duckdb.connect(str(tmp_path / "made.duckdb"), read_only=True) as made:
        assert made.execute("select count(*) from none").fetchall() == [(0,)]
