"""Timeline: what happened when, on the day that it happened."""

import streamlit as st

from lib.ask.conflicts import conflicts
from lib.ask.timeline import timeline
from lib.charts.reported import reported_chart
from lib.charts.timeline import timeline_chart
from lib.charts.timeline_bins import timeline_bins_chart
from lib.ui import settings
from lib.ui.conflicts import show_conflicts
from lib.ui.empty import nothing_found
from lib.ui.frame import open_page
from lib.ui.reasoning import offer_events, reasoning

page = open_page("timeline")
answer = page.ask(timeline)

with st.container(horizontal=True, key="settings"):
    settings.grain(page.view)
    settings.statuses(page.view)
if not answer.n:
    nothing_found(page, "dated events")
    st.stop()

if answer.happenings and page.view.grain == "auto":
    page.show(timeline_chart(answer, page.colours, page.view.mark))
else:
    page.show(timeline_bins_chart(answer, page.view.mark))
    offer_events(page, answer)
show_conflicts(page, page.ask(conflicts))
page.show(reported_chart(answer, page.view.mark))
reasoning(page, answer)
