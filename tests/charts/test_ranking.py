"""Who is named how often, where outlets of different size are compared."""

from __future__ import annotations

import pytest

from lib.ask.catalogue import catalogue
from lib.ask.entities import ranking
from lib.charts.chart import Chart
from lib.charts.ranking import ranking_chart
from lib.charts.theme import source_colours
from lib.export.filters import filters
from lib.store.engine import Store
from lib.view import View


def _drawn(store: Store, view: View) -> Chart:
    known = catalogue(store)
    colours = source_colours([c.id for c in known.sources])
    return ranking_chart(ranking(store, view), known.names, colours, None, view.unit, view.rate)


def test_articles_are_shown_as_shares_and_never_per_word(store: Store) -> None:
    chart = _drawn(store, View(unit="articles", rate=True))
    values = [x for trace in chart.figure.data for x in trace["x"]]
    assert max(values) == 100.0
    assert min(values) > 0
    shown = str(chart.figure.to_dict()) + chart.title + chart.note + " ".join(chart.columns)
    assert "1,000 words" not in shown
    assert "% of the outlet’s articles" in chart.columns
    assert chart.figure.layout["xaxis"]["title"]["text"] == "% of the outlet’s articles"
    assert {row[3] for row in chart.rows} >= {100.0}


def test_mentions_are_shown_per_word(store: Store) -> None:
    chart = _drawn(store, View(rate=True))
    assert "per 1,000 words" in chart.columns
    assert "articles" not in " ".join(chart.columns)


@pytest.mark.parametrize(
    ("unit", "words"), [("rows", "per 1,000 words"), ("articles", "share of each outlet’s articles")]
)
def test_a_report_says_which_of_the_two_it_is(unit: str, words: str) -> None:
    assert ("Scale", words) in filters(View(unit=unit, rate=True), {})
