"""Sources: how the outlets compare."""

import streamlit as st

from lib.ask.sources import sources
from lib.charts.attribution import attribution_chart
from lib.charts.distinctive import distinctive_chart
from lib.charts.side_by_side import actors_by_source_chart, days_by_source_chart, speakers_chart
from lib.charts.volume import volume_chart
from lib.ui import settings
from lib.ui.frame import nothing_found, open_page

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

st.header("Words that set each outlet apart", anchor=False)
st.caption(
    "Log-odds with an informative Dirichlet prior; names are left out. The number is how often the outlet uses it."
)
listed = list(answer.names.items())
for row in (listed[i : i + 3] for i in range(0, len(listed), 3)):
    for column, (slug, name) in zip(st.columns(3), row, strict=False):
        with column:
            page.show(distinctive_chart(slug, name, answer.words.get(slug, ()), page.colours[slug], opened))
