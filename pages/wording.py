"""Wording: which words each outlet chooses, and how it describes an actor."""

import streamlit as st

from lib.ask.wording import described, wording
from lib.charts.distinctive import distinctive_chart
from lib.charts.wording import described_chart, versus_chart
from lib.ui import settings
from lib.ui.empty import nothing_found
from lib.ui.frame import open_page

#: Outlets whose own words stand on one page.
OUTLETS = 9

page = open_page("wording")
answer = page.ask(wording)
opened = page.view.mark

settings.pair(page.view, page.known)
if not answer.names:
    nothing_found(page, "words")
    st.stop()

if answer.versus:
    page.show(versus_chart(answer.versus, answer.names, page.colours, opened))
if answer.actors:
    chosen = settings.actor(page.view, answer)
    page.show(described_chart(page.ask(described, chosen), answer.names, opened))

if len(answer.names) < 2:
    st.stop()

st.header("Words that set each outlet apart", anchor=False)
st.caption(
    "Beside all other outlets in view; names are left out. The longer a bar, the more the word is this outlet’s own; "
    "the number is how often it uses it."
)
listed = list(answer.names.items())
if len(listed) > OUTLETS and not page.embedded:  # an embedded chart is drawn whatever page it is on
    first = OUTLETS * (min(page.view.page, -(-len(listed) // OUTLETS)) - 1)
    listed = listed[first : first + OUTLETS]
for row in (listed[i : i + 3] for i in range(0, len(listed), 3)):
    for column, (slug, name) in zip(st.columns(3), row, strict=False):
        with column:
            page.show(distinctive_chart(slug, name, answer.words.get(slug, ()), page.colours[slug], opened))
settings.pages(page.view, len(answer.names), OUTLETS)
