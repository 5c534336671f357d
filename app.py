"""Overview: what is here, and where to look first."""

import streamlit as st

from lib.ask.alone import alone
from lib.ask.leads import leads
from lib.ask.overview import article_lines, overview
from lib.ask.stories import stories
from lib.charts.actors import actors_chart
from lib.charts.busiest import busiest_chart
from lib.phrase import count
from lib.ui.articles import article_list
from lib.ui.empty import nothing_found
from lib.ui.frame import open_page
from lib.ui.leads import first_leads, only_here, say_what_to_do
from lib.ui.numbers import headline_numbers
from lib.ui.span import say_span
from lib.ui.stories import story_list

page = open_page("overview")
answer = page.ask(overview)

if not answer.articles.n:
    nothing_found(page, "sentences")
    st.stop()

told = page.ask(stories)
say_what_to_do(answer, len(told))
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

story_list(page, told)
first_leads(page, page.ask(leads), answer)
left, right = st.columns(2, gap="large")
with left:
    page.show(actors_chart(answer, page.view.mark, page.view.unit))
with right:
    page.show(busiest_chart(answer, page.view.mark))
only_here(page, page.ask(alone))
article_list(page, answer.articles.n)
columns = ("outlet", "headline", "published", "published how", "words", "sentences in view", "article", "url")
listed = page.ask(article_lines)
lines = [
    (a.source, a.title, a.published, a.published_how, a.n_words, a.n_sentences, a.article_id, a.url) for a in listed
]
of = f"The first {len(lines):,} of " if len(lines) < answer.articles.n else ""
page.offer("articles", of + count(answer.articles.n, "article"), columns, lines)
