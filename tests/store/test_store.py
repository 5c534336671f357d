"""The store: many readers at once, nothing written, hostile values bound, and a missing file that names the remedy."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from lib.evidence import DIMENSIONS, Mark
from lib.generation import current
from lib.store.conditions import sentence_conditions, where
from lib.store.engine import SERVING, Store, write
from lib.store.facts import count, evidence, total
from lib.view import View
from tests import corpora


def test_many_threads_read_one_store(store: Store) -> None:
    view = View(actors=("russia",))
    expected = total(store, view, Mark("mentions"))
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: total(store, view, Mark("mentions")), range(60))) == {expected}


def test_the_store_cannot_be_written(store: Store) -> None:
    with pytest.raises(duckdb.Error):
        store.rows("delete from mentions")
    assert store.one("select count(*) from mentions") > 0


def test_the_store_knows_where_it_came_from(store: Store, small_corpus: Path) -> None:
    assert store.corpus == "small"
    assert store.generation == current(small_corpus).name


def test_a_missing_file_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"python -m lib\.build ARTICLES --into"):
        Store.open(tmp_path / "built" / "generations" / "g1")


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, small_corpus: Path) -> None:
    path = tmp_path / SERVING
    shutil.copy(current(small_corpus) / SERVING, path)
    before = path.read_bytes()
    with pytest.raises(duckdb.Error):
        write(path, ["create table a as select 1 as x", "create table b as select * from nowhere"], {})
    assert path.read_bytes() == before


def test_the_same_tables_make_the_same_store(tmp_path: Path, store: Store) -> None:
    other = Store.open(corpora.build(tmp_path / "again"))
    for fact, dimensions in DIMENSIONS.items():
        for dimension in dimensions:
            assert count(other, View(), fact, (dimension,)) == count(store, View(), fact, (dimension,))
    other.close()


@pytest.mark.parametrize("text", ["%", "_", "'", '"', "\\", "; drop table mentions", "‘", "MET IN"])
def test_text_is_searched_as_it_stands(store: Store, text: str) -> None:
    view = View(text=text)
    found = evidence(store, view, Mark("sentences"))
    straight = str.maketrans("‘’“”", "''\"\"")

    def has(passage: str) -> bool:
        return text.lower().translate(straight) in passage.lower().translate(straight)

    assert all(has(e.passage) for e in found)
    everything = evidence(store, View(), Mark("sentences"))
    assert len(found) == sum(has(e.passage) for e in everything)


def test_every_value_is_bound() -> None:
    hostile = "x'-or-1-1"
    sql, values = where(sentence_conditions(View(actors=("a",), sources=("b",), text=hostile, types=("PERSON",))))
    assert hostile not in sql
    assert hostile in values
    assert sql.count("?") == len(values)


def test_sure_leaves_out_what_has_a_low_score(store: Store) -> None:
    sure, every = (total(store, View(sure=s), Mark("mentions")) for s in (True, False))
    assert sure == store.one("select count(*) from mentions where score >= 0.5") < every


def test_sure_keeps_no_sentence_for_an_unsure_name_of_the_type(store: Store) -> None:
    every, sure = (View(types=("PERSON",), sure=s) for s in (False, True))
    kept = {(e.article_id, e.sentence_id) for e in evidence(store, sure, Mark("sentences"))}
    named = {(e.article_id, e.sentence_id) for e in evidence(store, sure, Mark("mentions"))}
    assert kept == named
    assert 0 < len(kept) < total(store, every, Mark("sentences"))


def test_articles_are_counted_once_however_often_they_name(store: Store) -> None:
    for c in count(store, View(), "mentions", ("entity",), "articles"):
        opened = evidence(store, View(), c.mark)
        assert len({e.article_id for e in opened}) == len(opened) == c.n


def test_an_outlet_without_a_name_is_unknown(tmp_path: Path) -> None:
    nameless = Store.open(corpora.build(tmp_path / "c", world=corpora.World(sources=("", "***", "Harbor Wire"))))
    assert {c.value("source"): c.n for c in count(nameless, View(), "articles", ("source",))} == {
        "unknown": 8,
        "harbor-wire": 4,
    }
    nameless.close()
