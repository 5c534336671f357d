"""A link names the data that it was made on: when it has been built again since, the page says so.

It shows that data as long as it is there, says what has changed in size, and offers the present one.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lib import generation
from lib.phrase import count
from lib.store.engine import Store
from lib.ui import corpus as data
from lib.ui import state
from lib.view import View


def offer_newer(store: Store, view: View) -> None:
    """For a view of an older generation: how the present one differs in size, and a link to it."""
    corpus: Path = store.folder.parent.parent
    try:
        now = generation.current(corpus)
        if not view.generation or now.name == store.generation:
            return
        then_n, now_n = (_articles(s) for s in (store, data.open_store(str(now))))
    except FileNotFoundError:
        return
    with st.container(key="newer", horizontal=True, vertical_alignment="center"):
        st.caption(f"{count(then_n, 'article')} then, {now_n:,} now.", width="content")
        target = view.but(generation="", mark=None)
        # A button: a link to the page that one is on changes nothing where no parameter is left.
        st.button(
            "Show this view on the data of now", type="tertiary", key="newer-now", on_click=state.write, args=(target,)
        )


def _articles(store: Store) -> int:
    return int(store.one("select count(*) from articles"))
