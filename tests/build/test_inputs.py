"""Bad input becomes a reported row, and the articles beside it are built."""

import dataclasses

import pytest

from lib.build import stages
from lib.build.command import main
from lib.build.intake import article_id
from tests.build.conftest import STRIKE, TALKS

FRENCH = "Le ministre a déclaré mardi que les exportations de blé vers la Pologne allaient reprendre. " * 8


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 40, "NUL byte"),
        ("image.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "PNG image"),
        ("french.txt", FRENCH, "English"),
        ("one_line.txt", "A" * 5_000_000, "without a space"),
        (
            "half.jsonl",
            b'{"text": "Voss met \\ud800 her counterpart in Vienna on Thursday.", "source": "Post"}\n',
            "half",
        ),
        ("strange.xyz", b"Voss met her counterpart.", "not supported"),
    ],
)
def test_a_bad_file_is_reported_and_stops_nobody(desk, name, content, says):
    desk.write("strike.txt", STRIKE)
    desk.write(name, content)
    assert desk.build() == 0
    (problem,) = desk.problems(name)
    assert says in problem["what"]
    assert problem["why"]
    assert problem["remedy"]
    assert len(desk.rows("articles")) == 1


def test_a_long_line_is_an_article_like_any_other(desk):
    line = "The minister met her counterpart in Vienna on Thursday to discuss the exports of grain. " * 400
    desk.write("line.txt", line)
    assert desk.build() == 0
    (article,) = desk.rows("articles")
    assert article["text"] == line
    assert article["published_how"] == "unknown"
    assert article["published"] is None
    shape, problem = desk.problems("line.txt")
    assert "stands in one line" in shape["what"]
    assert "no day of publication" in problem["what"]
    assert "--published" in problem["remedy"]
    # The model reads long lines in pieces, and a sentence may be cut where a piece ends.
    assert 400 <= len(desk.rows("sentences")) <= 402


def test_the_same_article_twice_counts_once(desk):
    first, second = desk.write("a.txt", TALKS), desk.write("b.txt", TALKS)
    assert desk.build() == 0
    (problem,) = desk.problems(second.name)
    assert first.name in problem["what"]
    assert len(desk.rows("articles")) == 1


def test_the_id_is_the_hash_of_source_and_text():
    assert article_id("Post", "Text.") == "0b48e3dceddd2a6d"
    assert article_id("Po", "stText.") != article_id("Post", "Text.")


@pytest.mark.parametrize("stage", ["find_names", "find_times", "find_events", "find_quotes", "find_words"])
def test_an_article_that_a_finder_fails_on_is_left_out_and_named(desk, monkeypatch, stage):
    desk.write("talks.txt", TALKS)
    desk.write("strike.txt", STRIKE)
    real = getattr(stages, stage)

    def fails_on_talks(document, *rest):
        if "Vienna" in document.article.text:
            raise RecursionError("too deep\nin here")
        return real(document, *rest)

    monkeypatch.setattr(stages, stage, fails_on_talks)
    assert desk.build() == 0
    (problem,) = desk.problems("talks.txt")
    assert problem["what"] == f"{stage.removeprefix('find_')} failed: RecursionError: too deep in here"
    assert [row["source"] for row in desk.rows("articles")] == ["Meridian Post"]
    monkeypatch.setattr(stages, stage, real)
    assert desk.build() == 0
    assert len(desk.rows("articles")) == 2


def test_an_article_that_marks_fail_on_is_left_out_and_named(desk, monkeypatch):
    desk.write("talks.txt", TALKS)
    desk.write("strike.txt", STRIKE)
    real = stages.mark_article
    monkeypatch.setattr(stages, "mark_article", lambda a: real(a) if "Vienna" not in a.text else 1 / 0)
    assert desk.build() == 0
    (problem,) = desk.problems("talks.txt")
    assert problem["what"] == "marks failed: ZeroDivisionError: division by zero"


def test_a_failing_model_costs_one_article(desk, monkeypatch):
    from lib.build import parsing

    desk.write("talks.txt", TALKS)
    desk.write("strike.txt", STRIKE)
    real = parsing.parse_all

    def fails_on_talks(items, nlp, batch):
        if any("Vienna" in article.text for article, _ in items):
            raise MemoryError
        return real(items, nlp, batch=batch)

    monkeypatch.setattr(parsing, "parse_all", fails_on_talks)
    assert desk.build() == 0
    (problem,) = desk.problems("talks.txt")
    assert problem["what"] == "parse failed: MemoryError"
    assert len(desk.rows("articles")) == 1


def test_nothing_usable_is_said_and_the_last_build_stays(desk, capsys):
    desk.write("a.txt", b"")
    assert desk.build() == 1
    said = " ".join(capsys.readouterr().err.split())
    assert "no article could be used" in said
    assert "a.txt: the text is empty" in said or "empty" in said
    assert not (desk.corpus / "CURRENT").exists()
    desk.write("strike.txt", STRIKE)
    assert desk.build() == 0
    (desk.inputs / "strike.txt").unlink()
    assert desk.build() == 1
    assert "The last good build is still in place" in capsys.readouterr().err
    assert len(desk.rows("articles")) == 1


def test_what_is_given_wins(desk):
    desk.write("talks.txt", TALKS)
    assert desk.build("--source", "The Given Post", "--published", "2021-05-06", "--title", "Mine") == 0
    (article,) = desk.rows("articles")
    assert (article["source"], article["source_how"]) == ("The Given Post", "given")
    assert (str(article["published"]), article["published_how"]) == ("2021-05-06", "given")
    assert {"kind": "corpus", "name": "title", "value": "Mine"} in desk.rows("build")


def test_a_model_that_is_not_there_is_said(desk, capsys):
    desk.write("talks.txt", TALKS)
    assert desk.build("--model", "en_core_web_none") == 1
    assert "'en_core_web_none' is not installed" in capsys.readouterr().err


def test_entries_are_small():
    from lib.build.entries import Entry

    assert not hasattr(Entry("k", "p", "s", None, "unknown"), "__dict__")
    assert len(dataclasses.fields(Entry)) < 10


def test_an_address_is_fetched_and_its_article_built(desk, monkeypatch):
    from lib.build import intake
    from lib.read import RawArticle
    from lib.schema import Problem

    def fetched(address, **given):
        assert given["at_most"] == 3
        yield Problem(address, "entry 2", "the server answered with status 404", "status 200", "check it")
        yield RawArticle(
            STRIKE, "", "Meridian Post", "metadata", "the feed's title", None, "unknown", "", address, "", "en",
            address, "entry 1",
        )  # fmt: skip

    monkeypatch.setattr(intake, "fetch", fetched)
    desk.write("talks.txt", TALKS)
    address = "https://www.meridianpost.example/world.rss"
    assert main([str(desk.inputs), address, "--into", str(desk.corpus), "--at-most", "3", "--quiet"]) == 0
    assert sorted(row["url"] for row in desk.rows("articles")) == ["", address]
    assert [row["where"] for row in desk.rows("problems") if row["path"] == address and "404" in row["what"]]
    (fact,) = [row["value"] for row in desk.rows("build") if row["kind"] == "input" and row["name"] == address]
    assert fact.endswith("articles=1")
