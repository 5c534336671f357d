"""The builds of a corpus that are still there, and the way back to one of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from lib.interval import say_day
from lib.phrase import count
from lib.ui import corpus as data
from lib.ui import permissions
from lib.ui.bring import engine
from lib.ui.bring.state import bringing
from lib.ui.markdown import plain
from lib.ui.pages import PAGES
from lib.view import View


def show_builds(corpora: Mapping[str, Path]) -> None:
    """For the corpus that is chosen to be added to; nothing for a new one."""
    name = bringing().choice or ""
    if name not in corpora:
        return
    part = st.expander(plain(f"Builds of “{name}”"), key="bring-builds", type="compact", on_change="rerun")
    if not part.open:
        return
    with part:
        st.caption("The newest five builds are kept. What a build does not hold waits and is not lost.")
        for one in engine.generations_of(corpora[name]):
            _build(name, one)


def _build(corpus: str, one: engine.Kept) -> None:
    with st.container(key=f"bring-build-{one.name}", horizontal=True, vertical_alignment="center"):
        st.text(f"{say_build(one)} · {count(one.n_articles, 'article')}", width="content")
        view = View(corpus=corpus) if one.is_current else View(corpus=corpus, generation=one.name)
        st.page_link(PAGES["overview"].script, label="Look at it", query_params=view.to_query(), width="content")
        if one.is_current:
            st.caption("the current one", width="content")
        else:
            st.button("Return to it", key=f"bring-return-{one.name}", type="tertiary", on_click=return_to,
                      args=(corpus, one.name))  # fmt: skip


def say_build(one: engine.Kept) -> str:
    return f"{say_day(one.built.date())}, {one.built:%H:%M} UTC"


def return_to(corpus: str, name: str) -> None:
    """Make a build the current one. For callbacks."""
    state = bringing()
    if not permissions.may("add"):
        state.notice = permissions.why_not("add")
        return
    folder = data.corpora().get(corpus)
    try:
        if folder is None:
            state.notice = f"The corpus “{corpus}” is not there any more."
            return
        engine.returns_to(folder, name)
    except (OSError, RuntimeError) as error:  # the build is gone, or another one is running
        state.notice = str(error)
        return
    now = next((one for one in engine.generations_of(folder) if one.is_current), None)
    size = f" with {count(now.n_articles, 'article')}" if now else ""
    st.session_state["done"] = f"“{corpus}” is back at its build{size}. Later additions wait: return to them below."
    state.step, state.summary, state.choice = "inputs", None, corpus
    st.session_state["bring-builds"] = True
