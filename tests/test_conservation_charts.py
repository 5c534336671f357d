"""For every chart under every view: the number drawn = its mark's total = the spans that it opens."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.evidence import Mark
from lib.store.engine import Store
from lib.store.facts import evidence, total
from lib.view import View
from tests.charts.drawn import Drawn, draw
from tests.corpora import IMAGE
from tests.views import views

relaxed = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _agree(store: Store, view: View, drawn: Drawn, most: int | None, seed: int = 0) -> None:
    """Drawn number, total and evidence of each mark; of ``most`` marks where there are more."""
    numbers = sorted({*drawn.points(), *drawn.table()})
    if most is not None and len(numbers) > most:
        numbers = random.Random(seed).sample(numbers, most)
    for text, number in numbers:
        mark = Mark.from_text(text)
        assert mark.to_text() == text
        assert (number, number) == (total(store, view, mark), len(evidence(store, view, mark))), (
            drawn.chart.key,
            text,
        )


@pytest.mark.parametrize(("corpus", "unit"), [("store", "rows"), ("hostile_store", "articles")])
def test_every_number_of_every_chart_opens_as_many_spans(
    request: pytest.FixtureRequest, corpus: str, unit: str
) -> None:
    opened: Store = request.getfixturevalue(corpus)
    view = View(unit=unit)
    for drawn in draw(opened, view):
        _agree(opened, view, drawn, None)


@relaxed
@given(view=views(), seed=st.integers(0, 2**16))
def test_charts_hold_under_every_view(store: Store, view: View, seed: int) -> None:
    for drawn in draw(store, view):
        _agree(store, view, drawn, 4, seed)
        _one_mark_a_point(drawn)
        assert set(drawn.points()) <= set(drawn.table()), f"{drawn.chart.key}: a number that the table lacks"


def _one_mark_a_point(drawn: Drawn) -> None:
    for trace in drawn.chart.figure.data:
        if trace["customdata"] is None:
            # Only decoration (the bar of an interval) may lack marks, and it must not answer the pointer.
            assert trace["hoverinfo"] == "skip", drawn.chart.key
            continue
        assert all(isinstance(mark, str) for mark in trace["customdata"]), drawn.chart.key
        assert len(trace["customdata"]) == len(trace["x"]) == len(trace["y"]), drawn.chart.key
    assert all(len(row) == len(drawn.chart.columns) for row in drawn.chart.rows)
    assert drawn.chart.columns[-1] == "mark"


@pytest.mark.parametrize("view", [View(), View(unit="articles", rate=True, grain="week"), View(text="xyzzy")])
def test_plotly_knows_every_attribute(store: Store, view: View) -> None:
    """Pages draw unvalidated figures, which is faster; here each is validated."""
    for drawn in draw(store, view):
        go.Figure(drawn.chart.figure.to_dict())  # raises where an attribute or a value is unknown


@pytest.mark.parametrize("n", [0, 1, 3])
def test_an_open_mark_changes_looks_not_numbers(store: Store, n: int) -> None:
    closed = list(draw(store, View()))
    mark = Mark.from_text([m for d in closed for m, _ in d.points()][n])
    for before, after in zip(closed, draw(store, View(mark=mark)), strict=True):
        assert list(before.points()) == list(after.points())


def test_an_empty_answer_draws_nothing_and_says_so(store: Store, empty_store: Store) -> None:
    for which, view in ((store, View(text="xyzzy")), (empty_store, View())):
        for drawn in draw(which, view):
            assert not list(drawn.points())
            assert not drawn.chart.rows
            assert drawn.chart.title
            assert drawn.chart.alt


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)


def test_no_label_carries_a_tag_of_the_corpus(hostile_store: Store) -> None:
    """Plotly obeys a few tags in labels; ours are ``<b>``, ``<i>``, ``<br>`` and ``<extra>``, the corpus has none."""
    seen = ""
    for drawn in draw(hostile_store, View()):
        for text in _strings(drawn.chart.figure.to_dict()):
            seen += text
            for bad in ("<img", "<script", "</script", "<b>x", "<b>be", "onerror=window.hacked=1>"):
                assert bad not in text, drawn.chart.key
    assert IMAGE[:4].replace("<", "&lt;") in seen  # the hostile name was drawn
