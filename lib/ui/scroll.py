"""Bring into sight what a link leads to: the first highlighted passage of an article, or a part of a long page."""

from __future__ import annotations

import streamlit as st

from lib.ui import state

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


# Charts above the part are drawn after it, and move it: it is brought back until the visitor moves the page, or for
# some seconds.
_TO_PART = """
export default function ({ data }) {
  if (window.datelineArrival === data.arrival) return;
  window.datelineArrival = data.arrival;
  if (!data.part) return;
  const until = Date.now() + 6000, moves = ["wheel", "touchstart", "pointerdown", "keydown"];
  let moved = false;
  const stop = () => { moved = true; moves.forEach((kind) => window.removeEventListener(kind, stop, true)); };
  moves.forEach((kind) => window.addEventListener(kind, stop, { capture: true, passive: true }));
  const step = () => {
    if (moved || window.datelineArrival !== data.arrival || Date.now() > until) return stop();
    const part = document.querySelector(`.st-key-${CSS.escape(data.part)}`);
    if (part) {
      part.style.scrollMarginTop = "7rem";
      part.scrollIntoView({ block: "start", behavior: "instant" });
      if (document.activeElement === document.body) {
        part.tabIndex = -1;
        part.focus({ preventScroll: true });
      }
    }
    setTimeout(step, 200);
  };
  step();
}
"""
_to_part = st.components.v2.component("dateline_scroll_to_part", html="<span></span>", js=_TO_PART)


def scroll_to_part(part: str) -> None:
    """Scroll to a container, named by its key, where this page was just come to; '' stays at the top.

    Once for each arrival: what is chosen on the page later leaves the reader where it is.
    """
    _to_part(data={"part": part, "arrival": state.arrivals()}, key="scroll-to-part", height="content", width="content")
