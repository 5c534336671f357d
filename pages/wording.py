"""Wording: which words each outlet chooses, and how it describes an actor."""

import streamlit as st

from lib.ask.wording import described, own_words, wording
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
    "the number is how often it uses it. A grey bar may be chance: too few uses, or in too few articles. Of the "
    "coloured ones, about 1 in 20 is chance all the same."
)
listed = list(answer.names.items())
first = OUTLETS * (min(page.view.page, -(-len(listed) // OUTLETS)) - 1)
# An embedded chart is drawn whatever page it is on.
wanted = [line for line in listed if page.embedded and f"words-{line[0]}" == page.embedded.wanted]
listed = wanted or listed[first : first + OUTLETS]
words = page.ask(own_words, tuple(slug for slug, _ in listed))
found = [word for own in words.values() for word in own]
if found and not any(word.significant for word in found):
    st.info("No word of these outlets is more than chance. Those that come nearest are shown, in grey.")
for row in (listed[i : i + 3] for i in range(0, len(listed), 3)):
    for column, (slug, name) in zip(st.columns(3), row, strict=False):
        with column:
            page.show(distinctive_chart(slug, name, words[slug], page.colours[slug], opened))
settings.pages(page.view, len(answer.names), OUTLETS)
