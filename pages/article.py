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
else:
    article_list(page, page.ask(overview).articles.n)
