"""The list of articles in view, as headlines to follow and as a choice."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.ask.overview import MOST, ArticleLine, article_lines
from lib.interval import say_published
from lib.phrase import count
from lib.ui import state
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain
from lib.ui.markup import escape

#: Articles on one page of the list.
PAGE = 12


def say_line(line: ArticleLine) -> str:
    """One article in one line."""
    day = say_published(line.published, line.published_how)
    return f"{line.source} · {day} · {line.name}"


def article_list(page: OpenPage, n: int) -> None:
    """Headlines in order of day, a page at a time; each leads to its article. ``n``: all articles in view."""
    st.subheader(f"{count(n, 'article')} to read", anchor=False)
    last = -(-n // PAGE)
    at = min(page.view.articles_page, last)
    for line in page.ask(article_lines, PAGE, (at - 1) * PAGE) if at else ():
        with st.container(key=f"article-row-{line.article_id}"):
            left, right = st.columns([2, 5])
            with left:
                st.html(
                    f'<p class="dl-outlet" style="border-color: {_colour(page, line.source)}">{escape(line.source)}'
                    f"<span>{escape(say_published(line.published, line.published_how))}</span></p>"
                )
            with right:
                page.link("article", plain(line.name), article=line.article_id, mark=None)
                st.caption(f"{count(line.n_sentences, 'sentence')} in view · {count(line.n_words, 'word')}")
    state.pages("set-articles", last, at, lambda turned: {"articles_page": turned})


def _colour(page: OpenPage, source: str) -> str:
    slug = next((slug for slug, name in page.names.items() if name == source and slug in page.colours), "")
    return page.colours.get(slug, "#707784")


def choose_article(page: OpenPage, listed: Sequence[ArticleLine]) -> None:
    """A choice among the first articles in view; the one that is open is always among them."""
    lines = {line.article_id: say_line(line) for line in listed}
    chosen = page.view.article or None
    options = list(lines) if chosen is None or chosen in lines else [chosen, *lines]
    st.selectbox(
        "Article",
        options,
        index=None,
        placeholder="Search by headline, outlet or day",
        help=f"The first {MOST:,} articles in view. Filters bring up others." if len(listed) == MOST else None,
        format_func=lambda i: lines.get(i, "the open article, which the filters leave out"),
        **state.bind("choose-article", chosen, lambda v: {"article": v or ""}),
    )
