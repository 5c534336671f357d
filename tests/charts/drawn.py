"""Every chart of every page for a store and a view, and the numbers read back off the figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from lib.ask.catalogue import catalogue
from lib.ask.claim import claim
from lib.ask.claims import claims
from lib.ask.entities import profile, ranking, together
from lib.ask.ledger import ledger
from lib.ask.overview import overview
from lib.ask.sources import sources
from lib.ask.timeline import timeline
from lib.ask.unshared import unshared
from lib.ask.wording import described, own_words, wording
from lib.charts.actors import actors_chart
from lib.charts.agreement import agreement_chart
from lib.charts.attribution import attribution_chart
from lib.charts.busiest import busiest_chart
from lib.charts.chart import Chart
from lib.charts.days import days_chart
from lib.charts.distinctive import distinctive_chart
from lib.charts.ledger import ledger_chart
from lib.charts.ranking import ranking_chart
from lib.charts.reported import reported_chart
from lib.charts.side_by_side import actors_by_source_chart, days_by_source_chart, speakers_chart, together_chart
from lib.charts.standings import standings_chart
from lib.charts.theme import source_colours
from lib.charts.timeline import timeline_chart
from lib.charts.timeline_bins import timeline_bins_chart
from lib.charts.unshared import unshared_chart
from lib.charts.volume import volume_chart
from lib.charts.wording import described_chart, versus_chart
from lib.store.engine import Store
from lib.view import View


@dataclass(frozen=True)
class Drawn:
    """A chart, where its traces and its table carry the number of a mark, and what the number is of."""

    chart: Chart
    of_point: Callable[[Any, int], int]
    of_row: Callable[[tuple[Any, ...]], int]

    def points(self) -> Iterator[tuple[str, int]]:
        """(mark, number) of every mark drawn that can be clicked."""
        for trace in self.chart.figure.data:
            for i, mark in enumerate(trace["customdata"] if trace["customdata"] is not None else ()):
                if mark:  # a square whose sentence the filters hide opens nothing
                    yield mark, self.of_point(trace, i)

    def table(self) -> Iterator[tuple[str, int]]:
        """(mark, number) of every row of the table that opens something."""
        for row in self.chart.rows:
            if row[-1]:
                yield row[-1], self.of_row(row)


def _x(trace: Any, i: int) -> int:
    return int(trace["x"][i])


def _y(trace: Any, i: int) -> int:
    return int(trace["y"][i])


def _text(trace: Any, i: int) -> int:
    """The first number in the words of a mark: '1,204', '12×', '3 mentions · 4.1 per 1,000 words'."""
    found = re.match(r"[\d,]+", trace["text"][i])
    assert found, trace["text"][i]
    return int(found.group().replace(",", ""))


def _sentences(trace: Any, i: int) -> int:
    """The number that a shape of a claim says, and that stands in it where it states the claim."""
    found = re.search(r"([\d,]+) sentence", trace["hovertext"][i])
    assert found, trace["hovertext"][i]
    number = int(found[1].replace(",", ""))
    written = trace["text"][i] if trace["text"] else ""
    assert not written.isdigit() or int(written) == number
    return number


def _text_or_one(trace: Any, i: int) -> int:
    return _text(trace, i) if trace["text"][i] else 1


def _one(*_: Any) -> int:
    return 1


def _cell(n: int) -> Callable[[tuple[Any, ...]], int]:
    return lambda row: int(row[n])


def draw(store: Store, view: View) -> Iterator[Drawn]:
    """Every chart under a view; those of an empty answer too, where the page would draw them."""
    opened = view.mark
    known = catalogue(store)
    names, colours = known.names, source_colours([c.id for c in known.sources])
    first = overview(store, view)
    yield Drawn(actors_chart(first, opened, view.unit), _x, _cell(2))
    yield Drawn(busiest_chart(first, opened), _x, _cell(1))

    ranked = ranking(store, view)
    yield Drawn(ranking_chart(ranked, names, colours, opened, view.unit, False), _x, _cell(2))
    yield Drawn(ranking_chart(ranked, names, colours, opened, view.unit, True), _text, _cell(2))
    yield Drawn(together_chart(together(store, view), opened), _text, _cell(2))
    for entity in ranked.entities[:2]:
        found = profile(store, view, entity.id)
        assert found
        yield Drawn(days_chart("over-time", "t", found.over_time, "n", names, colours, opened), _y, _cell(2))

    dated = timeline(store, view)
    yield Drawn(timeline_chart(dated, colours, opened), _one, _one)
    yield Drawn(timeline_bins_chart(dated, opened), _y, _cell(2))
    yield Drawn(reported_chart(dated, opened), _y, _cell(1))

    compared = sources(store, view)
    if compared.volumes:
        yield Drawn(volume_chart(compared, colours, opened), _x, _cell(2))
    yield Drawn(actors_by_source_chart(compared, opened), _text, _cell(2))
    yield Drawn(attribution_chart(compared, names, opened), _text, _cell(2))
    yield Drawn(speakers_chart(compared, opened), _text, _cell(2))
    yield Drawn(days_by_source_chart(compared, opened), _text, _cell(2))
    worded = wording(store, view)
    own = own_words(store, view, tuple(worded.names))
    for slug, name in worded.names.items():
        yield Drawn(distinctive_chart(slug, name, own[slug], colours[slug], opened), _text, _cell(1))
    if worded.versus:
        yield Drawn(versus_chart(worded.versus, worded.names, colours, opened), _y, _cell(4))
    for actor in worded.actors[:2]:
        said = described(store, view, actor.id)
        yield Drawn(described_chart(said, worded.names, opened), _text, _cell(2))

    told = claims(store, view)
    yield Drawn(agreement_chart(told, opened), _sentences, _cell(3))
    for line in told.lines[:2]:
        statement = claim(store, view, line.claim_id)
        assert statement
        yield Drawn(standings_chart(statement, told.sources, opened), _text_or_one, _cell(5))
    yield Drawn(unshared_chart(unshared(store, view), opened), _x, _cell(2))
    for number, topic in enumerate(ledger(store, view).topics):
        yield Drawn(ledger_chart(topic, number, known.names, colours, opened), _text_or_one, _cell(6))
