"""How a page's charts count: controls above the charts that are part of the view, like the filters."""

from __future__ import annotations

import streamlit as st

from lib.evidence import GRAINS
from lib.schema import STATUSES
from lib.ui import state
from lib.view import View


def unit(view: View) -> None:
    """Mentions or articles."""
    st.segmented_control(
        "Count",
        ["rows", "articles"],
        required=True,
        format_func=lambda v: "Mentions" if v == "rows" else "Articles",
        **state.bind("set-unit", view.unit, lambda v: {"unit": v, "mark": None} if v else None),
    )


def rate(view: View) -> None:
    """Raw numbers or numbers per 1,000 words."""
    st.segmented_control(
        "Scale",
        [False, True],
        required=True,
        format_func=lambda v: "Per 1,000 words" if v else "Raw",
        help="Per 1,000 words of each outlet's sentences in view: a fair comparison of outlets of different size.",
        **state.bind("set-rate", view.rate, lambda v: {"rate": v} if v is not None else None),
    )


def grain(view: View) -> None:
    """Day, week, month or year."""
    st.segmented_control(
        "Grain",
        ["auto", *GRAINS],
        required=True,
        format_func=str.capitalize,
        **state.bind("set-grain", view.grain, lambda v: {"grain": v, "mark": None} if v else None),
    )


def statuses(view: View) -> None:
    """Which kinds of dated events."""
    st.pills(
        "Show events that are",
        STATUSES,
        selection_mode="multi",
        **state.bind("set-status", list(view.statuses), lambda v: {"statuses": tuple(v), "mark": None}),
    )
