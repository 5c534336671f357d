"""Each event with its sentence and how its date was reasoned."""

from __future__ import annotations

import streamlit as st

from lib.ask.timeline import Happening, Timeline, happenings
from lib.interval import say_day
from lib.ui import state
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain
from lib.ui.markup import escape

PAGE = 15
ANCHORS = {
    "published": "the day of publication",
    "dateline": "the dateline",
    "previous": "a date earlier in the text",
    "event": "another event",
    "explicit": "the words alone",
    "none": "nothing",
}


def reasoning(page: OpenPage, answer: Timeline) -> None:
    """The events in order, a page at a time; each opens to its reasoning."""
    st.subheader("Every event and how it was dated", anchor=False)
    listed = answer.happenings or page.ask(happenings, 400)
    number = st.pagination(-(-len(listed) // PAGE), key="events-page") if len(listed) > PAGE else 1
    for h in listed[(number - 1) * PAGE : number * PAGE]:
        with st.container(key=f"event-{h.event_id.replace(':', '-')}"):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.button(
                    f"**{h.when}** · {h.status}",
                    key=f"open-{h.event_id}",
                    type="tertiary",
                    on_click=state.change,
                    kwargs={"mark": h.mark},
                )
                st.caption(plain(f"{h.source_name}, {_reported(h)}"), width="content")
                with st.popover(f"How “{plain(h.words)}” was dated", type="tertiary", key=f"why-{h.event_id}"):
                    _chain(h)
            st.html(f'<p class="dl-passage">{escape(h.sentence)}</p>')


def _reported(h: Happening) -> str:
    if h.published is None:
        return "day of report not known"
    assumed = f" ({h.published_how})" if h.published_how in ("inferred", "assumed") else ""
    return f"reported {say_day(h.published)}{assumed}"


def _chain(h: Happening) -> None:
    anchor = ANCHORS[h.anchor_how] + (f", {say_day(h.anchor)}" if h.anchor else "")
    known = f"; that day is known from: {h.published_how}" if h.anchor_how == "published" else ""
    st.text(f"Words: “{h.words}”")
    st.text(f"Counted from: {anchor}{known}")
    st.text(f"Rule: {h.rule}")
    st.text(f"Reading: {h.date_why}")
    st.text(f"Result: {h.when}, precise to the {h.when.precision}")
    st.text(f"Why “{h.status}”: {h.event_why}")
    for value, why in h.readings:
        st.text(f"Other reading: {value} — {why}")
    if h.participants:
        st.text("Who: " + ", ".join(h.participants))
    if h.place:
        st.text(f"Where: {h.place}")
