"""A corrected day and corrected regions are taken into account when articles are parsed again."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import closing

from lib.corrections import FILE, Correction, keep, read, undo
from lib.evidence import Mark
from lib.generation import current
from lib.store.corrected import applied, corrected
from lib.store.engine import Store
from lib.store.facts import count, total
from lib.view import View
from tests.build.conftest import STRIKE, TALKS


def _article(desk, source):
    return next(row for row in desk.rows("articles") if row["source"] == source)


def _dated(desk, article, words):
    return [r["date_start"] for r in desk.rows("times") if r["article_id"] == article and r["text"] == words]


def _opened(desk):
    folder = current(desk.corpus)
    return closing(Store.open(folder, corrected(folder, read(desk.corpus).standing())))


def test_a_corrected_day_moves_the_chart_at_once_and_relative_dates_at_the_next_build(desk):
    desk.write("talks.txt", TALKS)
    assert desk.build() == 0
    known = _article(desk, "Harbor Wire")["article_id"]
    assert _dated(desk, known, "Thursday") == [dt.date(2022, 2, 3)]
    one = Correction.of("published", {"article": known, "day": "2022-03-04"}, why="The page says March.")
    keep(desk.corpus, one)
    with _opened(desk) as store:
        assert [c.value("reported-day") for c in count(store, View(), "articles", ("reported-day",))] == ["2022-03-04"]

    assert desk.build() == 0
    article = _article(desk, "Harbor Wire")
    assert article["article_id"] == known
    assert (article["published"], article["published_how"]) == (dt.date(2022, 3, 4), "given")
    assert article["published_evidence"] == "corrected by hand"
    assert _dated(desk, known, "Thursday") == [dt.date(2022, 3, 3)]
    with _opened(desk) as store:
        assert applied(store) == {one.id: True}

    undo(desk.corpus, one.id)
    assert desk.build() == 0
    assert _dated(desk, known, "Thursday") == [dt.date(2022, 2, 3)]


def test_what_was_taken_out_and_put_back_is_parsed_so(desk):
    desk.write("strike.txt", STRIKE)
    assert desk.build() == 0
    article = _article(desk, "Meridian Post")
    known, text = article["article_id"], article["text"]
    start = text.index("Chancellor Olaf")
    headline = next(r for r in desk.rows("spans") if r["kind"] == "headline")
    out = Correction.of("drop", {"article": known, "start": str(start), "end": str(len(text.rstrip())), "as": "promo"})
    back = Correction.of("restore", {"article": known, "start": str(headline["start"]), "end": str(headline["end"])})
    with closing(Store.open(current(desk.corpus))) as store:
        before = total(store, View(), Mark("quotes"))
    keep(desk.corpus, out)
    keep(desk.corpus, back)
    assert desk.build() == 0
    assert "promo" in {row["kind"] for row in desk.rows("spans")}
    assert "headline" not in {row["kind"] for row in desk.rows("spans")}
    assert not [row for row in desk.rows("sentences") if row["start"] >= start]
    assert [row for row in desk.rows("sentences") if row["start"] == headline["start"]]
    with _opened(desk) as store:
        assert applied(store) == {out.id: True, back.id: True}
        assert total(store, View(), Mark("quotes")) == before - 1
        spans = store.rows("select start_at, end_at from spans")
        assert len(spans) == len(set(spans))


def test_a_day_that_no_calendar_goes_beyond_ends_no_build(desk):
    desk.write("talks.txt", TALKS)
    assert desk.build() == 0
    known = _article(desk, "Harbor Wire")["article_id"]
    line = {"id": "far", "kind": "published", "article": known, "day": "9999-12-31"}
    (desk.corpus / FILE).write_text(json.dumps(line))
    assert desk.build() == 0
    assert _article(desk, "Harbor Wire")["published"] == dt.date(2022, 2, 4)
