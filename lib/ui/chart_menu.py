"""A chart's way out: its picture, its rows in every format, and the ``iframe`` that embeds it.

Pictures are drawn by Plotly in the browser, dark on white in every theme, under their finding and where it is from;
rows are written on the click that asks for them.
"""

from __future__ import annotations

import streamlit as st

from lib.charts.chart import Chart
from lib.charts.theme import safe
from lib.export.citation import Citation
from lib.export.embed import snippet
from lib.export.links import Links
from lib.export.table import linked, of_chart
from lib.ui.table_menu import downloads

#: Room for the title, the note and the line below an embedded chart, in pixels.
AROUND = 190
# Plotly's own export, by its own button in the chart's mode bar, in the format asked for. The button copies layout and
# options before it returns, so both are lent to it for the length of the click. A picture leaves the app: on a
# transparent ground the dark theme's light letters would vanish on paper.
_SCRIPT = """
export default function ({ data, parentElement }) {
  for (const button of parentElement.querySelectorAll("button")) {
    button.onclick = () => {
      const plot = document.querySelector(`.st-key-chart-${CSS.escape(data.chart)} .js-plotly-plot`);
      const own = plot?.querySelector(".modebar-btn");
      if (!own) return;
      const context = plot._context, options = context.toImageButtonOptions, layout = plot.layout;
      const { width, height, _size: size } = plot._fullLayout, lines = Math.max(20, Math.floor(width / 9.2));
      const title = broken(data.title, lines), from = broken(data.from, Math.floor(lines * 1.45));
      const head = 30 + 23 * title.length + 18 * from.length;
      context.toImageButtonOptions = { ...options, format: button.dataset.format, width, height: height + head,
        scale: button.dataset.format === "svg" ? 1 : 2 };
      plot.layout = onPaper(layout, size, head, title, from);
      try { own.click(); } finally { plot.layout = layout; context.toImageButtonOptions = options; }
    };
  }
}
const INK = "#1D2430", QUIET = "#454C58", PAPER = "#FFFFFF";
// A picture cannot load the page's own letters: room is measured in those that it will be drawn in.
const LETTER = { family: "Arial, Helvetica, sans-serif" }, HEAD = "Georgia, 'Times New Roman', serif";
function onPaper(layout, size, head, title, from) {
  const paper = { ...layout, paper_bgcolor: PAPER, plot_bgcolor: PAPER, font: { ...layout.font, ...LETTER, color: INK },
    margin: { ...layout.margin, l: size.l, r: size.r, b: size.b, t: size.t + head },
    legend: { ...layout.legend, font: { ...layout.legend?.font, ...LETTER, color: INK } },
    annotations: (layout.annotations ?? []).map((a) => ({ ...a, font: { ...a.font, ...LETTER, color: QUIET } })),
    title: { text: title.join("<br>"), xref: "container", x: 0, xanchor: "left", yref: "container", y: 1,
      yanchor: "top", pad: { l: 14, t: 14 }, font: { family: HEAD, size: 18, color: INK },
      subtitle: { text: from.join("<br>"), font: { ...LETTER, size: 12, color: QUIET } } } };
  for (const key of Object.keys(layout).filter((key) => /^[xy]axis\\d*$/.test(key))) {
    const axis = layout[key], own = typeof axis.title === "string" ? { text: axis.title } : axis.title;
    paper[key] = { ...axis, tickfont: { ...axis.tickfont, ...LETTER, color: QUIET },
      title: { ...own, font: { ...own?.font, ...LETTER, color: QUIET } } };
  }
  return paper;
}
function broken(text, length) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length >= length) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}
"""
_STYLE = """
div { display: flex; gap: 0.5rem; }
button { font: inherit; font-size: 0.875rem; padding: 0.3rem 0.8rem; border-radius: 0.4rem; cursor: pointer;
  color: var(--st-text-color); background: transparent; border: 1px solid var(--st-border-color); }
button:focus-visible { outline: 3px solid #C46A00; outline-offset: 2px; }
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
def chart_menu(chart: Chart, key: str, citation: Citation, embed_link: str, links: Links) -> None:
    """A popover beside the chart's table, filled when it is opened. ``key`` is unique to this figure."""
    menu = st.popover("Save or embed", type="tertiary", key=f"menu-{key}", on_change="rerun")
    if not menu.open:
        return
    with menu:
        st.caption("Picture")
        _pictures(data=_picture(chart, citation), key=f"pictures-{key}", height="content")
        st.caption("Rows, as in the table")
        downloads(key, f"dateline-{chart.key}", lambda: linked(of_chart(chart), links), citation)
        st.caption("Embed: paste this into a page. Its filters and its data stay as they are now.")
        height = int(chart.figure.layout["height"] or 400) + AROUND
        st.code(snippet(embed_link, chart.title, height), language="html", wrap_lines=True)


def _picture(chart: Chart, citation: Citation) -> dict[str, str]:
    """What stands above the picture: the finding, and where it is from; without tags of the corpus."""
    source = f"{citation.says}. Dateline, corpus “{citation.corpus}”, build of {citation.built}."
    return {"chart": chart.key, "title": safe(chart.title), "from": safe(source, 400)}
