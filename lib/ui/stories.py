"""The list of stories on the overview: a chosen row holds every page to it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.ask.stories import StoryLine
from lib.phrase import count
from lib.ui import state
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain
from lib.ui.span import say_span

#: Stories in the list; the choice "Story" in the sidebar has all of the corpus.
LISTED = 500


def story_list(page: OpenPage, told: tuple[StoryLine, ...]) -> None:
    """The stories in view, where there is more than one, or a way back from the one chosen."""
    listed = told[:LISTED]
    if story := page.view.story:
        title = next((line.title for line in listed), story)
        with st.container(horizontal=True, vertical_alignment="center", key="one-story"):
            st.caption(plain(f"Held to one story: {title}"), width="content")
            st.button("All stories", type="tertiary", on_click=state.change, kwargs={"story": "", "mark": None})
        return
    if len(told) < 2:
        return
    several = sum(line.n_sources > 1 for line in told)
    shared = f", {several:,} of them told by two outlets or more" if several else ""
    st.subheader(count(len(told), "story", "stories") + shared, anchor=False)
    order = " Those that several outlets tell come first, then those of one." if 0 < several < len(told) else ""
    cut = f" The first {LISTED} are listed; the choice of a story in the sidebar has all." if len(told) > LISTED else ""
    st.caption(
        f"Articles near in time that share names and words.{order}{cut} Choose a row to hold every page to that story."
    )
    frame = pd.DataFrame(
        [
            (line.title, say_span(line.first, line.last), line.articles.n, line.n_sources, ", ".join(line.names))
            for line in listed
        ],
        columns=["story", "published", "articles", "outlets", "who sets it apart"],
    )
    st.dataframe(
        frame, hide_index=True, key="stories", on_select=lambda: _chosen(listed), selection_mode="single-row",
        column_config={"story": st.column_config.TextColumn(width="large")},
    )  # fmt: skip
    columns = ("story", "first published", "last published", "articles", "outlets", "who sets it apart", "mark")
    rows = [(x.title, x.first, x.last, x.articles.n, x.n_sources, x.names, x.articles.mark.to_text()) for x in told]
    page.save(page.offer("stories", "Stories in view", columns, rows))


def _chosen(listed: tuple[StoryLine, ...]) -> None:
    rows = st.session_state["stories"].selection.rows
    if rows and rows[0] < len(listed):
        state.change(story=listed[rows[0]].story_id, claim="", mark=None)
