"""Entities: who is named, how often, and with whom."""

import streamlit as st

from lib.ask.entities import profile, ranking, together
from lib.charts.ranking import ranking_chart
from lib.charts.side_by_side import together_chart
from lib.ui import settings
from lib.ui.empty import nothing_found
from lib.ui.entity import choose_entity, show_profile
from lib.ui.frame import open_page

page = open_page("entities")
answer = page.ask(ranking)

if not answer.entities:
    nothing_found(page, "names")
    st.stop()

with st.container(horizontal=True, key="settings"):
    settings.unit(page.view)
    settings.rate(page.view)
page.show(ranking_chart(answer, page.names, page.colours, page.view.mark, page.view.unit, page.view.rate))

chosen = choose_entity(page, answer)
found = page.ask(profile, chosen)
if found:
    show_profile(page, found)
    columns = ("written as", "mentions", "role", "merged by", "score", "why", "mark")
    aliases = [(a.alias, a.n, a.role, a.method, a.score, a.why, a.mark.to_text()) for a in found.aliases]
    page.offer("aliases", f"{found.entity.name}: written as", columns, aliases)
    company = [(e.name, e.n, e.mark.to_text()) for e in found.together]
    page.offer(
        "named-with", f"Named in one sentence with {found.entity.name}", ("entity", "sentences", "mark"), company
    )

page.show(together_chart(page.ask(together), page.view.mark))
