"""Each event with its sentence and how its date was reasoned."""

from __future__ import annotations

import streamlit as st

from lib.ask.timeline import Timeline, happenings
from lib.export.table import PLACE
from lib.ui import state
from lib.ui.chain import chain, reported
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain
from lib.ui.markup import telling

PAGE = 15
#: Events in the table of all.
MOST = 5_000
COLUMNS = (
    "happened", "first day", "day after", "status", "happening", "outlet", "headline", "published", "published how",
    "as written", "rule", "counted from", "reasoning", "participants", "place", "sentence", *PLACE,
)  # fmt: skip


def offer_events(page: OpenPage, answer: Timeline) -> None:
    """Every event in view as rows, for where the chart counts them: the first ``MOST``, in order of their day."""
    rows = [
        (
            str(h.when), h.when.start, h.when.end, h.status, h.trigger, h.source_name, h.title, h.published,
            h.published_how, h.words, h.rule, h.anchor, h.date_why, h.participants, h.place, h.sentence, h.article_id,
            h.start, h.end, h.url,
        )
        for h in page.ask(happenings, MOST)
    ]  # fmt: skip
    told = "Every event in view" if len(rows) == answer.n else f"The first {len(rows):,} of {answer.n:,} events in view"
    table = page.offer("every-event", told, COLUMNS, rows)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{told}, each with its place.", width="content")
        page.save(table)


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
