"""Sorted output is the same whatever the order of the parts and the size of the buckets."""

import random

import pyarrow.parquet as pq
import pytest

from lib.build import sorting
from lib.schema import Article, Reading, Sentence, TimeExpression
from lib.tables import check, to_table


def _sentences():
    return [Sentence(f"a{a:02}", s, s * 10, s * 10 + 9, 0) for a in range(23) for s in range(4)]


@pytest.mark.parametrize("bucket", [1, 4, 5_000])
@pytest.mark.parametrize("seed", [1, 2])
def test_rows_come_in_the_order_of_articles_then_text(tmp_path, monkeypatch, bucket, seed):
    monkeypatch.setattr(sorting, "BUCKET", bucket)
    shuffled = random.Random(seed)
    rows, ids = _sentences(), [f"a{a:02}" for a in range(23)]
    shuffled.shuffle(rows)
    shuffled.shuffle(ids)
    parts = [to_table(Sentence, rows[at : at + 7]) for at in range(0, len(rows), 7)]
    n = sorting.write_sorted(Sentence, parts, sorting.ArticleOrder(ids), tmp_path / "s.parquet", tmp_path)
    table = pq.read_table(tmp_path / "s.parquet")
    assert n == len(rows)
    assert [(r["article_id"], r["start"]) for r in table.to_pylist()] == [(i, s * 10) for i in ids for s in range(4)]
    check(Sentence, table)
    assert [p.name for p in tmp_path.iterdir()] == ["s.parquet"]


def test_rows_of_other_articles_are_left_out(tmp_path):
    table = to_table(Sentence, _sentences())
    n = sorting.write_sorted(Sentence, [table], sorting.ArticleOrder(["a07"]), tmp_path / "s.parquet", tmp_path)
    assert n == 4


def test_an_empty_table_is_still_a_table(tmp_path):
    assert sorting.write_sorted(Article, [], sorting.ArticleOrder([]), tmp_path / "a.parquet", tmp_path) == 0
    check(Article, pq.read_table(tmp_path / "a.parquet"))


def test_nested_columns_survive(tmp_path):
    reading = Reading("2022-02-11", None, None, "if it was written a week later")
    row = TimeExpression(
        "a", 0, 0, 6, "Friday", "DATE", "", None, None, "none", None, "none", "r", "w", (reading,), 0.5
    )
    sorting.write_sorted(
        TimeExpression, [to_table(TimeExpression, [row])], sorting.ArticleOrder(["a"]), tmp_path / "t.parquet", tmp_path
    )
    table = pq.read_table(tmp_path / "t.parquet")
    check(TimeExpression, table)
    assert table["alternatives"][0][0]["why"].as_py() == reading.why
