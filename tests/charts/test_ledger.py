"""The chart of a topic of numbers: every value can be read off it without hovering, where there is room."""

from __future__ import annotations

import datetime as dt

import pytest

from lib.ask.ledger import Figure, Row, Topic
from lib.charts.ledger import ledger_chart, title
from lib.evidence import Mark
from lib.phrase import amount

MARK = Mark("quantities")


def labels(*figures: tuple[str, float | None, float | None, int]) -> list[str]:
    given = tuple(Figure(slug, low, high, n, "", MARK) for slug, low, high, n in figures)
    row = Row("r", "ships", False, "", "happened", given, MARK, len(given))
    sources = {slug: slug.title() for slug, *_ in figures}
    chart = ledger_chart(Topic("ships", "ships", "", (row,)), 1, sources, dict.fromkeys(sources, "#2A6FBB"), None)
    return [text for trace in chart.figure["data"] for text in trace.text or ()]


def test_values_stand_beside_their_marks() -> None:
    assert labels(("a", 14, 14, 1), ("b", 19, None, 2), ("c", None, 40, 1)) == ["14", "19+ · 2×", "≤ 40"]


def test_values_that_are_near_to_each_other_are_written_above_and_below() -> None:
    near = ("a", 112_000, 112_000, 1), ("a", 115_000, 115_000, 3)
    assert labels(*near, ("a", 20_000, 20_000, 1)) == ["112,000", "115,000 · 3×", "20,000"]
    # A third has no room: nothing is written, not its count alone.
    assert labels(*near, ("a", 118_000, 118_000, 2)) == ["112,000", "115,000 · 3×", ""]
    row = Row("r", "ships", False, "", "happened", tuple(Figure(*f[:4], "", MARK) for f in near), MARK, 2)
    (trace, *_) = ledger_chart(Topic("s", "s", "", (row,)), 1, {"a": "A"}, {"a": "#2A6FBB"}, None).figure["data"]
    assert list(trace.textposition) == ["top center", "bottom center"]


def test_since_when_and_on_whose_word_stand_in_table_and_hover() -> None:
    given = Figure("a", 11, 11, 2, "eleven", MARK, dt.date(2024, 5, 15), ("the mayor", ""))
    row = Row("r", "people", False, "Only A.", "happened", (given,), MARK, 2)
    chart = ledger_chart(Topic("p", "people", "", (row,)), 1, {"a": "A"}, {"a": "#2A6FBB"}, None)
    told = dict(zip(chart.columns, chart.rows[0], strict=True))
    assert (told["first reported"], told["said by"]) == (dt.date(2024, 5, 15), "the mayor; the outlet itself")
    (hover,) = chart.figure["data"][0].hovertext
    assert hover == "A: 11 — “eleven”<br>first reported 15 May 2024; said by the mayor; the outlet itself"


def test_a_range_has_marks_at_its_ends_and_none_between() -> None:
    row = Row("r", "cost", False, "", "happened", (Figure("a", 40, 60, 1, "", MARK),), MARK, 1)
    point, bar = ledger_chart(Topic("c", "cost", "", (row,)), 1, {"a": "A"}, {"a": "#2A6FBB"}, None).figure["data"]
    assert list(point.marker.color) == ["rgba(0,0,0,0)"]
    assert list(point.marker.line.color) == ["rgba(0,0,0,0)"]
    assert list(point.text) == ["40–60"]
    assert (list(bar.x), bar.mode) == ([40, 60], "lines+markers")


def test_the_reasons_of_several_rows_are_told_in_full() -> None:
    rows = tuple(Row(n, n, False, f"Why {n}.", "happened", (Figure("a", 1, 1, 1, "", MARK),), MARK, 1) for n in "rs")
    chart = ledger_chart(Topic("c", "c", "", rows), 1, {"a": "A"}, {"a": "#2A6FBB"}, None)
    assert chart.reasons == (("r", "Why r."), ("s", "Why s."))
    assert ledger_chart(Topic("c", "c", "", rows[:1]), 1, {"a": "A"}, {"a": "#2A6FBB"}, None).reasons == ()


def test_values_far_apart_are_both_written() -> None:
    assert labels(("a", 10, 10, 1), ("a", 100_000, 100_000, 1)) == ["10", "100,000"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"), (0.5, "0.5"), (127_000, "127,000"), (1_960_000_000, "1.96 billion"), (12_000_000, "12 million"),
        (12_345_678, "12,345,678"), (-9, "-9"), (2.5e12, "2.5 trillion"), (33.333, "33.333"),
    ],
)  # fmt: skip
def test_amounts_are_said_as_a_paper_prints_them(value: float, said: str) -> None:
    assert amount(value) == said


def test_a_finding_that_outlets_differ_stands_over_the_row_in_which_they_do() -> None:
    alike = Row("r", "ships", False, "They agree.", "happened", (Figure("a", 5, 5, 1, "", MARK),), MARK, 1)
    given = tuple(Figure(slug, n, n, 1, "", MARK) for slug, n in (("a", 14.0), ("b", 19.0)))
    differ = Row("s", "ships at anchor", True, "They exclude each other.", "happened", given, MARK, 2)
    topic = Topic("ships", "ships", "", (alike, differ))
    chart = ledger_chart(topic, 1, {"a": "A", "b": "B"}, {"a": "#2A6FBB", "b": "#B35900"}, None)
    assert (chart.title, chart.note) == ("Ships: outlets differ, from 14 to 19", "They exclude each other.")


def test_words_at_the_right_end_stand_to_the_left_of_their_mark() -> None:
    given = (Figure("a", None, 175, 1, "", MARK), Figure("a", 20, None, 1, "", MARK))
    topic = Topic("ships", "ships", "", (Row("r", "ships", False, "", "happened", given, MARK, 2),))
    (trace, *_) = ledger_chart(topic, 1, {"a": "A"}, {"a": "#2A6FBB"}, None).figure["data"]
    assert list(trace.textposition) == ["middle left", "middle right"]


@pytest.mark.parametrize(
    ("given", "finding"),
    [
        ([(70, 70), (70, 70)], "A and B agree"),
        # Hedges of one value: 'more than 1,100' and 'about 1,100', 'up to 70' and '70'.
        ([(1100, None), (1100, 1100)], "A and B agree"),
        ([(None, 70), (70, 70), (70, 70), (70, 70)], "4 outlets agree"),
        ([(24, 99), (24, 99)], "A and B agree"),
        ([(12, None), (24, 99), (70, 70), (70, 70)], "4 outlets do not contradict each other"),
        ([(81, 81), (90, 90)], "A and B do not contradict each other"),
        # 'At least 70' and 'at most 70' have little in common.
        ([(70, None), (None, 70)], "A and B do not contradict each other"),
    ],
)
def test_outlets_agree_where_they_give_one_value(given: list[tuple[float | None, float | None]], finding: str) -> None:
    figures = tuple(Figure(slug, low, high, 1, "", MARK) for slug, (low, high) in zip("abcd", given, strict=False))
    row = Row("r", "ships", False, "", "happened", figures, MARK, len(figures))
    assert title(Topic("ships", "ships", "", (row,)), dict(zip("abcd", "ABCD", strict=True))) == f"Ships: {finding}"


def test_numbers_that_exclude_each_other_and_are_not_said_to_differ_do_not_agree() -> None:
    figures = tuple(Figure(slug, n, n, 1, "", MARK) for slug, n in (("a", 40.0), ("b", 60.0)))
    row = Row("r", "ships", False, "", "happened", figures, MARK, 2, apart=True)
    found = title(Topic("ships", "ships", "percent", (row,)), {"a": "A", "b": "B"})
    assert found == "Ships: A and B give 40 to 60 percent"
