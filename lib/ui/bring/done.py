"""The last step: what was kept, the way into it, and the way back to the build before."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from lib.phrase import count
from lib.ui.bring import engine
from lib.ui.bring.builds import return_to, show_builds
from lib.ui.bring.state import bringing
from lib.ui.bring.target import Target
from lib.ui.markdown import plain
from lib.ui.numbers import headline_numbers
from lib.ui.pages import PAGES
from lib.view import View

#: Outlets that are named.
NAMED = 12


def show_done(summary: engine.Summary, target: Target, corpora: Mapping[str, Path]) -> None:
    st.subheader(plain(f"{count(summary.n_kept, 'article')} kept in “{target.title or target.id}”"), anchor=False)
    headline_numbers(
        [
            ("Articles now", f"{summary.n_articles:,}", None),
            ("Outlets", f"{len(summary.sources):,}", None),
            ("Not kept", f"{summary.n_left_out:,}", None),
            ("To look at", f"{summary.n_problems:,}", None),
        ]
    )
    if summary.sources:
        most = sorted(summary.sources.items(), key=lambda item: (-item[1], item[0]))
        more = f", and {len(most) - NAMED} more" if len(most) > NAMED else ""
        st.text("By outlet: " + ", ".join(f"{name or 'not known'} {n:,}" for name, n in most[:NAMED]) + more)
    view = View(corpus=target.id).to_query()
    with st.container(key="bring-after", horizontal=True, vertical_alignment="center"):
        with st.container(key="bring-open-corpus", width="content"):
            st.page_link(PAGES["overview"].script, label="Open the corpus", query_params=view)
        st.button("Add more", key="bring-more", on_click=_more)
        if summary.before:
            st.button("Return to the build before", key="bring-return", type="tertiary", on_click=return_to,
                      args=(target.id, summary.before))  # fmt: skip
    if summary.n_problems:
        with st.container(key="aside"):
            st.page_link(
                PAGES["about"].script,
                label="What was odd or missing in an input, and what became of it",
                query_params=view,
            )
    show_builds(corpora)


def _more() -> None:
    state = bringing()
    state.step, state.summary, state.target = "inputs", None, None
