"""What a page says when its filters leave nothing: which of them to loosen, each as a button.

if not answer.n:
    nothing_found(page, "dated events")
    st.stop()
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from lib.ui import state
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain
from lib.view import View


def nothing_found(page: OpenPage, what: str, *, compares: str = "") -> None:
    """The empty state: says which filter to loosen, and does it. ``what``: plural of what was looked for.

    ``compares``: what is said where nothing can be compared, since the whole corpus is of one outlet.
    """
    view = page.view
    narrowed = view.filtered or view.statuses or view.differs
    st.info(
        f"**No {what} under these filters.** Loosen one of them:" if narrowed else f"**This corpus has no {what}.**"
    )
    if compares and not narrowed and len(page.known.sources) < 2:
        st.text(f"{compares} This corpus has one outlet so far.")
        with st.container(key="aside"):
            page.link("bring", "Add an article of another outlet")
    loosen: list[tuple[str, dict[str, Any]]] = []
    if view.text:
        loosen.append((f"Any words (not only “{view.text}”)", {"text": ""}))
    if view.actors:
        loosen.append(("Any actor", {"actors": (), "together": False}))
    if view.sources:
        loosen.append(("All outlets", {"sources": ()}))
    if view.since or view.until:
        loosen.append(("Any date", {"since": None, "until": None}))
    if view.story:
        loosen.append(("All stories", {"story": ""}))
    if view.differs:
        loosen.append(("Any difference", {"differs": ()}))
    if view.statuses:
        loosen.append(("Events of every kind", {"statuses": ()}))
    if view.types:
        loosen.append(("All entity types", {"types": ()}))
    if view.once:
        loosen.append(("Wire stories in every outlet", {"once": False}))
    if view.sure:
        loosen.append(("Also what the build was unsure of", {"sure": False}))
    with st.container(horizontal=True):
        for number, (label, changes) in enumerate(loosen):
            st.button(plain(label), key=f"loosen-{number}", on_click=state.change, kwargs={**changes, "mark": None})
        if len(loosen) > 1:
            st.button(
                "Clear all filters", key="clear-all", on_click=state.write, args=(_open_view(view),), type="primary"
            )


def _open_view(view: View) -> View:
    return view.without_filters().but(statuses=(), differs=(), mark=None)
