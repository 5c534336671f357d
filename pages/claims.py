"""Claims: where the accounts agree, differ and fall silent, and what one of them tells alone."""

import streamlit as st

from lib.ask.claim import claim
from lib.ask.claims import TOP, claims
from lib.ask.statements import COLUMNS, every_statement
from lib.ask.unshared import unshared
from lib.charts.agreement import agreement_chart
from lib.charts.standings import standings_chart
from lib.ui import settings
from lib.ui.claim import STATEMENT, parts, show_claim, show_silence
from lib.ui.claim_hidden import say_hidden
from lib.ui.contents import BAR, contents
from lib.ui.empty import nothing_found
from lib.ui.frame import open_page
from lib.ui.scroll import scroll_to_part
from lib.ui.unshared import ALONE, HEADING, show_unshared

page = open_page("claims")
answer, alone = page.ask(claims), page.ask(unshared)

if answer.n_claims or page.view.differs:
    settings.differs(page.view, answer)
if not answer.n_claims:
    nothing_found(page, "statements shared by two outlets", compares="A statement is shown where two outlets make it.")
    if alone.outlets:
        show_unshared(page, alone)
    st.stop()
settings.story(page.view, answer)

links, chart = st.container(key=BAR), st.container()
with st.container(key=STATEMENT):
    st.header("One statement opened", anchor=False, divider="gray")
say_hidden(page, answer)
chosen = settings.claim(page.view, answer)
with chart:
    page.show(agreement_chart(answer, page.view.mark, chosen))
    settings.pages(page.view, answer.n_claims, TOP, claim="")

found = page.ask(claim, chosen)
if found:
    with links:
        contents([*parts(found), (HEADING, ALONE)])
    show_claim(page, found)
    if found.stands:
        page.show(standings_chart(found, answer.sources, page.view.mark))
    show_silence(page, found)
every = page.ask(every_statement)
table = page.offer("every-statement", every.title, COLUMNS, every.rows)
with st.container(horizontal=True, vertical_alignment="center"):
    st.caption(f"{every.title}, each with its place.", width="content")
    page.save(table)
show_unshared(page, alone)
scroll_to_part(STATEMENT if page.view.claim and not page.view.mark else "")
