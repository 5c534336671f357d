"""A view of the small corpus with everything that an export is made of."""

from __future__ import annotations

import datetime as dt

from lib.ask.catalogue import catalogue, names_of
from lib.ask.overview import overview
from lib.ask.sources import sources
from lib.charts.actors import actors_chart
from lib.charts.busiest import busiest_chart
from lib.charts.chart import Chart
from lib.charts.theme import source_colours
from lib.charts.volume import volume_chart
from lib.evidence import Mark
from lib.export.citation import Citation, cite
from lib.store.engine import Store
from lib.view import View

TODAY = dt.date(2026, 3, 4)
BASE = "https://dateline.example.test/sources"
VIEW = View(actors=("russia",), sources=("harbor-wire", "the-meridian-post"), mark=Mark("mentions"))


def charts(store: Store, view: View) -> list[Chart]:
    known = catalogue(store)
    first, compared = overview(store, view), sources(store, view)
    return [
        actors_chart(first, view.mark, view.unit),
        busiest_chart(first, view.mark),
        volume_chart(compared, source_colours([c.id for c in known.sources]), view.mark),
    ]


def citation(store: Store, view: View = VIEW) -> Citation:
    known = catalogue(store)
    return cite(view, known, store.generation, names_of(store, known, {"russia"}), BASE, TODAY)
