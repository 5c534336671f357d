"""The share menu of a page: how to cite it, the page as files, its sentences as files, the view saved.

Every file is written on the click that asks for it, from what the page has shown by then.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lib.ask.catalogue import Catalogue, names_of
from lib.ask.opened import title
from lib.export.behind import behind
from lib.export.citation import Citation
from lib.export.formats import FORMATS, Format
from lib.export.links import Links
from lib.export.report import Contents, report
from lib.export.table import MOST_ROWS, linked, of_evidence
from lib.store.engine import Store
from lib.store.facts import evidence, total
from lib.store.said import with_said
from lib.ui.saved_views import save_view
from lib.ui.shown import Shown
from lib.view import View


def share_menu(page: str, store: Store, known: Catalogue, view: View, citation: Citation, shown: Shown) -> None:
    """A popover beside the heading."""
    stem = f"dateline-{known.corpus}-{page}"
    with st.popover("Cite or save", key="share"):
        st.caption("Cite this view")
        st.code(citation.line, language=None, wrap_lines=True)
        st.caption("This page as one file that opens in any browser")
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.download_button(
                "Report (HTML)",
                lambda: report(_contents(store, known, view, citation, shown)),
                file_name=f"{stem}.html",
                mime="text/html",
                key="share-report",
                on_click="ignore",
            )
            shown.open_n = total(store, view, view.mark) if view.mark else 0
            shown.size = st.empty()
        st.caption("The tables of this page")
        _downloads("share", [(f, f.bundle(stem), _every(f, shown, citation)) for f in FORMATS])
        if view.mark:
            st.caption("The sentences behind the open number")
            name = f"{stem}-sentences"
            _downloads(
                "sentences",
                [(f, f.file(name), _sentences(f, store, known, view, citation, shown.links)) for f in FORMATS],
            )
        save_view(page, store.folder.parent.parent, view, store.generation)
        st.caption("On paper or as PDF: print this page with the browser (Ctrl+P, ⌘P).")


Build = Callable[[], bytes]


def _every(form: Format, shown: Shown, citation: Citation) -> Build:
    return lambda: form.every(shown.every(), citation)


def _contents(store: Store, known: Catalogue, view: View, citation: Citation, shown: Shown) -> Contents:
    opened = behind(store, known, view, shown.charts)
    return Contents(citation, shown.charts, shown.tables, opened, view.mark, shown.links)


def _sentences(form: Format, store: Store, known: Catalogue, view: View, citation: Citation, links: Links) -> Build:
    def build() -> bytes:
        assert view.mark is not None
        n = total(store, view, view.mark)
        names = names_of(store, known, {value for _, value in view.mark.where})
        items = with_said(store, view.mark, evidence(store, view, view.mark, MOST_ROWS))
        return form.one(linked(of_evidence(title(view.mark, n, names), n, items), links), citation)

    return build


def _downloads(key: str, offered: list[tuple[Format, tuple[str, str], Build]]) -> None:
    """A button a format."""
    with st.container(horizontal=True, gap="small"):
        for form, (name, mime), build in offered:
            st.download_button(form.name, build, file_name=name, mime=mime, key=f"{key}-{form.key}", on_click="ignore")
