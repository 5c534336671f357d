"""Figures: sums, shares, intervals by document, and the goals that they are held against."""

from __future__ import annotations

import pytest

from lib.quality.dataset import DataSet
from lib.quality.figures import Figure, Rate, harmonic, share
from lib.quality.goals import GOALS, goal_of
from lib.quality.measures import MEASURES
from lib.quality.measures.errors import EXAMPLES, LENGTH, Errors
from lib.quality.measures.times import shape


def test_a_harmonic_figure_sums_its_documents() -> None:
    (figure,) = harmonic("times", "value", "x", "d", [(3, 4, 5), (0, 0, 0), (1, 1, 2)])
    assert (figure.right, figure.given, figure.wanted, figure.n_documents, figure.n_items) == (4, 5, 7, 3, 7)
    assert figure.rate.value == pytest.approx(8 / 12)
    assert figure.precision is not None
    assert figure.recall is not None
    assert (figure.precision.value, figure.recall.value) == pytest.approx((4 / 5, 4 / 7))


def test_a_share_leaves_out_documents_without_any() -> None:
    (figure,) = share("marks", "recall", "x", "d", [(1, 2), (0, 0), (3, 4)])
    assert (figure.rate.value, figure.n_documents, figure.n_items) == (pytest.approx(4 / 6), 2, 6)


def test_nothing_annotated_and_nothing_found_is_no_figure() -> None:
    assert list(harmonic("times", "value", "x", "d", [(0, 0, 0)])) == []
    assert list(share("times", "value", "x", "d", [])) == []


def test_all_wrong_is_nought_and_not_missing() -> None:
    (figure,) = harmonic("times", "value", "x", "d", [(0, 3, 0), (0, 0, 2)])
    assert (figure.rate.value, figure.rate.low) == (0.0, 0.0)
    assert figure.rate.high == pytest.approx(0.658, abs=0.001)  # Wilson's, of none in two documents


@pytest.mark.parametrize(("documents", "low"), [(2, 0.342), (4, 0.510), (10, 0.722), (100, 0.963)])
def test_all_right_is_not_certain_for_ever(documents: int, low: float) -> None:
    """Drawing documents again cannot vary; Wilson's interval takes each document for one observation."""
    (figure,) = share("marks", "recall", "x", "d", [(50, 50)] * documents)
    assert (figure.rate.value, figure.rate.high) == (1.0, 1.0)
    assert figure.rate.low == pytest.approx(low, abs=0.001)


def test_only_documents_that_are_asked_count_as_observations() -> None:
    """Nothing marked falsely in four documents with marks says nothing of the two without any."""
    tallies = [(1, 1, 2)] * 4 + [(0, 0, 3)] * 2
    (figure,) = harmonic("times", "value", "x", "d", tallies)
    assert figure.precision is not None
    assert figure.recall is not None
    assert (figure.precision.low, figure.precision.high) == (pytest.approx(0.510, abs=0.001), 1.0)
    assert figure.recall.low is not None
    assert figure.recall.low < 4 / 17
    (nothing,) = harmonic("times", "value", "x", "d", [(0, 0, 2), (0, 0, 2)])
    assert nothing.precision == Rate(0.0, None, None)


def test_intervals_are_the_same_twice_hold_the_value_and_need_two_documents() -> None:
    tallies = [(n % 4, 4, 5) for n in range(30)]
    (one,), (two,) = (harmonic("times", "value", "x", "d", tallies) for _ in range(2))
    assert one == two
    assert one.rate.low is not None
    assert one.rate.high is not None
    assert 0 < one.rate.low < one.rate.value < one.rate.high < 1
    (alone,) = harmonic("times", "value", "x", "d", tallies[:1])
    assert (alone.rate.low, alone.rate.high) == (None, None)


def test_more_documents_narrow_the_interval() -> None:
    def width(n: int) -> float:
        (figure,) = share("times", "value", "x", "d", [(i % 2, 1) for i in range(n)])
        assert figure.rate.low is not None
        assert figure.rate.high is not None
        return figure.rate.high - figure.rate.low

    assert width(400) < width(40) < width(10)


def test_only_our_own_main_figures_have_goals() -> None:
    figure = Figure("times", "value", "x", "d", "F1", Rate(0.5, None, None), 1, 1, 1, 1, 1)
    goal = goal_of(figure)
    assert goal is not None
    assert goal.least == 0.82
    assert goal_of(Figure("times", "value", "x", "d", "F1", figure.rate, 1, 1, 1, 1, 1, "the model")) is None
    assert {g.measure for g in GOALS} <= {key for key, *_ in MEASURES}


def test_examples_are_few_short_and_only_ours() -> None:
    ours, theirs = (Errors("times", DataSet("d", "D", "given", (), ours=ours)) for ours in (True, False))
    for errors in (ours, theirs):
        for n in range(6):
            errors.add("day missed", f"{n} word " * 40, "value")
        errors.add("month missed")
    (first, second), (bare, _) = list(ours.rows()), list(theirs.rows())
    assert (first.kind, first.n, first.keys, second.n) == ("day missed", 6, ("value",), 1)
    assert len(first.examples) == EXAMPLES
    assert max(map(len, first.examples)) == LENGTH
    assert bare.n == 6
    assert bare.examples == ()


@pytest.mark.parametrize(
    ("value", "words"),
    [("2022-02-03", "day"), ("2022-02", "month"), ("2022", "year"), ("199", "decade or century"), ("P2D", "duration"),
     ("2022-W05", "week"), ("2022-Q1", "quarter, half or season"), ("2022-02-03TMO", "time of day"), ("", "open date"),
     ("PAST_REF", "reference"), ("XXXX-XX-XX", "date without a year"), ("FY2007", "other value")],
)  # fmt: skip
def test_values_are_told_apart_by_shape(value: str, words: str) -> None:
    assert shape(value) == words
