"""A chart's way out: its picture, its rows in every format, and the ``iframe`` that embeds it.

Pictures are drawn by Plotly in the browser; rows are written on the click that asks for them.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lib.charts.chart import Chart
from lib.export.citation import Citation
from lib.export.embed import snippet
from lib.export.formats import FORMATS, Format
from lib.export.table import of_chart

#: Room for the title, the note and the line below an embedded chart, in pixels.
AROUND = 190
# Plotly's own export, by its own button in the chart's mode bar, in the format asked for.
_SCRIPT = """
export default function ({ data, parentElement }) {
  for (const button of parentElement.querySelectorAll("button")) {
    button.onclick = () => {
      const plot = document.querySelector(`.st-key-chart-${CSS.escape(data.chart)} .js-plotly-plot`);
      const own = plot?.querySelector(".modebar-btn");
      if (!own) return;
      const options = plot._context.toImageButtonOptions, before = { ...options };
      Object.assign(options, { format: button.dataset.format, scale: button.dataset.format === "svg" ? 1 : 2 });
      own.click();
      setTimeout(() => Object.assign(options, before), 1000);
    };
  }
}
"""
_STYLE = """
div { display: flex; gap: 0.5rem; }
button { font: inherit; font-size: 0.875rem; padding: 0.3rem 0.8rem; border-radius: 0.4rem; cursor: pointer;
  color: var(--st-text-color); background: transparent; border: 1px solid var(--st-border-color); }
button:hover, button:focus-visible { border-color: var(--st-primary-color); color: var(--st-primary-color); }
"""
_pictures = st.components.v2.component(
    "dateline_pictures",
    html='<div><button type="button" data-format="png">PNG</button>'
    '<button type="button" data-format="svg">SVG</button></div>',
    css=_STYLE,
    js=_SCRIPT,
)


@st.fragment
def chart_menu(chart: Chart, key: str, citation: Citation, embed_link: str) -> None:
    """A popover beside the chart's table, filled when it is opened. ``key`` is unique to this figure."""
    menu = st.popover("Save or embed", type="tertiary", key=f"menu-{key}", on_change="rerun")
    if not menu.open:
        return
    with menu:
        st.caption("Picture")
        _pictures(data={"chart": chart.key}, key=f"pictures-{key}", height="content")
        st.caption("Rows, as in the table")
        with st.container(horizontal=True, gap="small"):
            for each in FORMATS:
                name, mime = each.file(f"dateline-{chart.key}")
                st.download_button(
                    each.name,
                    _writer(each, chart, citation),
                    file_name=name,
                    mime=mime,
                    key=f"{each.key}-{key}",
                    on_click="ignore",
                )
        st.caption("Embed: paste this into a page. Its filters and its data stay as they are now.")
        height = int(chart.figure.layout["height"] or 400) + AROUND
        st.code(snippet(embed_link, chart.title, height), language="html", wrap_lines=True)


def _writer(form: Format, chart: Chart, citation: Citation) -> Callable[[], bytes]:
    return lambda: form.one(of_chart(chart), citation)
