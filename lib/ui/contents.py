"""The parts of a long page as links that stay in sight: each brings its part under the bar.

with st.container(key=BAR):          # not within another container: it would be gone with that
    contents([("All statements", "chart-agreement"), ("12 sentences", "part-sentences")])

A part is named by its container's key. The address stays as it is: it is the view's, and a fragment would stay in it.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

#: Key of the container that stays in sight.
BAR = "contents"
_SCRIPT = """
export default function ({ data, parentElement }) {
  const nav = parentElement.querySelector("nav");
  nav.replaceChildren(...data.parts.map(([label, key]) => {
    const link = document.createElement("a");
    link.href = "#";
    link.textContent = label;
    link.onclick = (event) => {
      event.preventDefault();
      const part = document.querySelector(`.st-key-${CSS.escape(key)}`);
      if (!part) return;
      part.style.scrollMarginTop = "7rem";
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      part.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
      part.tabIndex = -1;
      part.focus({ preventScroll: true });
    };
    return link;
  }));
}
"""
_STYLE = """
nav { display: flex; gap: 1.1rem; overflow-x: auto; scrollbar-width: none; padding: 0.45rem 3px; }
a { color: var(--st-text-color); font-size: 0.875rem; white-space: nowrap; text-decoration: underline;
  text-underline-offset: 0.25em; }
a:hover { color: var(--st-link-color); }
a:focus-visible { outline: 3px solid #C46A00; outline-offset: 1px; }
"""
_links = st.components.v2.component(
    "dateline_contents", html='<nav aria-label="Parts of this page"></nav>', css=_STYLE, js=_SCRIPT
)


def contents(parts: Sequence[tuple[str, str]]) -> None:
    """(label, key of the container) in the order of the page."""
    _links(data={"parts": [list(part) for part in parts]}, key="contents-links", height="content")
