"""Numbers: what is counted, and where the outlets' numbers differ."""

import streamlit as st

from lib.ask.ledger import every_number, ledger
from lib.ask.things import TOP
from lib.charts.ledger import ledger_chart
from lib.phrase import count
from lib.ui import settings
from lib.ui.empty import nothing_found
from lib.ui.frame import open_page

page = open_page("numbers")
answer = page.ask(ledger)

if not answer.n_topics:
    nothing_found(page, "numbers")
    st.stop()

st.caption(
    f"{count(answer.n, 'number')} of {count(answer.n_topics, 'thing')} counted; outlets differ on {answer.n_differ}. "
    "A circle is a number, an arrow an open end (“more than”, “as many as”), a bar a range. "
    "Only numbers of one thing, place, time and direction are compared; the others are related, and “As table” says "
    "why they are not compared."
)
for number, topic in enumerate(answer.topics):
    page.show(ledger_chart(topic, number, answer.sources, page.colours, page.view.mark))
every = page.ask(every_number)
table = page.offer(
    "every-number",
    every.title,
    ("counted", "words", "low", "high", "unit", "hedge", "status", "attributed to", "speaker", "outlet", "published",
     "article", "start", "end", "url"),
    every.rows,
)  # fmt: skip
with st.container(horizontal=True, vertical_alignment="center"):
    more = " Filters make it hold the others." if len(every.rows) < every.n else ""
    st.caption(f"{every.title}, each with its place.{more}", width="content")
    page.save(table)
settings.pages(page.view, answer.n_topics, TOP)
