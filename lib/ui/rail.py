"""The filter rail: the same on every page, drawn from the view and written back to the URL."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from lib.ask.catalogue import Catalogue
from lib.phrase import TYPE_NAMES
from lib.ui import state
from lib.view import View


def rail(
    known: Catalogue, view: View, names: Mapping[str, str], corpora: Mapping[str, Path], *, filtered: bool = True
) -> None:
    """Draw the filters into the sidebar; on a page that no filter changes (``filtered`` false) the corpus alone."""
    with st.sidebar:
        _corpus(known, corpora)
        if not filtered:
            if view.filtered:
                st.caption("Filters do not change this page; the other pages keep yours.")
            return
        st.html('<p class="dl-rail">Narrow down what is shown</p>')
        _story(known, view)
        sizes = {c.id: c.n for c in (*known.actors, *known.sources)}
        st.multiselect(
            "Actors",
            list(dict.fromkeys([*view.actors, *(c.id for c in known.actors)])),
            format_func=lambda i: f"{names.get(i, i)} ({sizes[i]:,})" if i in sizes else names.get(i, i),
            placeholder="People, organisations, countries",
            help="Keep the sentences that name any of these. In brackets: mentions in the whole corpus.",
            **state.bind("rail-actors", list(view.actors), lambda v: {"actors": tuple(v), "mark": None}),
        )
        if len(view.actors) > 1:
            st.toggle(
                "All of them in one sentence",
                **state.bind("rail-together", view.together, lambda v: {"together": v, "mark": None}),
            )
        st.multiselect(
            "Sources",
            [c.id for c in known.sources],
            format_func=lambda i: f"{names.get(i, i)} ({sizes.get(i, 0):,})",
            placeholder="All outlets",
            help="In brackets: articles in the whole corpus.",
            **state.bind("rail-sources", list(view.sources), lambda v: {"sources": tuple(v), "mark": None}),
        )
        _dates(known, view)
        st.pills(
            "Entity types",
            list(dict.fromkeys([*known.types, *view.types])),
            selection_mode="multi",
            format_func=lambda t: TYPE_NAMES[t],
            help="Keep the sentences that name such a thing, and count only these names.",
            **state.bind("rail-types", list(view.types), lambda v: {"types": tuple(v), "mark": None}),
        )
        st.text_input(
            "Words in the sentence",
            placeholder="e.g. false flag",
            **state.bind("rail-text", view.text, lambda v: {"text": v, "mark": None}),
        )
        st.toggle(
            "Hide what the build was unsure of",
            help="Leaves out names, dates and quotes with a score below 0.5.",
            **state.bind("rail-sure", view.sure, lambda v: {"sure": v, "mark": None}),
        )
        st.toggle(
            "Count a wire story once",
            help="Leaves out sentences that an outlet took over word for word from another article, also where the "
            "filters leave that article out. A sentence in which a word was changed counts.",
            **state.bind("rail-once", view.once, lambda v: {"once": v, "mark": None}),
        )
        if view.filtered:
            st.button("Clear all filters", width="stretch", on_click=state.write, args=(view.without_filters(),))


def _story(known: Catalogue, view: View) -> None:
    """Only where there is a choice: a corpus on one event has one story."""
    if len(known.stories) > 1:
        titles = {story.id: f"{story.name} ({story.n:,})" for story in known.stories}
        st.selectbox(
            "Story",
            list(titles),
            index=None,
            placeholder="All stories",
            format_func=lambda i: titles[i],
            help="Articles on one running event. In brackets: its articles.",
            **state.bind("rail-story", view.story or None, lambda v: {"story": v or "", "claim": "", "mark": None}),
        )


def _corpus(known: Catalogue, corpora: Mapping[str, Path]) -> None:
    if len(corpora) > 1:
        st.selectbox(
            "Corpus",
            list(corpora),
            **state.bind("rail-corpus", known.corpus, lambda name: _other_corpus(name)),
        )


def _other_corpus(name: str) -> None:
    """Ids belong to one corpus: another one starts with an open view."""
    state.write(View(corpus=name))


def _dates(known: Catalogue, view: View) -> None:
    st.segmented_control(
        "Dates",
        ["reported", "happened"],
        required=True,
        format_func=lambda v: "Day reported" if v == "reported" else "Day it happened",
        help="Reported: articles published in these days. Happened: sentences on events of these days.",
        **state.bind("rail-dates", view.dates, lambda v: {"dates": v, "mark": None} if v else None),
    )
    if known.first is None or known.last is None:
        first, last = dt.date(1900, 1, 1), dt.date(2100, 1, 1)
    elif view.dates == "reported":
        first, last = known.first, known.last
    else:
        first, last = dt.date(1900, 1, 1), known.last + dt.timedelta(days=3660)
    chosen = [d for d in (view.since, view.until) if d]
    low, high = min([first, *chosen]), max([last, *chosen])
    st.date_input(
        "From", value=None, min_value=low, max_value=high, format="YYYY-MM-DD",
        **state.bind("rail-from", view.since, lambda v: {"since": v, "mark": None}),
    )  # fmt: skip
    st.date_input(
        "To", value=None, min_value=low, max_value=high, format="YYYY-MM-DD",
        **state.bind("rail-to", view.until, lambda v: {"until": v, "mark": None}),
    )  # fmt: skip
