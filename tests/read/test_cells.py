"""Cells and values that hold more than plain words: objects, HTML, bytes."""

import csv
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.read import read
from lib.read.cells import text_of, words_in
from lib.schema import Problem
from tests.read.making import FIRST, SECOND, TITLE

PAGE = f"<p class='lead'>{FIRST}</p>\n<p>{SECOND}</p>"
BOTH = f"{FIRST}\n\n{SECOND}"


def read_json(folder, value):
    path = folder / "news.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return list(read(path))


def test_a_wordpress_export_gives_words_and_not_its_objects(tmp_path):
    post = {
        "id": 1, "date": "2022-02-03T10:00:00", "link": "https://www.harborwire.example/a",
        "title": {"rendered": "Brandt&#8217;s piers <em>open</em>"}, "content": {"rendered": PAGE, "protected": False},
        "excerpt": {"rendered": "<p>no</p>"},
    }  # fmt: skip
    for value in ([post], post):
        (article,) = read_json(tmp_path, value)
        assert (article.text, article.title) == (BOTH, "Brandt’s piers open")


@pytest.mark.parametrize(
    "row",
    [
        {"id": 7, "source": "Harbor Wire", "date": "2022-02-03", "article": {"title": TITLE, "body": BOTH}},
        {"_index": "n", "_id": "7", "_source": {"title": TITLE, "source": "Harbor Wire", "body": BOTH}},
        {"type": "news", "attributes": {"headline": TITLE, "site": {"name": "Harbor Wire"}, "body": [FIRST, SECOND]}},
    ],
)  # fmt: skip
def test_an_article_that_stands_within_an_object_is_taken_out_with_its_headline(tmp_path, row):
    (article,) = read_json(tmp_path, [row])
    assert (article.text, article.title, article.source) == (BOTH, TITLE, "Harbor Wire")
    (tmp_path / "news.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (article,) = read(tmp_path / "news.jsonl")
    assert (article.text, article.title, article.source) == (BOTH, TITLE, "Harbor Wire")


def test_parts_of_a_body_that_hold_no_words_are_left_out(tmp_path):
    body = [
        {"type": "p", "text": FIRST},
        {"type": "image", "url": "https://a.example/i.jpg"},
        {"type": "p", "text": SECOND},
    ]
    (article,) = read_json(tmp_path, [{"title": TITLE, "body": body}])
    assert article.text == BOTH


def test_an_object_without_known_words_is_a_problem_that_names_its_keys(tmp_path):
    (fault,) = read_json(tmp_path, [{"title": TITLE, "text": {"de": FIRST, "length": 4}}])
    assert isinstance(fault, Problem)
    assert "keys are: de, length" in fault.what


def test_html_in_a_table_keeps_paragraphs_and_loses_tags_and_scripts(tmp_path):
    path = tmp_path / "news.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["outlet", "title", "author", "url", "content"])
        rows.writerow(
            [
                "Harbor &amp; Wire", "Talks <b>open</b>", "<a href='/j'>Jane Doe</a>", "https://a.example/?a=1&copy=2",
                PAGE + "<script>var day = '2 March 2021';</script>",
            ]
        )  # fmt: skip
    (article,) = read(path)
    assert (article.text, article.title, article.author) == (BOTH, "Talks open", "Jane Doe")
    assert (article.source, article.url) == ("Harbor & Wire", "https://a.example/?a=1&copy=2")


def test_words_in_bytes_are_decoded(tmp_path):
    path = tmp_path / "news.parquet"
    table = {
        "text": pa.array([BOTH.encode(), b"\x89PNG\r\n", b"words\x00\x01words"], pa.binary()),
        "title": [TITLE.encode()] * 3,
    }
    pq.write_table(pa.table(table), path)
    article, picture, noise = read(path)
    assert (article.text, article.title) == (BOTH, TITLE)
    assert "a PNG image" in picture.what
    assert "NUL" in noise.what


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("One line.\nAnother, <b>bold</b> one.\n\nA third.", "One line.\nAnother, bold one.\n\nA third."),
        ("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", "One.\n\nTwo."),
        ("Smith &amp; Sons\n\nsaid so.", "Smith & Sons\n\nsaid so."),
        ("Write to <ann@example.org> or <https://a.example/b>.", None),
        ("<script>let a = 1</script> is no headline", None),
        ("If a < b and c > d, then &c; AT&T and R&D;", None),
        ("The tag <section> opens a section.", None),
        ("Line\u2028break\r\nand\rmore", "Line\nbreak\nand\nmore"),
        ({"a": {"b": 1}}, ""),
    ],
)  # fmt: skip
def test_only_what_is_html_is_read_as_html(cell, words):
    assert text_of(cell) == (cell if words is None else words)


def test_a_value_nested_without_end_is_no_text():
    value: object = "words"
    for _ in range(5000):
        value = {"text": value}
    assert text_of(value) == ""
    assert words_in({"name": {"rendered": "A &amp; B"}}) == "A & B"
