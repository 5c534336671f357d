"""Sources: how the outlets compare."""

import streamlit as st

from lib.ask.sources import sources
from lib.charts.attribution import attribution_chart
from lib.charts.side_by_side import actors_by_source_chart, days_by_source_chart, speakers_chart
from lib.charts.volume import volume_chart
from lib.ui import settings
from lib.ui.empty import nothing_found
from lib.ui.frame import open_page

page = open_page("sources")
answer = page.ask(sources)

if not answer.volumes:
    nothing_found(page, "sentences")
    st.stop()

opened = page.view.mark
page.show(volume_chart(answer, page.colours, opened))
settings.unit(page.view)
page.show(actors_by_source_chart(answer, opened))
page.show(attribution_chart(answer, page.names, opened))
page.show(speakers_chart(answer, opened))
page.show(days_by_source_chart(answer, opened))
