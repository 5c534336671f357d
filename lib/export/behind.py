"""The sentences behind a page's numbers, as far as a report has room for them.

    behind(store, known, view, charts)      # the open mark first, then each chart's marks, in order

A report opens away from the app: what it does not carry it cannot show, so it says how many it left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lib.ask.catalogue import Catalogue, names_of
from lib.ask.opened import Opened, title
from lib.charts.chart import Chart
from lib.evidence import Mark
from lib.store.engine import Store
from lib.store.facts import evidence, total
from lib.store.said import with_said
from lib.view import View

#: Sentences of the open mark, of any other mark, and of the whole report.
MOST_OPEN, MOST_EACH, MOST_IN_ALL = 1_000, 25, 2_000
#: Each mark is two queries of some milliseconds.
MOST_MARKS = 250


def behind(store: Store, known: Catalogue, view: View, charts: Sequence[Chart]) -> tuple[Opened, ...]:
    """Each mark's title, number and first sentences; marks beyond the room are left out whole."""
    marks = list(dict.fromkeys(_marks(view, charts)))[:MOST_MARKS]
    names = names_of(store, known, {value for mark in marks for _, value in mark.where})
    found, room = [], MOST_IN_ALL
    for mark in marks:
        if room <= 0:
            break
        most = MOST_OPEN if mark == view.mark else MOST_EACH
        items = tuple(with_said(store, mark, evidence(store, view, mark, min(most, room))))
        n = len(items) if len(items) < min(most, room) else total(store, view, mark)
        room -= len(items)
        found.append(Opened(mark, title(mark, n, names), n, items, 0))
    return tuple(found)


def _marks(view: View, charts: Sequence[Chart]) -> Iterable[Mark]:
    if view.mark:
        yield view.mark
    for chart in charts:
        for text in chart.marks:
            if text:
                yield Mark.from_text(text)
