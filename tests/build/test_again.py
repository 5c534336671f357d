"""Building again: what did not change is not parsed, and the rows are the same."""

from lib import generation
from lib.build import stages
from lib.generation import current, generations
from lib.schema import TABLES
from tests.build.conftest import STRIKE, TALKS, UNDATED


def _count_parsed(monkeypatch):
    parsed = []
    real = stages.find_words
    monkeypatch.setattr(
        stages, "find_words", lambda document, *rest: (parsed.append(document.article.source), real(document, *rest))[1]
    )
    return parsed


def _everything(desk):
    return {name: [r for r in desk.rows(name) if r.get("kind") != "run"] for name in TABLES}


def test_one_new_article_parses_one(desk, monkeypatch):
    parsed = _count_parsed(monkeypatch)
    desk.write("talks.txt", TALKS)
    assert desk.build() == 0
    desk.write("strike.txt", STRIKE)
    assert desk.build() == 0
    assert parsed == ["Harbor Wire", "Meridian Post"]
    assert len(desk.rows("articles")) == 2


def test_the_rows_are_the_same_however_they_came(desk, monkeypatch):
    for name, text in (("talks.txt", TALKS), ("strike.txt", STRIKE), ("undated.txt", UNDATED)):
        desk.write(name, text)
        assert desk.build() == 0
    step_by_step = _everything(desk)
    parsed = _count_parsed(monkeypatch)
    assert desk.build() == 0
    assert parsed == []
    assert _everything(desk) == step_by_step
    assert desk.build("--rebuild") == 0
    assert len(parsed) >= 3
    assert _everything(desk) == step_by_step
    assert len(generations(desk.corpus)) == 5


def test_rows_of_articles_that_are_gone_are_forgotten(desk):
    desk.write("talks.txt", TALKS)
    path = desk.write("strike.txt", STRIKE)
    assert desk.build() == 0
    path.write_text(STRIKE.replace("Hamburg", "Bremen"), encoding="utf-8")
    assert desk.build() == 0
    (desk.inputs / "talks.txt").unlink()
    assert desk.build() == 0
    assert len(desk.rows("articles")) == 1
    assert len(list((desk.corpus / "parsed").iterdir())) == 1


def test_another_day_is_another_reading(desk, monkeypatch):
    parsed = _count_parsed(monkeypatch)
    desk.write("talks.txt", TALKS)
    assert desk.build() == 0
    assert desk.build("--published", "2022-03-04") == 0
    assert len(parsed) == 2
    days = {row["date_start"] for row in desk.rows("times") if row["text"].casefold() == "thursday"}
    assert {str(day) for day in days} == {"2022-03-03"}


def test_only_the_last_generations_are_kept(desk, monkeypatch):
    monkeypatch.setattr(generation.prune, "__defaults__", (2,))
    desk.write("strike.txt", STRIKE)
    for _ in range(3):
        assert desk.build() == 0
    assert len(generations(desk.corpus)) == 2
    assert current(desk.corpus).name == generations(desk.corpus)[-1]
