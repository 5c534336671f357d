"""Time what each page asks and draws under a series of filter changes.

measure(store, views(store), repeat=5)[0]      # Timing('overview', first=12.1, again=8.9, …) in milliseconds
"""

from __future__ import annotations

import datetime as dt
import statistics
import time
from dataclasses import dataclass

from lib.ask.catalogue import catalogue
from lib.bench.pages import PAGES, Draw
from lib.store.engine import Store
from lib.view import View


@dataclass(frozen=True, slots=True)
class Timing:
    """One page over all views, in milliseconds. ``first``: views not asked before; ``again``: asked repeatedly."""

    page: str
    first: float
    again: float
    slowest: float
    slowest_view: str


def views(store: Store) -> dict[str, View]:
    """Filter changes that a visitor makes, by name, with what the corpus holds."""
    known = catalogue(store)
    actors = [c.id for c in known.actors]
    found = {"everything": View(), "in articles": View(unit="articles")}
    if actors:
        found["top actor"] = View(actors=(actors[0],))
        found["rare actor"] = View(actors=(actors[-1],))
        found["two together"] = View(actors=tuple(actors[:2]), together=True)
    if known.sources:
        found["one outlet"] = View(sources=(known.sources[0].id,))
    if known.first and known.last:
        middle = known.first + (known.last - known.first) / 2
        found["a week"] = View(since=middle, until=middle + dt.timedelta(days=6))
        found["a week of events"] = View(since=middle, until=middle + dt.timedelta(days=6), dates="happened")
    found["people"] = View(types=("PERSON",))
    found["words"] = View(text="talks")
    return found


def measure(store: Store, under: dict[str, View], repeat: int) -> list[Timing]:
    """Every page under every view: once for the first time, then ``repeat`` times."""
    timings = []
    for page, draw in PAGES.items():
        first: dict[str, float] = {}
        again: list[float] = []
        for name, view in under.items():
            first[name] = milliseconds(draw, store, view)
            again.append(statistics.median([milliseconds(draw, store, view) for _ in range(max(1, repeat))]))
        slowest = max(first, key=lambda name: first[name])
        timings.append(
            Timing(page, statistics.median(first.values()), statistics.median(again), first[slowest], slowest)
        )
    return timings


def milliseconds(draw: Draw, store: Store, view: View) -> float:
    """How long one page takes under one view."""
    start = time.perf_counter()
    draw(store, view)
    return 1000 * (time.perf_counter() - start)
