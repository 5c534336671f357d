"""The chart of a topic of numbers: every value can be read off it without hovering, where there is room."""

from __future__ import annotations

import pytest

from lib.ask.ledger import Figure, Row, Topic
from lib.charts.ledger import ledger_chart
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


def test_values_that_are_too_near_to_each_other_are_not_written_over_each_other() -> None:
    assert labels(("a", 112_000, 112_000, 1), ("a", 115_000, 115_000, 3), ("a", 20_000, 20_000, 1)) == [
        "112,000", "3×", "20,000"
    ]  # fmt: skip
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
