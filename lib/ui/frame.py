"""The page frame: one call that every page makes, and that makes every page complete by itself.

    page = open_page("timeline")          # reads the URL, draws navigation, rail, title, evidence
    answer = page.ask(timeline)           # the question under the view, kept between redraws
    page.show(timeline_chart(answer, page.colours, page.view.mark))

No page relies on another having run: a cold deep link to any of them works.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st

from lib.ask.catalogue import Catalogue, names_of
from lib.ask.followed import followed
from lib.ask.nearest import nearest
from lib.ask.subject import claim_words, subject
from lib.charts.chart import Chart
from lib.charts.theme import source_colours
from lib.export.citation import Citation, cite
from lib.export.embed import embed_address
from lib.export.links import Links
from lib.export.table import Table, of_rows
from lib.generation import NoGenerationError
from lib.phrase import describe
from lib.store.engine import Store
from lib.ui import corpus as data
from lib.ui import state
from lib.ui.address import page_address
from lib.ui.drawer import drawer
from lib.ui.embedded import Embedded
from lib.ui.first_start import build_sample
from lib.ui.frozen import freeze_labels
from lib.ui.home import mend_home_links
from lib.ui.markdown import plain
from lib.ui.markup import escape
from lib.ui.newer import offer_newer
from lib.ui.pages import PAGES
from lib.ui.rail import rail
from lib.ui.saved_views import saved_list
from lib.ui.share import copy_link
from lib.ui.share_menu import share_menu
from lib.ui.show import WayOut, show
from lib.ui.shown import Shown
from lib.ui.sign_in import require_reader, sign_in_line
from lib.ui.standing import Standing, affordable, say_standing, standing
from lib.ui.table_menu import table_menu
from lib.view import View

_STYLE = Path(__file__).with_name("style.css")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class OpenPage:
    """What a page works with."""

    key: str
    store: Store
    view: View
    known: Catalogue
    names: Mapping[str, str]
    colours: Mapping[str, str]
    citation: Citation
    base: str
    shown: Shown
    standing: Standing
    embedded: Embedded | None = None

    @property
    def linked(self) -> View:
        """The view as a link names it: with the corrections that it is shown under."""
        return self.standing.in_link(self.view)

    def ask(self, question: Callable[..., Answer], *more: Any) -> Answer:
        """A question under this page's view."""
        return data.ask(question, self.store, self.view, *more)

    def show(self, chart: Chart) -> None:
        """Draw a chart with its title, its table and its downloads."""
        if self.embedded:
            self.embedded.show(chart, self.view)
            return
        self.shown.add_chart(chart)
        link = embed_address(self.base, self.linked, self.known.corpus, self.store.generation, chart.key)
        show(chart, self.view, WayOut(self.citation, link, self.shown.links))

    def offer(self, key: str, title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Table:
        """Name a table that the page shows by other means, so that the page's exports hold it too."""
        table = of_rows(key, title, columns, rows)
        self.shown.add_table(table)
        return table

    def save(self, table: Table) -> None:
        """Draw the downloads of an offered table, here."""
        table_menu(table, self.citation, self.shown.links)

    def link(self, page: str, label: str, **changes: Any) -> None:
        """A link to a page under this view, with some fields changed."""
        st.page_link(PAGES[page].script, label=label, query_params=self.view.but(**changes).to_query())


def open_page(key: str) -> OpenPage:
    """Draw everything that pages share. Stops the script with an explanation where there is nothing to show."""
    page = PAGES[key]
    st.set_page_config(page_title=f"{page.name} · Dateline", layout="wide", initial_sidebar_state="auto")
    st.html(_STYLE)
    require_reader()
    state.arrive(key)
    asked, notices = state.read()
    corpora = data.corpora()
    store, stand, generation_notices = _open(asked, corpora)
    if asked.generation not in ("", store.generation):
        asked = asked.but(generation="")  # gone: links from here on name what is shown
    view, left_out = nearest(store, followed(asked, stand.shown, store))
    known = data.catalogue_of(store)
    ids = {*view.actors, view.entity, *(value for _, value in (view.mark.where if view.mark else ()))}
    names = names_of(store, known, ids)
    opened = _opened(key, store, view, known, names, stand)
    if opened.embedded:
        drawer(store, known, view)
        return opened
    with st.sidebar:
        st.html('<div class="dl-brand">Dateline</div><div class="dl-motto">One event, every outlet</div>')
    _navigation(key, view)
    rail(known, view, names, corpora, filtered=page.filtered)
    with st.sidebar:
        saved_list(store.folder.parent.parent, known.corpus, store.generation)
        sign_in_line()
    _heading(opened)
    freeze_labels()
    mend_home_links()
    typed = st.session_state.pop("notice", "")
    for notice in (*notices, *generation_notices, *left_out, typed):
        if notice:
            st.warning(plain(notice))
    if done := st.session_state.pop("done", ""):
        st.success(plain(done))
    offer_newer(store, view)
    drawer(store, known, view)
    return opened


def _opened(
    key: str, store: Store, view: View, known: Catalogue, names: Mapping[str, str], stand: Standing
) -> OpenPage:
    shown = PAGES[key]
    base = page_address(st.context.url or "", shown.script)
    question = "" if shown.filtered else shown.question
    # A claim stays in the address when the reader goes on to a page that shows none.
    named = {**names, view.claim: claim_words(store, view) or view.claim} if view.claim else names
    citation = cite(
        stand.in_link(view), known, store.generation, named, base, dt.datetime.now(dt.UTC).date(),
        question, shown.name, subject(store, view, key),
    )  # fmt: skip
    colours = source_colours([c.id for c in known.sources], known.beside)
    # A page that no filter changes opens its numbers without them.
    seen = stand.in_link(view if shown.filtered else view.without_filters())
    article = page_address(st.context.url or "", PAGES["article"].script)
    links = Links.of(base, article, seen, known.corpus, store.generation)
    wanted = state.embedded_chart()
    embedded = Embedded(wanted, citation.address, citation.says) if wanted else None
    return OpenPage(key, store, view, known, names, colours, citation, base, Shown(links), stand, embedded)


def _open(view: View, corpora: Mapping[str, Path]) -> tuple[Store, Standing, tuple[str, ...]]:
    if not corpora:
        failure = build_sample()
        if not failure:
            st.rerun()
        st.title("Nothing has been built yet")
        st.text(f"The sample corpus could not be built: {failure}")
        st.text("Build your own articles and open them with:")
        st.code("python -m lib.build ARTICLES --into data/built/mine\nmake run CORPUS=data/built/mine", language="bash")
        st.stop()
    notice = ""
    name = view.corpus if view.corpus in corpora else next(iter(corpora))
    if view.corpus and view.corpus not in corpora:
        notice = f"There is no corpus “{view.corpus}” here; “{name}” is shown. Corpora: {', '.join(corpora)}."
    try:
        folder, said = data.folder(corpora[name], view.generation)
        stand, too_few = standing(corpora[name], view)
        stand, too_many = affordable(stand, folder)
        store, not_applied = data.under(folder, stand.shown, stand.log.standing())
        return store, stand, (notice or said, too_few, too_many, not_applied)
    except (NoGenerationError, FileNotFoundError) as error:
        st.title("This corpus cannot be opened")
        st.text(str(error))
        st.stop()


def _navigation(key: str, view: View) -> None:
    """Pages that a view is read on stand above it; those about the data itself, under the brand."""
    with st.container(key="navigation", horizontal=True, gap="small"):
        _links(key, view, filtered=True)
    with st.sidebar, st.container(key="tools", horizontal=True, gap="small"):
        _links(key, view, filtered=False)


def _links(key: str, view: View, *, filtered: bool) -> None:
    for name, page in PAGES.items():
        if page.filtered == filtered:
            target = view.but(mark=None, page=1, article=view.article if name == "article" else "")
            with st.container(key=f"nav-{'here-' if name == key else ''}{name}", width="content"):
                st.page_link(page.script, label=page.name, query_params=target.to_query())


def _heading(page: OpenPage) -> None:
    """The page's question in large type; below it, where filters matter, what exactly is looked at."""
    shown = PAGES[page.key]
    if shown.of_corpus and page.known.title:
        st.html(f'<p class="dl-kicker">{escape(page.known.title)}</p>')
    if shown.filtered:
        st.html(f'<p class="dl-question">{escape(shown.question)}</p>')
    with st.container(
        key="heading-view" if shown.filtered else "heading-page",
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", wrap=False,
    ):  # fmt: skip
        sentence = describe(page.view, page.names, len(page.known.sources)) if shown.filtered else shown.question
        st.title(plain(sentence), anchor=False, width="stretch")
        with st.container(key="ways-out", horizontal=True, gap="small", width="content", vertical_alignment="center"):
            copy_link(page.linked, page.known.corpus, page.store.generation)
            share_menu(page.key, page.store, page.known, page.view, page.citation, page.shown)
    st.html(f'<p class="dl-cite">{escape(page.citation.line)}</p>')
    say_standing(page.standing, page.view)
    if page.known.note and shown.of_corpus:
        st.html(f'<p class="dl-note">{escape(page.known.note)}</p>')
