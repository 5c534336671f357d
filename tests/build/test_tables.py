"""A whole build keeps the contract: every table, every offset, every reference, in order."""

import datetime as dt

import pytest

from lib.generation import current
from lib.schema import TABLES
from lib.store.engine import SERVING, Store
from lib.tables import check


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_there_and_keeps_its_schema(built, name):
    check(TABLES[name], built.table(name))


@pytest.mark.parametrize("name", ["mentions", "times", "quotes"])
def test_offsets_are_exact(built, name):
    texts = {row["article_id"]: row["text"] for row in built.rows("articles")}
    rows = built.rows(name)
    assert rows
    assert all(texts[r["article_id"]][r["start"] : r["end"]] == r["text"] for r in rows)


@pytest.mark.parametrize("name", ["mentions", "times", "events", "quotes", "words"])
def test_every_row_stands_in_a_sentence_of_its_article(built, name):
    known = {(row["article_id"], row["sentence_id"]) for row in built.rows("sentences")}
    assert {(row["article_id"], row["sentence_id"]) for row in built.rows(name)} <= known


def test_every_reference_is_an_entity(built):
    entities = {row["entity_id"] for row in built.rows("entities")}
    used = {row["entity_id"] for name in ("mentions", "aliases", "article_entities") for row in built.rows(name)}
    for event in built.rows("events"):
        used.update(event["participants"])
        used.update([event["place"]] if event["place"] is not None else [])
    used.update(row["speaker_entity_id"] for row in built.rows("quotes") if row["speaker_entity_id"] is not None)
    assert used
    assert used <= entities


def test_article_entities_count_the_mentions(built):
    counted = {(row["article_id"], row["entity_id"]): row["mentions"] for row in built.rows("article_entities")}
    again: dict[tuple[str, str], int] = {}
    for row in built.rows("mentions"):
        key = (row["article_id"], row["entity_id"])
        again[key] = again.get(key, 0) + 1
    assert counted == again


def test_source_ids_follow_the_names(built):
    articles = {row["article_id"]: row for row in built.rows("articles")}
    names = sorted({row["source"] for row in articles.values()})
    for row in built.rows("article_entities"):
        assert row["source_id"] == names.index(articles[row["article_id"]]["source"])
        assert row["day"] == articles[row["article_id"]]["published"]


@pytest.mark.parametrize("name", ["articles", "sentences", "mentions", "times", "events", "quotes", "words"])
def test_rows_are_sorted_by_day_then_article_then_place(built, name):
    days = {row["article_id"]: row["published"] or dt.date.max for row in built.rows("articles")}
    order = [(days[r["article_id"]], r["article_id"], r.get("start", 0)) for r in built.rows(name)]
    assert order == sorted(order)


def test_what_is_not_an_article_is_not_read(built):
    assert len(built.rows("articles")) == 3
    assert built.problems("README.md") == []
    facts = {(row["kind"], row["name"]): row["value"] for row in built.rows("build")}
    assert facts["corpus", "title"] == "Grain"
    assert facts["corpus", "note"] == "Invented."


def test_the_build_says_how_it_was_made(built):
    facts = {(row["kind"], row["name"]): row["value"] for row in built.rows("build")}
    assert facts["model", "license"] == "MIT"
    assert facts["count", "articles"] == "3"
    assert facts["count", "mentions"] == str(len(built.rows("mentions")))
    assert facts["run", "generation"] == current(built.corpus).name
    inputs = {name: value for (kind, name), value in facts.items() if kind == "input"}
    assert len(inputs) == 3
    assert all("sha256=" in value and "articles=1" in value for value in inputs.values())
    assert {"read", "find", "link", "build"} <= {name for kind, name in facts if kind == "stage"}


def test_a_stated_day_is_an_interval_of_one_day(built):
    (article,) = [row for row in built.rows("articles") if row["source"] == "Harbor Wire"]
    assert article["published"] == article["published_start"] == dt.date(2022, 2, 4)
    assert article["published_end"] == dt.date(2022, 2, 5)
    assert article["n_words"] > 30


def test_an_undated_article_is_never_given_today(built):
    (article,) = [row for row in built.rows("articles") if row["source"] == "Northgate Herald"]
    assert article["published_how"] in ("inferred", "unknown")
    assert article["published"] is None or article["published"].year == 2022


def test_the_app_can_open_it(built):
    folder = current(built.corpus)
    assert (folder / SERVING).exists()
    (row,) = Store.open(folder).rows("select count(*) from articles")
    assert row[0] == 3
    assert sorted(p.name for p in built.corpus.iterdir()) == [".lock", "CURRENT", "generations", "parsed", "vectors"]
