"""The choices that several forms of correction share: an entity, an article, a claim, a stretch of text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from lib.ask import correctable
from lib.ask.correctable import Stretch
from lib.ask.overview import ArticleLine, article_lines
from lib.parameters import shorten
from lib.store.engine import Store
from lib.ui import state
from lib.ui.articles import say_line
from lib.ui.frame import OpenPage
from lib.view import View

#: Days that can be chosen.
FIRST, LAST = dt.date(1000, 1, 1), dt.date(2999, 12, 31)


def entity(page: OpenPage, label: str = "Entity") -> str:
    """The view's entity, chosen among all of the corpus."""
    known = {e.id: e for e in _entities(page)}
    chosen = page.view.entity or None
    options = list(known) if chosen is None or chosen in known else [chosen, *known]
    st.selectbox(
        label,
        options,
        index=None,
        placeholder="Choose an entity",
        format_func=lambda i: _say(known[i]) if i in known else page.names.get(i, i),
        **state.bind("correct-entity", chosen, lambda v: {"entity": v or "", "mark": None}),
    )
    return chosen or ""


def other_entity(page: OpenPage, label: str, key: str, but: str, own: str = "") -> str | None:
    """Another entity; ``own`` is what an entity of its own is called in the list, '' where there is none."""
    known = {e.id: e for e in _entities(page) if e.id != but}
    return st.selectbox(
        label,
        ["", *known] if own else list(known),
        index=0 if own else None,
        placeholder="Choose an entity",
        format_func=lambda i: _say(known[i]) if i else own,
        key=key,
    )


def article(page: OpenPage) -> str:
    """The view's article, chosen among all of the corpus."""
    lines = {line.article_id: say_line(line) for line in page.ask(_lines)}
    chosen = page.view.article or None
    options = list(lines) if chosen is None or chosen in lines else [chosen, *lines]
    st.selectbox(
        "Article",
        options,
        index=None,
        placeholder="Choose an article",
        format_func=lambda i: lines.get(i, i),
        **state.bind("correct-article", chosen, lambda v: {"article": v or "", "mark": None}),
    )
    return chosen or ""


def claim(page: OpenPage) -> str:
    """The view's claim, chosen among all of the corpus."""
    known = {c.id: c for c in page.ask(_all_claims)}
    chosen = page.view.claim or None
    st.selectbox(
        "Claim",
        list(known) if chosen is None or chosen in known else [chosen, *known],
        index=None,
        placeholder="Choose a claim",
        format_func=lambda i: f"{shorten(known[i].name, 140)} ({known[i].n})" if i in known else i,
        **state.bind("correct-claim", chosen, lambda v: {"claim": v or "", "mark": None}),
    )
    return chosen or ""


def stretch(label: str, offered: Sequence[Stretch], key: str, at: int | None, empty: str) -> Stretch | None:
    """One stretch of the article; the one that the URL names is chosen."""
    if not offered:
        st.caption(empty)
        return None
    first = next((n for n, s in enumerate(offered) if at is not None and s.start <= at < s.end), None)
    number = st.selectbox(
        label,
        range(len(offered)),
        index=first,
        placeholder="Choose",
        format_func=lambda n: _stretch(offered[n]),
        key=f"{key}-{at}",
    )
    return None if number is None else offered[number]


def day(label: str, value: dt.date | None, key: str) -> dt.date | None:
    """A day, written 2022-02-03."""
    chosen = st.date_input(label, value=value, min_value=FIRST, max_value=LAST, format="YYYY-MM-DD", key=key)
    return chosen if isinstance(chosen, dt.date) else None


def _stretch(s: Stretch) -> str:
    return f"{shorten(s.text, 120)} · {s.kind}" if s.kind else shorten(s.text, 140)


def _say(e: correctable.Named) -> str:
    return f"{e.name} ({e.n:,})"


def _entities(page: OpenPage) -> tuple[correctable.Named, ...]:
    return page.ask(_all_entities)


def _all_entities(store: Store, view: View) -> tuple[correctable.Named, ...]:
    return correctable.entities(store)


def _all_claims(store: Store, view: View) -> tuple[correctable.Named, ...]:
    return correctable.claims(store)


def _lines(store: Store, view: View) -> tuple[ArticleLine, ...]:
    return article_lines(store, View(), correctable.MOST)
