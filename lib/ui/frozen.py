"""A chart that is swiped sideways keeps the labels of its rows, and its legend, in sight: a frozen first column.

One listener on the document serves every chart. What Plotly draws again is moved again at the next swipe.
"""

from __future__ import annotations

import streamlit as st

_SCRIPT = """
const GROUND = "dateline-ground", SVG = "http://www.w3.org/2000/svg";
export default function () {
  if (window.datelineFreezes) return;
  window.datelineFreezes = true;
  document.addEventListener("scroll", (event) => {
    const frame = event.target;
    if (frame instanceof Element && frame.matches('[class*="st-key-figure-wide-"]')) freeze(frame, frame.scrollLeft);
  }, { capture: true, passive: true });
}
function freeze(frame, by) {
  const plot = frame.querySelector(".js-plotly-plot"), size = plot?._fullLayout?._size;
  if (!size) return;
  for (const labels of plot.querySelectorAll(".yaxislayer-above")) {
    let ground = labels.querySelector(`.${GROUND}`);
    if (!ground) {
      ground = document.createElementNS(SVG, "rect");
      ground.setAttribute("class", GROUND);
      labels.prepend(ground);
    }
    const page = getComputedStyle(frame.closest(".stApp") ?? document.body).backgroundColor;
    Object.entries({ x: 0, y: 0, width: size.l, height: size.t + size.h, fill: page, opacity: by > 0 ? 1 : 0 })
      .forEach(([name, value]) => ground.setAttribute(name, value));
    labels.style.transform = `translateX(${by}px)`;
  }
  const legend = plot.querySelector(".infolayer .legend");
  if (legend && plot._fullLayout.legend?.xref === "container") legend.style.translate = `${by}px 0`;
}
"""
_freezer = st.components.v2.component("dateline_frozen", html="<span></span>", js=_SCRIPT)


def freeze_labels() -> None:
    """Once a page that has charts in a swiped frame."""
    with st.container(key="freezer"):
        _freezer(data={}, key="frozen", height="content", width="content")
