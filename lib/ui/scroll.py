"""Bring the first highlighted passage into sight, else the head of the article."""

from __future__ import annotations

import streamlit as st

_SCRIPT = """
export default function ({ data }) {
  if (window.datelineScrolledTo === data.passage) return;
  window.datelineScrolledTo = data.passage;
  setTimeout(() => {
    const here = document.getElementById("dl-here");
    if (here) here.scrollIntoView({ block: "center" });
    else document.querySelector(".stMain")?.scrollTo(0, 0);
  }, 300);
}
"""
_scroller = st.components.v2.component("dateline_scroll", html="<span></span>", js=_SCRIPT)


def scroll_to_passage(passage: str) -> None:
    """Scroll once for each ``passage``, a name of article and mark; later redraws leave the reader where it is."""
    _scroller(data={"passage": passage}, key="scroll", height="content", width="content")
