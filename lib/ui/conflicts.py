"""Happenings that the outlets date differently, each with both chains of reasoning."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from lib.ask.conflicts import Conflict
from lib.interval import say_day
from lib.phrase import count
from lib.ui import state
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain
from lib.ui.markup import escape


def _day(value: str) -> str:
    """'24 Jan 2022' where the value is a day, else as it is."""
    try:
        return say_day(dt.date.fromisoformat(value))
    except ValueError:
        return value


def show_conflicts(page: OpenPage, found: tuple[Conflict, ...]) -> None:
    """A list; nothing where no dates exclude each other."""
    if not found:
        return
    st.subheader("Dated differently", anchor=False)
    st.caption(
        "One statement of several outlets, with days that exclude each other. None of them is called right here."
    )
    for conflict in found:
        with st.container(key=f"conflict-{conflict.claim_id}"):
            st.html(f'<p class="dl-passage">{escape(conflict.gist)}</p>')
            for dated in conflict.dates:
                said = f"<b>{escape(_day(dated.value))}</b> “{escape(dated.words)}” <span>{escape(dated.source)}</span>"
                st.html(f'<p class="dl-difference">{said}</p>')
            with st.container(horizontal=True, vertical_alignment="center"):
                with st.popover("How each was reasoned", type="tertiary", key=f"conflict-why-{conflict.claim_id}"):
                    for dated in conflict.dates:
                        st.text(f"{dated.source}: {dated.why}")
                st.button(
                    count(conflict.n, "sentence"), type="tertiary", key=f"conflict-open-{conflict.claim_id}",
                    on_click=state.change, kwargs={"mark": conflict.mark},
                )  # fmt: skip
                page.link("claims", plain("See the statement"), claim=conflict.claim_id, mark=None)
    page.offer(
        "dated-differently",
        "Dated differently",
        ("statement", "outlet", "date", "words", "reasoning"),
        [(c.gist, d.source, d.value, d.words, d.why) for c in found for d in c.dates],
    )
