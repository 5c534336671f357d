"""Saved views on the page: saving this one, and the list of those there are, in the rail.

Whoever may not save sees the list and no more; the callbacks ask again, because a browser can send
any click.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from lib import generation
from lib.export.saved import MOST_NAME, MOST_NOTE, CannotSaveError, SavedView, delete, rename, save, saved
from lib.ui import permissions
from lib.ui.markdown import plain
from lib.ui.pages import PAGES
from lib.view import View

#: Views listed at once; with more than that a field to find them appears.
LISTED = 12


def save_view(page: str, corpus: Path, view: View, built: str) -> None:
    """Name, note and button; or the reason why there is none. ``built``: the generation shown."""
    st.caption("Save this view for everybody who opens this corpus")
    if not permissions.may("save"):
        st.text(permissions.why_not("save"))
        return
    st.text_input("Name", key="save-name", max_chars=MOST_NAME, placeholder="e.g. First days, by outlet")
    st.text_area("Note", key="save-note", max_chars=MOST_NOTE, height=68)
    st.button("Save view", key="save-view", on_click=_save, args=(page, corpus, view, built))


def _save(page: str, corpus: Path, view: View, built: str) -> None:
    def keep() -> None:
        name, note = st.session_state.get("save-name", ""), st.session_state.get("save-note", "")
        query = view.but(corpus="", generation="", corrections="").to_query()
        save(corpus, SavedView.new(name, note, page, query, built, permissions.who()))
        st.session_state["save-name"] = st.session_state["save-note"] = ""
        st.session_state["done"] = f"Saved as “{name.strip()}”: it is in the rail, under “Saved views”."

    _try(keep)


def _try(change: Callable[[], None]) -> None:
    """Make a change, or say why not."""
    if not permissions.may("save"):
        st.session_state["notice"] = permissions.why_not("save")
        return
    try:
        change()
    except CannotSaveError as error:
        st.session_state["notice"] = str(error)


def saved_list(corpus: Path, corpus_id: str, built: str) -> None:
    """The saved views of a corpus, newest first; nothing where there are none."""
    found = saved(corpus)
    if not found.views and not found.notices:
        return
    with st.expander(f"Saved views ({len(found.views)})", key="saved-views"):
        views = found.views
        if len(views) > LISTED:
            words = st.text_input("Find a saved view", key="saved-find").casefold()
            views = tuple(v for v in views if words in f"{v.name} {v.note}".casefold())
        for one in views[:LISTED]:
            _listed(one, corpus, corpus_id, built)
        if len(views) > LISTED:
            st.caption(f"and {len(views) - LISTED} more; name one to find it.")
        for notice in found.notices[:3]:
            st.caption(plain(notice))


def _listed(one: SavedView, corpus: Path, corpus_id: str, built: str) -> None:
    page = PAGES.get(one.page, PAGES["overview"])
    view = View.from_query(one.query).but(corpus=corpus_id, generation="")
    with st.container(key=f"saved-{one.id}", gap=None):
        st.page_link(page.script, label=plain(one.name), query_params=view.to_query())
        # An address is kept because sign-in vouches for it; it is for those who save views too.
        who = f" by {one.who}" if one.who and permissions.may("save") else ""
        st.caption(plain(f"{page.name} · saved {one.when[:10]}{who}"))
        if one.note:
            st.text(one.note)
        if one.generation != built and one.generation in generation.generations(corpus):
            then = view.but(generation=one.generation)
            st.page_link(page.script, label="On the data of then", query_params=then.to_query())
        if permissions.may("save"):
            _edit(one, corpus)


def _edit(one: SavedView, corpus: Path) -> None:
    with st.popover("Rename or delete", type="tertiary", key=f"edit-{one.id}"):
        st.text_input("Name", value=one.name, key=f"name-{one.id}", max_chars=MOST_NAME)
        st.text_area("Note", value=one.note, key=f"note-{one.id}", max_chars=MOST_NOTE, height=68)
        with st.container(horizontal=True):
            st.button("Keep", key=f"rename-{one.id}", on_click=_rename, args=(corpus, one.id))
            st.button("Delete", key=f"delete-{one.id}", on_click=_delete, args=(corpus, one.id))


def _rename(corpus: Path, view_id: str) -> None:
    name, note = st.session_state[f"name-{view_id}"], st.session_state[f"note-{view_id}"]
    _try(lambda: rename(corpus, view_id, name, note, permissions.who()))


def _delete(corpus: Path, view_id: str) -> None:
    _try(lambda: delete(corpus, view_id, permissions.who()))
