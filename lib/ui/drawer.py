"""The evidence drawer: what a mark's number counts, and the sentences that make it."""

from __future__ import annotations

import streamlit as st

from lib.ask.catalogue import Catalogue
from lib.ask.opened import Opened, opened, say_said
from lib.ask.timeline import Happening, happenings
from lib.evidence import Evidence
from lib.interval import say_day
from lib.store.engine import Store
from lib.ui import state
from lib.ui.chain import chain
from lib.ui.markdown import plain
from lib.ui.markup import passage
from lib.ui.pages import PAGES
from lib.view import View


def drawer(store: Store, known: Catalogue, view: View) -> None:
    """Show the open mark's evidence, or nothing. It stands beside the charts when wide, below when narrow."""
    if view.mark is None:
        return
    answer = opened(store, known, view, view.evidence_page - 1)
    if answer is None:
        return
    with st.container(key="evidence"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", wrap=False):
            st.subheader(plain(answer.title), anchor=False, width="stretch")
            st.button("Close", key="evidence-close", on_click=state.change, kwargs={"mark": None}, type="tertiary")
        if answer.about:
            st.caption(plain(f"“{answer.about}”"))
        if not answer.n:
            st.info(
                "Nothing stands behind this link under the present filters. Loosen a filter, or "
                "close this panel: a later build or a correction may have taken it away."
            )
        dated = _dated(store, view, answer)
        for number, item in enumerate(answer.items):
            _item(item, view, number, dated.get((item.article_id, item.start)))
        state.pages("set-evidence", answer.pages, view.evidence_page, lambda page: {"evidence_page": page})


def _dated(store: Store, view: View, answer: Opened) -> dict[tuple[str, int], Happening]:
    """For events: article and place → the event with the reasoning of its date."""
    if answer.mark.fact != "events" or not answer.items:
        return {}
    ids = tuple(f"{e.article_id}:{e.sentence_id}:{e.start}" for e in answer.items)
    return {(h.article_id, h.start): h for h in happenings(store, view, len(ids), ids)}


def _item(item: Evidence, view: View, number: int, event: Happening | None) -> None:
    with st.container(key=f"evidence-{number}"):
        date = say_day(item.published) if item.published else "no date"
        if item.published_how in ("inferred", "assumed"):
            date += f" ({item.published_how})"
        st.text(f"{item.source} · {date}")
        if item.said:
            st.text(say_said(item.said))
        st.html(passage(item))
        if event:
            with st.expander(f"{event.when} · {event.status}: how “{plain(event.words)}” was dated"):
                chain(event, view)
        st.page_link(
            PAGES["article"].script,
            label="Read in the article",
            query_params=view.but(article=item.article_id).to_query(),
        )
