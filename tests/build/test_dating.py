"""A day that was inferred is used, said to be inferred, and never today."""

import datetime as dt

import pytest

from lib.build import dating, stages
from lib.link.published import InferredDate
from tests.build.conftest import STRIKE, TALKS, UNDATED

DAY = dt.date(2022, 2, 3)


@pytest.fixture
def answer(monkeypatch):
    """What the inference is asked, and its answer for every undated article."""
    asked = []

    def infer(undated, dated):
        asked.append(([c.text for c in undated], [(d.clues.names, d.published) for d in dated]))
        found = InferredDate(DAY, DAY, DAY + dt.timedelta(days=3), "Two others tell the same.")
        return {c.article_id: found for c in undated}

    monkeypatch.setattr(dating, "infer_published", infer)
    return asked


def test_an_inferred_day_dates_what_rests_on_it_and_stays_flagged(desk, answer, monkeypatch):
    desk.write("talks.txt", TALKS)
    desk.write("undated.txt", UNDATED)
    assert desk.build() == 0
    ((undated, dated),) = answer
    assert undated == [UNDATED]
    assert [day for _, day in dated] == [dt.date(2022, 2, 4)]
    assert any("voss" in name for name in dated[0][0])
    (article,) = [row for row in desk.rows("articles") if row["source"] == "Northgate Herald"]
    assert (article["published"], article["published_how"]) == (DAY, "inferred")
    assert (article["published_start"], article["published_end"]) == (DAY, DAY + dt.timedelta(days=3))
    assert article["published_evidence"] == "Two others tell the same."
    (monday,) = [
        row for row in desk.rows("times") if row["article_id"] == article["article_id"] and row["text"] == "Monday"
    ]
    assert monday["date_start"] == dt.date(2022, 1, 31)

    parsed = []
    real = stages.find_words
    monkeypatch.setattr(stages, "find_words", lambda *a: (parsed.append(1), real(*a))[1])
    assert desk.build() == 0
    assert parsed == []


def test_bounds_alone_leave_the_day_open(desk, monkeypatch):
    bounds = InferredDate(None, dt.date(2022, 1, 1), dt.date(2023, 1, 1), "Its footer says 2022.")
    monkeypatch.setattr(dating, "infer_published", lambda undated, dated: {c.article_id: bounds for c in undated})
    desk.write("undated.txt", UNDATED)
    assert desk.build() == 0
    (article,) = desk.rows("articles")
    assert (article["published"], article["published_how"]) == (None, "unknown")
    assert (article["published_start"], article["published_end"]) == (dt.date(2022, 1, 1), dt.date(2023, 1, 1))


def test_in_a_large_corpus_the_nearest_articles_are_asked(desk, answer, monkeypatch):
    monkeypatch.setattr(dating, "DATED", 1)
    desk.write("strike.txt", STRIKE)
    desk.write("talks.txt", TALKS)
    desk.write("undated.txt", UNDATED)
    assert desk.build() == 0
    ((_, dated),) = answer
    assert [day for _, day in dated] == [dt.date(2022, 2, 4)]


def test_an_inference_never_rests_on_an_assumption(desk, answer):
    desk.write("undated.txt", UNDATED)
    desk.write("slash.csv", "source,date,text\nPost,3/2/2022,Clara Voss said on Monday that trucks waited in Warsaw.\n")
    assert desk.build() == 0
    ((_, dated),) = answer
    assert dated == []
