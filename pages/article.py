"""Article: the text as the outlet wrote it, with names, dates and quotes."""

import streamlit as st

from lib.ask.article import reader
from lib.ask.overview import article_lines, overview
from lib.ui.articles import article_list, choose_article
from lib.ui.empty import nothing_found
from lib.ui.frame import open_page
from lib.ui.reader import show_reader

page = open_page("article")
lines = page.ask(article_lines)

if not lines:
    nothing_found(page, "articles")
    st.stop()

choose_article(page, lines)
found = reader(page.store, page.view)
if found:
    show_reader(page, found)
    fields = ("article", "source", "headline", "published", "published how", "author", "url", "words", "text")
    row = (found.article_id, found.source_name, found.title, found.published, found.published_how, found.author)
    page.offer("article", found.title or "Without a headline", fields, [(*row, found.url, found.n_words, found.text)])
    for name, (columns, rows) in found.tables.items():
        page.offer(name.lower(), f"{name} of this article", columns, rows)
else:
    article_list(page, page.ask(overview).articles.n)
