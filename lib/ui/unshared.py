"""Told by one outlet alone, on the page: how many statements, then those of one outlet, each with its nearest sentence.

"Alone" is a finding about the articles loaded and about what was recognised, and every line says so: how many articles
were looked through, what came nearest, and how near.
"""

from __future__ import annotations

import math

import streamlit as st

from lib.ask.unshared import MOST, PAGE, Alone, NearestSentence, Outlet, Unshared, every_unshared, statements
from lib.charts.unshared import unshared_chart
from lib.export.table import PLACE, Table
from lib.interval import say_published
from lib.phrase import ATTRIBUTION_NAMES, count
from lib.ui import state
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain
from lib.ui.markup import escape
from lib.ui.pages import PAGES

#: Key of the container in which this part of the page stands.
ALONE = "part-alone"
HEADING = "Told by one outlet alone"
#: ``related_score`` of claims.toml; one in eight: measured on the gold that nothing was chosen by (``alone`` in
#: docs/quality.md).
HOW = (
    "Sentences with a name, a number, a date or a quote were looked for in all loaded articles of the other outlets on "
    "the same story, whatever the filters. Each has the sentence that came nearest, with a score of 0 to 1; from 0.15 "
    "on, it stands apart as perhaps told elsewhere too. Not found is not omitted: an outlet may tell it in an article "
    "that is not loaded, or in words that were not recognised. Where people compared every sentence, about one in "
    "eight of those listed as not found was told elsewhere all the same."
)
_COLUMNS = (
    "outlet", "published", "headline", "statement", "attributed to", "speaker", "found elsewhere", "score",
    "nearest outlet", "nearest sentence", "nearest article", "why", *PLACE,
)  # fmt: skip
_PARTS = {False: "Not found in another outlet", True: "Perhaps also told by another outlet"}


def show_unshared(page: OpenPage, found: Unshared) -> None:
    """The part of the page: numbers, then a list of one outlet's statements; in words where there is nothing."""
    with st.container(key=ALONE):
        st.header(HEADING, anchor=False, divider="gray")
        if why := say_nothing(found, len(page.known.sources)):
            st.text(why)
            return
        st.caption(HOW)
        if found.n_uncompared:
            st.caption(say_uncompared(found.n_uncompared))
        page.show(unshared_chart(found, page.view.mark))
        chosen = _choose(page, found)
        if chosen:
            _list(page, chosen)
        table = _table(page, found)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"{table.title}, each with its place.", width="content")
            page.save(table)


def say_nothing(found: Unshared, n_sources: int) -> str:
    """Why no statement can be listed; '' where some are. ``n_sources``: outlets of the corpus."""
    if found.too_old:
        return "This corpus was built before such statements were looked for. Build it again to see them."
    if found.outlets:
        return ""
    if n_sources < 2:
        return "This corpus has one outlet: there is no other one to compare it with."
    said = "Under these filters there is no statement that was not found in another outlet."
    return f"{said} {say_uncompared(found.n_uncompared)}" if found.n_uncompared else said


def say_uncompared(n: int) -> str:
    """Articles that nothing can be compared with."""
    whose = "tells a story" if n == 1 else "tell stories"
    return f"Left out: {count(n, 'article')} in view {whose} of which no other outlet has an article."


def say_search(line: Alone) -> str:
    """What was looked through for one statement, and what was found."""
    where = f"the other outlets’ {count(line.n_searched, 'loaded article')} on this story"
    if not line.nearest:
        return f"Looked for in {where}. {line.why}"
    near = f"the nearest is one of {line.nearest.source}, score {say_score(line.score)}"
    why = line.why.replace("Missing:", "It lacks:")
    if line.perhaps:
        return f"In {where}, {near}: near enough that it may state the same. {why}"
    return f"No sentence of {where} was found that states this; {near}. {why}"


def say_score(score: float) -> str:
    """Two digits, cut: what is short of the threshold is not shown as if it reached it."""
    return f"{math.floor(100 * score + 1e-9) / 100:.2f}"


def _choose(page: OpenPage, found: Unshared) -> Outlet | None:
    chosen = found.chosen(page.view.outlet)
    outlets = {outlet.slug: outlet for outlet in found.outlets}
    st.selectbox(
        "Statements of",
        list(outlets),
        format_func=lambda slug: _say_outlet(outlets[slug]) if slug in outlets else slug,
        **state.bind(
            "set-outlet", chosen.slug if chosen else None, lambda v: {"outlet": v or "", "alone_page": 1, "mark": None}
        ),
    )
    return chosen


def _say_outlet(outlet: Outlet) -> str:
    perhaps = f", {outlet.perhaps.n:,} perhaps told elsewhere too" if outlet.perhaps.n else ""
    return f"{outlet.name} ({outlet.alone.n:,} not found elsewhere{perhaps})"


def _list(page: OpenPage, outlet: Outlet) -> None:
    at = min(page.view.alone_page, outlet.pages)
    before = None if at == 1 else PAGE * (at - 1) > outlet.alone.n
    for line in page.ask(statements, outlet.slug, at):
        if line.perhaps != before:
            st.subheader(_PARTS[line.perhaps], anchor=False)
            before = line.perhaps
        _line(page, line)
    state.pages("set-alone", outlet.pages, at, lambda turned: {"alone_page": turned})


def _line(page: OpenPage, line: Alone) -> None:
    key = f"{line.article_id}-{line.start}"
    with st.container(key=f"unshared-{key}"):
        st.html(f'<p class="dl-passage">{escape(line.passage)}</p>')
        st.caption(plain(_say_from(line)))
        if line.nearest:
            _nearest(page, line.nearest, line.score, key)
        with st.container(key=f"unshared-ways-{key}", horizontal=True, vertical_alignment="center"):
            page.link("article", "Read in the article", article=line.article_id, mark=line.mark)
            with st.popover("How it was looked for", type="tertiary"):
                st.text(say_search(line))


def _say_from(line: Alone) -> str:
    """'3 Feb 2022 · Talks in Geneva · a named person: John Kirby'."""
    who = ATTRIBUTION_NAMES[line.attribution]
    if line.attribution != "outlet" and line.speaker:
        who = f"{who}: {' '.join(line.speaker.split())}"
    day = say_published(line.published, line.published_how)
    return f"{day} · {line.title or 'without a headline'} · {who}"


def _nearest(page: OpenPage, near: NearestSentence, score: float, key: str) -> None:
    with st.container(key=f"unshared-near-{key}"):
        st.html(
            f'<p class="dl-passage dl-faint"><span class="dl-near">Nearest, score {say_score(score)}:</span> '
            f"{escape(near.passage)}</p>"
        )
        # The passage is opened whatever the filters: it stands in an article that they may leave out.
        there = page.view.without_filters().but(article=near.article_id, at=f"{near.start}-{near.end}")
        label = f"{near.source} · {say_published(near.published, '')} · {near.title or 'without a headline'}"
        st.page_link(PAGES["article"].script, label=plain(label), query_params=there.to_query())


def _table(page: OpenPage, found: Unshared) -> Table:
    """All statements in view, to take away."""
    lines = page.ask(every_unshared)
    n = found.n_alone + found.n_perhaps
    which = f"All {count(n, 'statement')}" if n <= MOST else f"The first {MOST:,} of {n:,} statements"
    return page.offer(
        "told-by-one-outlet",
        f"{which} in view that another outlet was not found to tell, or perhaps tells",
        _COLUMNS,
        [
            (x.source, x.published, x.title, x.passage, x.attribution, x.speaker, "perhaps" if x.perhaps else "no",
             x.score, *((x.nearest.source, x.nearest.passage, x.nearest.article_id) if x.nearest else ("", "", "")),
             x.why, x.article_id, x.start, x.end, x.url)
            for x in lines
        ],
    )  # fmt: skip
