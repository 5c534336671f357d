"""Article: the text as the outlet wrote it, with names, dates and quotes."""

import streamlit as st

from lib.ask.article import reader
from lib.ask.overview import article_lines
from lib.ui.articles import choose_article
from lib.ui.frame import nothing_found, open_page
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
    st.info("Choose an article above to read it as its outlet wrote it.")
