"""Overview: what is here, and where to look first."""

import streamlit as st

from lib.ask.overview import overview
from lib.charts.actors import actors_chart
from lib.charts.busiest import busiest_chart
from lib.phrase import count
from lib.ui.articles import article_list
from lib.ui.frame import nothing_found, open_page
from lib.ui.leads import only_here
from lib.ui.numbers import headline_numbers
from lib.ui.span import say_span

page = open_page("overview")
answer = page.ask(overview)

if not answer.articles.n:
    nothing_found(page, "sentences")
    st.stop()

headline_numbers(
    [
        ("Articles", f"{answer.articles.n:,}", answer.articles),
        ("Outlets", f"{answer.n_sources:,}", None),
        ("Actors named", f"{answer.n_actors:,}", None),
        ("Mentions", f"{answer.mentions.n:,}", answer.mentions),
        ("Dated events", f"{answer.events.n:,}", answer.events),
        ("Quotes", f"{answer.quotes.n:,}", answer.quotes),
        ("Days of report", say_span(answer.first, answer.last), None),
    ]
)
if answer.n_undated:
    with st.container(key="aside"):
        without = count(answer.n_undated, "article")
        page.link("about", f"{without} without a known day of publication: see what was assumed")

left, right = st.columns(2, gap="large")
with left:
    page.show(actors_chart(answer, page.view.mark, page.view.unit))
with right:
    page.show(busiest_chart(answer, page.view.mark))
only_here(answer)
article_list(page, answer)
