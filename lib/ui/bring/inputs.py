"""The first step: where articles come from, what the limits are, and which corpus they are added to."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from lib.phrase import count
from lib.ui import permissions
from lib.ui.bring import engine
from lib.ui.bring.builds import show_builds
from lib.ui.bring.columns import show_columns
from lib.ui.bring.reading import (
    MOST_MB,
    MOST_PASTED_MB,
    MOST_TOGETHER_MB,
    READ_ALL,
    inputs,
    read_address,
    read_files,
    read_pasted,
)
from lib.ui.bring.state import bind, bringing
from lib.ui.bring.target import NEW, is_sample
from lib.ui.markdown import plain

TABS = ("Paste", "Files", "Web address")
FORMATS = (
    "Text, HTML and saved pages, PDF with text, Word, e-mail; tables: CSV, TSV, Excel, Parquet, JSON and JSON lines; "
    "RSS and Atom, WARC; a ZIP of any of these."
)
_EXAMPLE = "Ministers meet over grain exports\nSource: Harbor Wire\nPublished: 3 February 2022\n\nVIENNA — …"


def show_inputs(corpora: Mapping[str, Path], shown: str) -> None:
    """``shown``: the corpus that the page has open."""
    state = bringing()
    if state.preview is not None:
        with st.container(key="bring-waiting", horizontal=True, vertical_alignment="center"):
            st.caption(f"A preview of {count(len(state.preview.articles), 'article')} is waiting.", width="content")
            st.button("Go back to it", type="tertiary", on_click=_to_preview)
    _target(corpora, shown)
    paste, files, web = st.tabs(list(TABS), key="bring-tabs", default=state.tab)
    with paste:
        _paste()
    with files:
        _files()
    with web:
        _web()
    _together()
    _limits()
    show_builds(corpora)


def _target(corpora: Mapping[str, Path], shown: str) -> None:
    state = bringing()
    open_to = [name for name, folder in corpora.items() if not is_sample(folder)]
    options = [*open_to, NEW]
    if state.choice not in options:
        state.choice = shown if shown in open_to else NEW
    with st.container(key="bring-target", horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Add to",
            options,
            format_func=lambda name: "A new corpus" if name == NEW else name,
            help="A corpus is a collection of articles that is shown by itself. The sample is never changed.",
            **bind("bring-choice", "choice"),
        )
        if state.choice == NEW:
            st.text_input(
                "Name of the new corpus", max_chars=60, placeholder="e.g. Grain talks", **bind("bring-name", "name")
            )
    if state.choice == NEW and any(is_sample(folder) for folder in corpora.values()):
        st.checkbox("Begin it with a copy of the sample’s articles", **bind("bring-copy", "with_copy"))


def _paste() -> None:
    state = bringing()
    st.text_area("The text of one article, or of several", height=260, placeholder=_EXAMPLE,
                 **bind("bring-words", "words"))  # fmt: skip
    st.caption(
        "Paste it as it is, with its headline and whatever came along: what is not the article is marked, not deleted. "
        f"Put a line of === between two articles. At most {MOST_PASTED_MB} MB."
    )
    with st.container(key="bring-paste-buttons", horizontal=True):
        st.button("See what was understood", key="bring-read-pasted", type="primary", on_click=read_pasted)
        if state.words.strip():
            st.button("Paste another one below", key="bring-next-pasted", on_click=_begin_another)


def _files() -> None:
    state = bringing()
    st.file_uploader("Drop files here", accept_multiple_files=True, max_upload_size=MOST_MB, key="bring-files")
    st.caption(
        f"{FORMATS} At most {MOST_MB} MB a file, 20 MB a file of one article, {MOST_TOGETHER_MB} MB together. "
        "One that is marked red is over the limit and is not read."
    )
    for number, (name, upload) in enumerate(state.held.items()):
        with st.container(key=f"bring-held-{number}", horizontal=True, vertical_alignment="center"):
            st.text(f"{upload.shown_name} · {_size(len(upload.data))} · read before", width="content")
            st.button("Remove", key=f"bring-drop-{number}", type="tertiary", on_click=_drop, args=(name,))
    show_columns()
    st.button("See what was understood", key="bring-read-files", type="primary", on_click=read_files)


def _web() -> None:
    if not permissions.may("fetch"):
        st.text(permissions.why_not("fetch"))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Address of an article or of a feed (RSS, Atom)", placeholder="https://www.example.org/world.rss",
            max_chars=2000, **bind("bring-address", "address"),
        )  # fmt: skip
        st.number_input(
            "Articles of a feed, at most", min_value=1, max_value=200, width=220, **bind("bring-at-most", "at_most")
        )
    st.caption(
        "Fetched from this computer, one after another. A site that asks robots to stay away is left alone; addresses "
        "inside of a private network are refused."
    )
    st.button("Fetch and see what was understood", key="bring-read-address", type="primary", on_click=read_address)


def _together() -> None:
    """Who filled two tabs is told, before pressing a button of either, that both are read."""
    brought = inputs()
    if brought.doing == READ_ALL:
        st.caption(f"Read together: {brought.said}. What you do not want read, take out of its tab.")


def _limits() -> None:
    limits = st.expander("All limits", key="bring-limits", type="compact", on_change="rerun")
    if limits.open:
        with limits:
            for what, how_much in engine.limits_in_words():
                st.text(f"{what}: {how_much}")


def _size(n: int) -> str:
    return f"{n / 1_000_000:,.1f} MB" if n >= 100_000 else f"{n / 1000:,.1f} kB"


def _begin_another() -> None:
    """Draw the line between two articles for who does not know of it."""
    state = bringing()
    state.words = f"{str(st.session_state.get('bring-words', state.words)).rstrip()}\n\n===\n\n"


def _drop(name: str) -> None:
    bringing().held.pop(name, None)


def _to_preview() -> None:
    bringing().step = "preview"


def show_notice() -> None:
    """What went wrong at the last click, once."""
    state = bringing()
    if state.notice:
        st.warning(plain(state.notice))
        state.notice = ""
