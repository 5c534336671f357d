"""How a date was reasoned, as a chain: words → day counted from → rule → interval; other readings."""

from __future__ import annotations

import streamlit as st

from lib.ask.timeline import Happening
from lib.interval import say_day
from lib.ui.correct.link import correct_link
from lib.view import View

ANCHORS = {
    "published": "the day of publication",
    "dateline": "the dateline",
    "previous": "a date earlier in the text",
    "event": "another event",
    "explicit": "the words alone",
    "original": "the day of the article that these words were taken over from",
    "none": "nothing",
}


def reported(h: Happening) -> str:
    """When it was reported, and how that day is known where it is not stated."""
    if h.published is None:
        return "day of report not known"
    assumed = f" ({h.published_how})" if h.published_how in ("inferred", "assumed") else ""
    return f"reported {say_day(h.published)}{assumed}"


def chain(h: Happening, view: View) -> None:
    """Write the chain, a line a step, and the way to correct it."""
    anchor = ANCHORS[h.anchor_how] + (f", {say_day(h.anchor)}" if h.anchor else "")
    known = f"; that day is known from: {h.published_how}" if h.anchor_how == "published" else ""
    st.text(f"Words: “{h.words}”")
    st.text(f"Counted from: {anchor}{known}")
    st.text(f"Rule: {h.rule}")
    st.text(f"Reading: {h.date_why}")
    st.text(f"Result: {h.when}, precise to the {h.when.precision}")
    st.text(f"Why “{h.status}”: {h.event_why}")
    for value, why in h.readings:
        st.text(f"Other reading: {value} — {why}")
    if h.participants:
        st.text("Who: " + ", ".join(h.participants))
    if h.place:
        st.text(f"Where: {h.place}")
    correct_link(view, "date", "Correct this date", h.start, article=h.article_id)
