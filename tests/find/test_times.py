"""Time expressions against our own adversarial sentences, the list of rules, and hostile text."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.find.parse import load_model, parse
from lib.find.times import find_times
from lib.find.times.grammar import patterns
from lib.find.times.kinds import KINDS
from lib.schema import Article, MarkedSpan, TimeExpression
from lib.tables import to_table
from lib.vocabulary import load

GOLD = [json.loads(line) for line in (Path(__file__).parents[1] / "gold" / "dates.jsonl").open(encoding="utf-8")]
FRIDAY = dt.date(2022, 2, 4)
Find = Callable[..., list[TimeExpression]]


def article(text: str, published: dt.date | None) -> Article:
    return Article(
        "a" * 16, "Test", "given", "", "", published, published, None, "given", "", "", "", "en", text, 0, "a" * 16, "",
        "t",
    )  # fmt: skip


@pytest.fixture(scope="module")
def find() -> Find:
    nlp = load_model()

    def run(text: str, published: dt.date | None = FRIDAY, spans: tuple[MarkedSpan, ...] = ()) -> list[TimeExpression]:
        rows = find_times(parse(article(text, published), spans, nlp))
        for row in rows:
            assert text[row.start : row.end] == row.text
        assert all(a.end <= b.start for a, b in pairwise(rows))
        return rows

    return run


def anchor_of(case: dict[str, Any]) -> dt.date | None:
    return dt.date.fromisoformat(case["anchor"]) if case["anchor"] else None


@pytest.mark.parametrize("case", GOLD, ids=lambda case: case["text"][:60])
def test_gold(case: dict[str, Any], find: Find) -> None:
    rows = find(case["text"], anchor_of(case))
    answers = [{"text": r.text, "start": r.start, "type": r.type, "value": r.value, "rule": r.rule} for r in rows]
    assert answers == case["times"]


def test_there_are_enough_gold_sentences() -> None:
    assert len({case["text"] for case in GOLD}) >= 150


def test_every_listed_rule_is_hit_and_no_other(find: Find) -> None:
    emitted = {row.rule for case in GOLD for row in find(case["text"], anchor_of(case))}
    assert emitted == set(load("time_rules"))


def test_every_kind_of_the_grammar_has_its_function_and_no_function_is_idle() -> None:
    assert {pattern.kind for pattern in patterns()} == set(KINDS)


def test_rows_obey_the_schema(find: Find) -> None:
    rows = [row for case in GOLD for row in find(case["text"], anchor_of(case))]
    assert to_table(TimeExpression, rows).num_rows == len(rows)
    for row in rows:
        assert row.why.startswith(f"“{row.text}” ")
        assert row.why.endswith(".")
        assert (row.date_start is None) == (row.date_end is None)
        if row.type in ("DURATION", "SET") or row.value.endswith("_REF"):
            assert row.date_start is None
        if row.date_start and row.date_end:
            assert row.date_start < row.date_end
        assert 0 < row.score <= 1


def test_why_is_a_sentence_that_a_journalist_can_check(find: Find) -> None:
    (row,) = find("The envoys met on Thursday.")
    assert row.why == (
        "“Thursday” is Thu 3 Feb 2022: the last Thursday on or before publication, Fri 4 Feb 2022; "
        "the verb “met” is in the past."
    )
    assert [(r.value, r.why) for r in row.alternatives] == [("2022-02-10", "if it looks ahead: the next Thursday")]


def test_a_dateline_with_a_date_is_the_anchor(find: Find) -> None:
    text = "KYIV, Feb 3 — The envoys met on Thursday, and will meet again on Friday."
    spans = (MarkedSpan("a" * 16, 0, 13, "dateline", "test"),)
    rows = find(text, dt.date(2022, 2, 11), spans)
    assert [(r.text, r.value, r.anchor, r.anchor_how) for r in rows] == [
        ("Thursday", "2022-02-03", dt.date(2022, 2, 3), "dateline"),
        ("Friday", "2022-02-04", dt.date(2022, 2, 3), "dateline"),
    ]


def test_a_dateline_far_from_publication_is_not_believed(find: Find) -> None:
    text = "KYIV, Feb 3, 1994 — The envoys met on Thursday."
    rows = find(text, FRIDAY, (MarkedSpan("a" * 16, 0, 19, "dateline", "test"),))
    assert [(r.value, r.anchor_how) for r in rows] == [("2022-02-03", "published")]


def test_without_a_publication_date_relative_times_stay_open(find: Find) -> None:
    open_, written = find("They met on Thursday, as they had on 3 May 1990.", None)
    assert (open_.value, open_.date_start, open_.anchor) == ("XXXX-WXX-4", None, None)
    assert "no publication date is known" in open_.why
    assert (written.value, written.date_start) == ("1990-05-03", dt.date(1990, 5, 3))


def test_both_readings_of_an_ambiguous_date_are_kept(find: Find) -> None:
    (row,) = find("The form is dated 3/2/2022.")
    assert row.date_start == dt.date(2022, 3, 2)
    assert [(r.value, r.date_start, r.date_end) for r in row.alternatives] == [
        ("2022-02-03", dt.date(2022, 2, 3), dt.date(2022, 2, 4))
    ]


@pytest.mark.parametrize(
    ("how", "evidence", "expected", "rule"),
    [
        # A table whose other rows prove that the day comes first.
        ("metadata", "Datum: 04/02/2022", dt.date(2022, 2, 3), "numeric-date-as-others"),
        ("metadata", "date: 02/04/2022", dt.date(2022, 3, 2), "numeric-date-as-others"),
        # Both orders fit: the text takes the one that was taken for the day of publication, as likely.
        ("assumed", "'04/02/2022' can be 2022-02-04 (day first, taken)", dt.date(2022, 2, 3), "numeric-date-ambiguous"),
        ("metadata", "date: 2022-02-04", dt.date(2022, 3, 2), "numeric-date-ambiguous"),
    ],
)
def test_figures_take_the_order_of_the_publication_date(how, evidence, expected, rule) -> None:  # type: ignore[no-untyped-def]
    document = replace(article("The form is dated 3/2/2022.", FRIDAY), published_how=how, published_evidence=evidence)
    (row,) = find_times(parse(document, (), load_model()))
    assert (row.date_start, row.rule) == (expected, rule)


def test_soft_hyphens_and_joiners_do_not_hide_a_weekday(find: Find) -> None:
    text = "They met on Thurs\u00adday, and on Tues\u200bday they slept."
    assert [(r.text, r.value) for r in find(text)] == [
        ("Thurs\u00adday", "2022-02-03"),
        ("Tues\u200bday", "2022-02-01"),
    ]


def test_marked_spans_are_not_read(find: Find) -> None:
    text = "They met on Thursday. Photo taken Monday. They slept."
    spans = (MarkedSpan("a" * 16, 22, 41, "caption", "test"),)
    assert [r.text for r in find(text, FRIDAY, spans)] == ["Thursday"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "'" * 5000,
        "Thursday " * 2500,
        "2014 " * 3000,
        "1 2 3 4 5 6 7 8 9 " * 900,
        "the the the last last next next year year " * 400,
        "MAY MARCH SECOND FALL " * 700,
        "İstanbul’da 3 Şubat 2022 Perşembe günü, Thursday, ŁÓDŹ ǅ İİİ",
        "يوم الخميس \u202bThursday\u202c 3 فبراير e\u0301te\u0301 2022",
        "🙂" * 300 + " Thursday 👩‍👩‍👧 Feb. 31, 2022 and 30/30/2022 and 99:99 and 0000-00-00",
        "a year a year a year and a half and a half and a half " * 200,
    ],
    ids=lambda text: text[:20],
)
def test_hostile_text(text: str, find: Find) -> None:
    find(text)
    find(text, None)


def test_years_at_the_edge_of_the_calendar(find: Find) -> None:
    for text in ("A thousand years ago it rained.", "It will rain 9000 years from now.", "It rained 999999 weeks ago."):
        find(text, dt.date(1, 1, 1))
        find(text, dt.date(9999, 12, 31))


_WORDS = """
on in the last next this week Thursday May 3 , 2022 ago later two years of year quarter first half Feb. - – '98 a.m.
10:30 noon and to from between every day Christmas tonight 3/4/2022 said will met 1990s century
"""
_PIECES = st.sampled_from(_WORDS.split())


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_PIECES, max_size=30), st.sampled_from([None, FRIDAY, dt.date(2024, 2, 29)]))
def test_any_jumble_of_time_words_is_survived(find: Find, pieces: list[str], published: dt.date | None) -> None:
    rows = find(" ".join(pieces), published)
    assert to_table(TimeExpression, rows).num_rows == len(rows)
