"""The corpus about itself: what was read, left out, assumed, and which inputs to look at."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.ask.about import About
from lib.evidence import Mark
from lib.phrase import count
from lib.ui.facts import show_facts
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain
from lib.ui.span import say_published

#: Problems told in words; the table has all.
FIRST = 12
ARTICLES = (
    "outlet", "outlet known from", "published", "published how", "first possible day", "day after the last", "evidence",
    "words", "characters left out", "read from", "article", "url",
)  # fmt: skip
PROBLEMS = ("input", "where", "what is wrong", "what is allowed", "what to do")


def show_about(page: OpenPage, answer: About) -> None:
    """Tables with a finding above each: first what a reader should doubt, last how it was made."""
    st.caption("Filters do not change this page: it tells how the whole corpus was made.")
    _problems(answer)
    st.subheader(_dates(answer), anchor=False)
    st.caption("How the outlet and the day of each article are known; days that no text states come first.")
    frame = pd.DataFrame(
        [
            (
                a.source, a.source_how, say_published(a.published, a.published_start, a.published_end, a.published_how),
                a.published_how, a.evidence, a.n_words, a.n_left_out, a.path,
            )
            for a in sorted(answer.articles, key=lambda a: a.published_how in ("metadata", "text", "given"))
        ],
        columns=[
            "outlet", "outlet known from", "published", "day known from", "evidence", "words", "characters left out",
            "read from",
        ],
    )  # fmt: skip
    st.dataframe(frame, hide_index=True)
    n = sum(spans for _, spans, _ in answer.left_out)
    st.subheader(f"{count(n, 'stretch', 'stretches')} of text marked as not the article’s body", anchor=False)
    st.caption(
        "Shown dimmed in the reader, never counted. Of a web page only the article was taken: the rest of the page is "
        "in no text and in none of these numbers."
    )
    st.dataframe(pd.DataFrame(answer.left_out, columns=["kind", "stretches", "characters"]), hide_index=True)
    n = sum(uses for _, uses in answer.rules)
    with st.expander(f"Rules by which {count(n, 'time expression')} were read"):
        st.dataframe(pd.DataFrame(answer.rules, columns=["rule", "time expressions"]), hide_index=True)
    with st.expander(f"How this build was made ({plain(page.store.generation)})"):
        st.dataframe(pd.DataFrame(answer.facts, columns=["kind", "name", "value"]), hide_index=True)


def _problems(answer: About) -> None:
    if not answer.problems:
        st.subheader("Every input could be used", anchor=False)
        return
    st.subheader(f"{count(len(answer.problems), 'input')} to look at", anchor=False)
    st.caption("What was odd or missing in it, what became of it, and what can be done.")
    show_facts(
        (f"{path}, {where}" if where else path, (f"{wrong}: {allowed}", remedy))
        for path, where, wrong, allowed, remedy in answer.problems[:FIRST]
    )
    if len(answer.problems) > FIRST:
        with st.expander(f"All {len(answer.problems):,}"):
            st.dataframe(pd.DataFrame(answer.problems, columns=list(PROBLEMS)), hide_index=True)


def offer_about(page: OpenPage, answer: About) -> None:
    """The same tables for the page's exports."""
    rows = [
        (
            a.source, a.source_how, a.published, a.published_how, a.published_start, a.published_end, a.evidence,
            a.n_words, a.n_left_out, a.path, a.article_id, a.url,
        )
        for a in answer.articles
    ]  # fmt: skip
    page.offer("articles", _dates(answer), ARTICLES, rows)
    page.offer("left-out", "Stretches marked as not the body", ("kind", "stretches", "characters"), answer.left_out)
    page.offer(
        "problems", "Inputs to look at: what was odd or missing, and what became of it", PROBLEMS, answer.problems
    )
    rules = [(rule, n, Mark("times", (("rule", rule),)).to_text()) for rule, n in answer.rules]
    page.offer("rules", "Rules that dated the time expressions", ("rule", "time expressions", "mark"), rules)
    page.offer("build", "How this build was made", ("kind", "name", "value"), answer.facts)


def _dates(answer: About) -> str:
    if not answer.n_assumed:
        return "Every publication date is stated by the article or its data"
    return f"{count(answer.n_assumed, 'publication date')} not stated: inferred, assumed or unknown"
