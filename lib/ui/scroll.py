"""Bring the first highlighted passage into sight, else the head of the article."""

from __future__ import annotations

import streamlit as st

# The text may be drawn, or drawn anew, after this: it looks again for some seconds, until the passage has stayed in
# sight for one, and never once the reader has moved the page.
_SCRIPT = """
export default function ({ data }) {
  if (window.datelineScrolledTo === data.passage) return;
  window.datelineScrolledTo = data.passage;
  let tries = 20, seen = 0, moved = false;
  const stop = () => { moved = true; };
  const ways = ["wheel", "touchstart", "pointerdown", "keydown"];
  for (const way of ways) window.addEventListener(way, stop, { once: true, passive: true });
  const look = () => {
    if (moved || window.datelineScrolledTo !== data.passage) return;
    const here = document.getElementById("dl-here");
    const place = here?.getBoundingClientRect();
    if (place && place.top > 0 && place.bottom < window.innerHeight) seen += 1;
    else if (here) { seen = 0; here.scrollIntoView({ block: "center" }); }
    else if (tries === 20) document.querySelector(".stMain")?.scrollTo(0, 0);
    if (--tries && seen < 4) setTimeout(look, 300);
    else for (const way of ways) window.removeEventListener(way, stop);
  };
  setTimeout(look, 300);
}
"""
_scroller = st.components.v2.component("dateline_scroll", html="<span></span>", js=_SCRIPT)


def scroll_to_passage(passage: str) -> None:
    """Scroll once for each ``passage``, a name of article and mark; later redraws leave the reader where it is."""
    _scroller(data={"passage": passage}, key="scroll", height="content", width="content")
