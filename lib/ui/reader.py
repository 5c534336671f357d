"""The reader: the article as written, its layers, and its rows beside it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lib.ask.article import Layer, Reader
from lib.evidence import Evidence
from lib.export.table import PLACE, Table
from lib.phrase import count
from lib.ui import state
from lib.ui.correct.link import correct_link
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain
from lib.ui.markup import article
from lib.ui.scroll import scroll_to_passage
from lib.ui.span import say_published

_LEGEND = (
    '<div class="dl-legend"><span class="dl-article"><span class="dl-name">name</span></span>'
    '<span class="dl-article"><span class="dl-date">date</span></span>'
    '<span class="dl-article"><span class="dl-event">dated happening</span></span>'
    '<span class="dl-article"><span class="dl-quote">quote</span></span>'
    '<span class="dl-article"><span class="dl-promo">not the article’s body: shown, never counted</span></span></div>'
)

#: Type of entity → what one of them is called.
_ONE = {
    "PERSON": "person", "ORG": "organisation", "COUNTRY": "country", "PLACE": "place", "GROUP": "group",
    "PRODUCT": "product", "EVENT": "named event", "OTHER": "other name",
}  # fmt: skip

#: What of an article can be corrected from here.
_CORRECT = (
    ("published", "Correct this: its day"),
    ("date", "a date in it"),
    ("drop", "something in it is not the article"),
    ("restore", "something left out is the article"),
)


def show_reader(page: OpenPage, found: Reader) -> None:
    """Text on the left, rows on the right."""
    day = say_published(found.published, found.published_start, found.published_end, found.published_how)
    st.header(plain(found.title) or "Without a headline", anchor=False)
    st.text(" · ".join(part for part in (found.source_name, found.author, day, count(found.n_words, "word")) if part))
    with st.expander("How source and date are known"):
        st.text(f"Source: {found.source_how} — {found.source_evidence or 'no evidence'}")
        st.text(f"Date: {found.published_how} — {found.published_evidence or 'no evidence'}")
        st.text(f"Read from: {found.path}")
        if found.url:
            st.text(f"Address: {found.url}")
    with st.container(key="correct-article-links", horizontal=True, gap="medium"):
        for kind, label in _CORRECT:
            correct_link(page.view, kind, label, article=found.article_id)
    with st.container(key="aside"):
        for other in found.same_story:
            label = f"The same wire story: {other.source} — {other.title or 'without a headline'}"
            page.link("article", plain(label), article=other.article_id)
            if other.why:
                st.caption(plain(other.why))
    # With evidence open there is no room for two columns: the rows then follow the text.
    left, right = (st.container(), st.container()) if page.view.mark else st.columns([3, 2], gap="large")
    with left:
        if page.view.mark:
            n = len(found.highlighted)
            with st.container(horizontal=True, vertical_alignment="center"):
                st.text(f"{count(n, 'passage')} of the open number highlighted here" if n else "Not in this article")
                _remove("Remove highlights")
        elif found.passage:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.text("The passage of the link is highlighted here")
                _remove("Remove highlight")
        st.html(_LEGEND)
        marked: Sequence[Evidence | Layer] = [found.passage] if found.passage else found.highlighted
        st.html(article(found.text, found.layers, marked, marked[0].start if marked else None))
        scroll_to_passage(f"{found.article_id} {page.view.mark.to_text() if page.view.mark else page.view.at}")
    with right:
        offered = _offer(page, found)
        shown = {name: table for name, table in found.tables.items() if table[1] or name != "Shared"}
        names = [f"{name} {len(rows)}" for name, (_, rows) in shown.items()]
        for tab, (name, (columns, rows)) in zip(st.tabs(names), shown.items(), strict=True):
            with tab:
                if rows:
                    frame = _in_words(pd.DataFrame(rows, columns=list(columns)))
                    st.dataframe(frame, hide_index=True, height=min(36 * len(rows) + 40, 640))
                    page.save(offered[name])
                else:
                    st.caption("None found in this article.")


def _remove(label: str) -> None:
    st.button(label, type="tertiary", on_click=state.change, kwargs={"mark": None, "at": ""})


def _offer(page: OpenPage, found: Reader) -> dict[str, Table]:
    """The article, and each kind of its rows, for the page's exports; the latter by name."""
    fields = ("outlet", "headline", "published", "published how", "author", "words", "text", "article", "url")
    row = (found.source_name, found.title, found.published, found.published_how, found.author, found.n_words)
    place = (found.article_id, found.url)
    page.offer("article", found.title or "Without a headline", fields, [(*row, found.text, *place)])
    offered = {}
    for name, (columns, rows) in found.tables.items():
        # Each table ends with its offsets.
        placed = [(*row[:-2], found.article_id, *row[-2:], found.url) for row in rows]
        offered[name] = page.offer(name.lower(), f"{name} of this article", (*columns[:-2], *PLACE), placed)
    return offered


def _in_words(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with types by their names instead of their codes."""
    return frame.assign(type=frame["type"].replace(_ONE)) if "type" in frame else frame
