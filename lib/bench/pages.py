"""What each page asks and draws, without the page: an explicit list that mirrors ``app.py`` and ``pages/``."""

from __future__ import annotations

from collections.abc import Callable

from lib.ask.about import about
from lib.ask.alone import alone
from lib.ask.article import reader
from lib.ask.catalogue import catalogue
from lib.ask.claim import claim
from lib.ask.claims import claims
from lib.ask.entities import profile, ranking, together
from lib.ask.leads import leads
from lib.ask.ledger import ledger
from lib.ask.opened import opened
from lib.ask.overview import article_lines, overview
from lib.ask.sources import sources
from lib.ask.stories import stories
from lib.ask.timeline import timeline
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
from lib.charts.volume import volume_chart
from lib.charts.wording import described_chart
from lib.evidence import Mark
from lib.store.engine import Store
from lib.view import View

Draw = Callable[[Store, View], list[str]]
#: Outlets whose own words stand on the first page of ``pages/wording.py``.
OUTLETS = 9


def _sent(*charts: Chart) -> list[str]:
    """Figures as they go to the browser."""
    return [chart.figure.to_json() for chart in charts]


def _overview(store: Store, view: View) -> list[str]:
    answer = overview(store, view)
    found = [len(stories(store, view)), len(article_lines(store, view, 12)), leads(store, view), alone(store, view)]
    return [str(found), *_sent(actors_chart(answer, None, view.unit), busiest_chart(answer, None))]


def _entities(store: Store, view: View) -> list[str]:
    known = catalogue(store)
    colours = source_colours([c.id for c in known.sources])
    answer = ranking(store, view)
    charts = [
        ranking_chart(answer, known.names, colours, None, view.unit, view.rate),
        together_chart(together(store, view), None),
    ]
    if answer.entities and (found := profile(store, view, answer.entities[0].id)):
        charts.append(days_chart("over-time", "", found.over_time, "mentions", known.names, colours, None))
    return _sent(*charts)


def _timeline(store: Store, view: View) -> list[str]:
    answer = timeline(store, view)
    colours = source_colours([c.id for c in catalogue(store).sources])
    first = timeline_chart(answer, colours, None) if answer.happenings else timeline_bins_chart(answer, None)
    return _sent(first, reported_chart(answer, None))


def _sources(store: Store, view: View) -> list[str]:
    answer = sources(store, view)
    if not answer.volumes:
        return []
    known = catalogue(store)
    colours = source_colours([c.id for c in known.sources])
    return _sent(
        volume_chart(answer, colours, None),
        actors_by_source_chart(answer, None),
        attribution_chart(answer, known.names, None),
        speakers_chart(answer, None),
        days_by_source_chart(answer, None),
    )


def _claims(store: Store, view: View) -> list[str]:
    answer = claims(store, view)
    if not answer.lines:
        return []
    found = claim(store, view, answer.lines[0].claim_id)
    charts = [agreement_chart(answer, None)]
    return _sent(*charts, *([standings_chart(found, answer.sources, None)] if found else []))


def _numbers(store: Store, view: View) -> list[str]:
    answer = ledger(store, view)
    colours = source_colours([c.id for c in catalogue(store).sources])
    return _sent(*(ledger_chart(t, n, answer.sources, colours, None) for n, t in enumerate(answer.topics)))


def _wording(store: Store, view: View) -> list[str]:
    answer = wording(store, view)
    colours = source_colours([c.id for c in catalogue(store).sources])
    own = own_words(store, view, tuple(answer.names)[:OUTLETS])
    charts = [distinctive_chart(s, answer.names[s], words, colours[s], None) for s, words in own.items()]
    if answer.actors:
        charts.append(described_chart(described(store, view, answer.actors[0].id), answer.names, None))
    return _sent(*charts)


def _article(store: Store, view: View) -> list[str]:
    lines = article_lines(store, view)
    found = reader(store, view.but(article=lines[0].article_id, mark=Mark("mentions"))) if lines else None
    return [found.text] if found else []


def _evidence(store: Store, view: View) -> list[str]:
    found = opened(store, catalogue(store), view.but(mark=Mark("mentions")))
    return [e.passage for e in found.items] if found else []


def _about(store: Store, view: View) -> list[str]:
    return [str(len(about(store).articles))]


PAGES: dict[str, Draw] = {
    "overview": _overview,
    "claims": _claims,
    "numbers": _numbers,
    "entities": _entities,
    "timeline": _timeline,
    "sources": _sources,
    "wording": _wording,
    "article": _article,
    "about": _about,
    "evidence of all mentions": _evidence,
}
