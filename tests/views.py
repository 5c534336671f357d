"""Hypothesis strategies for views."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from lib.evidence import DIMENSIONS, GRAINS, UNITS, Mark
from lib.schema import DIFFERENCES, LABELS, STATUSES
from lib.view import View
from tests.corpora import ENTITIES

DAYS = st.dates(dt.date(2022, 1, 20), dt.date(2022, 2, 15))
WORDS = st.sampled_from(["", "", "the", "Russia", "met in", "xyzzy", "%", "'"])
SLUGS = ("harbor-wire", "the-meridian-post", "northgate-herald")


def _some(values: object, most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(list(values)), max_size=most, unique=True).map(tuple)  # type: ignore[call-overload]


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    fact = draw(st.sampled_from(list(DIMENSIONS)))
    names = draw(_some(DIMENSIONS[fact]))
    return Mark(fact, tuple((name, draw(st.text(max_size=20))) for name in names), draw(st.sampled_from(UNITS)))


@st.composite
def views(draw: st.DrawFn, text: st.SearchStrategy[str] | None = None) -> View:
    days = sorted(draw(st.lists(DAYS, min_size=2, max_size=2)))
    return View(
        actors=draw(_some(ENTITIES)),
        together=draw(st.booleans()),
        sources=draw(_some(SLUGS)),
        since=draw(st.sampled_from([None, days[0]])),
        until=draw(st.sampled_from([None, days[1]])),
        dates=draw(st.sampled_from(["reported", "happened"])),
        types=draw(_some(LABELS)),
        text=draw(WORDS if text is None else text),
        sure=draw(st.booleans()),
        once=draw(st.booleans()),
        unit=draw(st.sampled_from(UNITS)),
        rate=draw(st.booleans()),
        grain=draw(st.sampled_from(["auto", *GRAINS])),
        statuses=draw(_some(STATUSES)),
        story=draw(st.sampled_from(["", "", "early", "late", "nothing"])),
        differs=draw(_some(DIFFERENCES, 1)),
        page=draw(st.sampled_from([1, 1, 2, 7])),
    )
