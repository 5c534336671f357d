"""The list of articles in view, as a table and as a choice."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lib.ask.overview import ArticleLine, Overview
from lib.interval import say_published
from lib.phrase import count
from lib.ui import state
from lib.ui.frame import OpenPage
from lib.ui.pages import PAGES


def say_line(line: ArticleLine) -> str:
    """One article in one line."""
    day = say_published(line.published, line.published_how)
    return f"{line.source} · {day} · {line.title or 'without a headline'}"


def article_list(page: OpenPage, answer: Overview) -> None:
    """Every article in view; a chosen row opens it in the reader."""
    st.subheader(count(answer.articles.n, "article"), anchor=False)
    st.caption("Choose a row to read the article.")
    frame = pd.DataFrame(
        [
            (str(a.published or "not known"), a.source, a.title, a.n_sentences, a.n_words, a.published_how)
            for a in answer.lines
        ],
        columns=["day", "source", "headline", "sentences in view", "words", "day known from"],
    )
    state_of = st.dataframe(
        frame, hide_index=True, key=f"articles-{len(answer.lines)}", on_select="rerun", selection_mode="single-row",
        column_config={"headline": st.column_config.TextColumn(width="large")},
    )  # fmt: skip
    rows = state_of["selection"]["rows"]
    if rows and rows[0] < len(answer.lines):
        view = page.view.but(article=answer.lines[rows[0]].article_id, mark=None)
        st.switch_page(PAGES["article"].script, query_params=view.to_query())
    if answer.articles.n > len(answer.lines):
        st.caption(f"The first {len(answer.lines)} are listed; filter to see others.")


def choose_article(page: OpenPage, listed: Sequence[ArticleLine]) -> None:
    """A choice among the articles in view; the one that is open is always among them."""
    lines = {line.article_id: say_line(line) for line in listed}
    chosen = page.view.article or None
    options = list(lines) if chosen is None or chosen in lines else [chosen, *lines]
    st.selectbox(
        "Article",
        options,
        index=None,
        placeholder="Choose an article",
        format_func=lambda i: lines.get(i, "the open article, which the filters leave out"),
        **state.bind("choose-article", chosen, lambda v: {"article": v or ""}),
    )
