"""Rows that were found once are found again, for exactly the articles asked for."""

import dataclasses

from lib.build.found import Found
from lib.build.parsed import ParsedRows, key_of
from lib.schema import Article, MarkedSpan, Sentence

ARTICLE = Article("a1", "Post", "given", "", "T", None, None, None, "unknown", "", "", "", "en", "x", 0, "a1", "", "p")


def _found(article_id, n=2):
    sentences = [Sentence(article_id, s, s, s + 1, 0) for s in range(n)]
    return Found(article_id, 7, sentences, (), (), (), (), (), (), (), ())


def test_rows_come_back_after_a_restart(tmp_path):
    ParsedRows(tmp_path).add([("k1", _found("a1")), ("k2", _found("a2"))])
    store = ParsedRows(tmp_path)
    assert "k1" in store
    assert "k3" not in store
    assert store.n_words("k2") == 7
    (table,) = store.tables("sentences", {"k2"})
    assert set(table["article_id"].to_pylist()) == {"a2"}
    assert table.num_rows == 2


def test_two_readings_of_one_article_are_kept_apart(tmp_path):
    store = ParsedRows(tmp_path)
    store.add([("undated", _found("a1", 1))])
    store.add([("dated", _found("a1", 3))])
    assert [t.num_rows for t in store.tables("sentences", {"dated"})] == [3]


def test_unused_batches_are_deleted(tmp_path):
    store = ParsedRows(tmp_path)
    store.add([("k1", _found("a1"))])
    store.add([("k2", _found("a2"))])
    assert store.keep_only({"k2"}) == 1
    store = ParsedRows(tmp_path)
    assert "k1" not in store
    assert "k2" in store


def test_what_a_dead_build_left_is_removed(tmp_path):
    ParsedRows(tmp_path).add([("k1", _found("a1"))])
    (tmp_path / ".part-dead").mkdir()
    (tmp_path / "torn").mkdir()
    (tmp_path / "torn" / "keys.parquet").write_bytes(b"PAR1 not")
    assert "k1" in ParsedRows(tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_the_key_changes_with_all_that_rows_depend_on():
    mark = MarkedSpan("a1", 0, 1, "headline", "first line")
    keys = {
        key_of(ARTICLE, [], "v1"),
        key_of(ARTICLE, [], "v2"),
        key_of(ARTICLE, [mark], "v1"),
        key_of(dataclasses.replace(ARTICLE, title="U"), [], "v1"),
        key_of(dataclasses.replace(ARTICLE, published_how="text"), [], "v1"),
    }
    assert len(keys) == 5
    assert key_of(dataclasses.replace(ARTICLE, path="elsewhere"), [], "v1") in keys
