"""Each event with its sentence and how its date was reasoned."""

from __future__ import annotations

import streamlit as st

from lib.ask.timeline import Timeline, happenings
from lib.ui import state
from lib.ui.chain import chain, reported
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain
from lib.ui.markup import telling

PAGE = 15


def reasoning(page: OpenPage, answer: Timeline) -> None:
    """The events in order, a page at a time; each opens to its reasoning."""
    st.subheader(
        f"All {answer.n:,} events and how each was dated" if answer.n > 1 else "How the event was dated", anchor=False
    )
    pages = -(-answer.n // PAGE)
    number = state.pages("set-events", pages, page.view.events_page, lambda turned: {"events_page": turned})
    # What the chart shows comes first, days before intervals; 1936 and 2014 follow.
    for h in page.ask(happenings, PAGE, (), (number - 1) * PAGE, answer.window):
        with st.container(key=f"event-{h.event_id.replace(':', '-')}"):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.button(
                    f"**{h.when}** · {h.status}",
                    key=f"open-{h.event_id}",
                    type="tertiary",
                    on_click=state.change,
                    kwargs={"mark": h.mark},
                )
                st.caption(plain(f"{h.source_name}, {reported(h)}"), width="content")
                with st.popover(f"How “{plain(h.words)}” was dated", type="tertiary", key=f"why-{h.event_id}"):
                    chain(h, page.view)
            # Two events of one sentence stand below each other: the bold words say which is which.
            st.html(telling(*h.parts))
