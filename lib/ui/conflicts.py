"""Happenings that the outlets date differently, each with both chains of reasoning."""

from __future__ import annotations

import streamlit as st

from lib.ask.conflicts import Conflicts, Dated
from lib.export.table import PLACE
from lib.phrase import count
from lib.ui import state
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain
from lib.ui.markup import escape
from lib.ui.values import say_when


def show_conflicts(page: OpenPage, found: Conflicts) -> None:
    """A list, those with most dates first; nothing where no dates exclude each other."""
    if not found.n:
        return
    st.subheader("Dated differently", anchor=False)
    n = len(found.shown)
    more = f" The {n} of {found.n:,} statements that have most dates." if n < found.n else ""
    st.caption(
        "One statement of several outlets, with days that exclude each other. None of them is called right here." + more
    )
    for conflict in found.shown:
        with st.container(key=f"conflict-{conflict.claim_id}"):
            st.html(f'<p class="dl-passage">{escape(conflict.gist)}</p>')
            # An outlet that gives one date in several sentences is listed with it once.
            once: dict[tuple[str, str], Dated] = {}
            for dated in conflict.dates:
                once.setdefault((dated.source, dated.value), dated)
            for dated in once.values():
                said = f"<b>{escape(say_when(dated.value))}</b> “{escape(dated.words)}”"
                st.html(f'<p class="dl-difference">{said} <span>{escape(dated.source)}</span></p>')
            with st.container(horizontal=True, vertical_alignment="center"):
                with st.popover("How each was reasoned", type="tertiary", key=f"conflict-why-{conflict.claim_id}"):
                    for why in dict.fromkeys(dated.why for dated in conflict.dates):
                        st.text(why)
                st.button(
                    count(conflict.n, "sentence"), type="tertiary", key=f"conflict-open-{conflict.claim_id}",
                    on_click=state.change, kwargs={"mark": conflict.mark},
                )  # fmt: skip
                page.link("claims", plain("See the statement"), claim=conflict.claim_id, mark=None)
    page.offer(
        "dated-differently",
        "Dated differently",
        ("claim", "outlet", "date", "words", "reasoning", "claim id", *PLACE),
        [
            (c.gist, d.source, d.value, d.words, d.why, c.claim_id, d.article_id, d.start, d.end, d.url)
            for c in found.shown
            for d in c.dates
        ],
    )
