"""How a page's charts count: controls above the charts that are part of the view, like the filters."""

from __future__ import annotations

import streamlit as st

from lib.ask.claims import TOP, Claims
from lib.evidence import GRAINS
from lib.schema import DIFFERENCES, STATUSES
from lib.ui import state
from lib.ui.markdown import plain
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


def differs(view: View, answer: Claims) -> None:
    """Which kinds of difference; in brackets, how many statements have it."""
    st.pills(
        "Show statements that differ in",
        DIFFERENCES,
        selection_mode="multi",
        format_func=lambda kind: f"{kind} ({answer.n_kinds.get(kind, 0)})",
        **state.bind("set-differs", list(view.differs), lambda v: {"differs": tuple(v), "claim": "", "mark": None}),
    )


def claim(view: View, answer: Claims) -> str:
    """Which statement is opened: chosen here, or by a click on one of its squares."""
    clicked = view.mark.value("claim") if view.mark else None
    chosen = clicked or view.claim
    if chosen not in answer.choices:
        chosen = answer.lines[0].claim_id if answer.lines else next(iter(answer.choices))
    st.selectbox(
        "Statement",
        list(answer.choices),
        format_func=lambda i: plain(answer.choices[i]),
        **state.bind("set-claim", chosen, lambda v: {"claim": v or "", "mark": None}),
    )
    return chosen


def claim_pages(view: View, answer: Claims) -> None:
    """Further statements than fit into one chart."""
    n = -(-answer.n_claims // TOP)
    if n > 1:
        key = "set-claims-page"
        st.session_state[key] = min(view.page, n)
        st.pagination(n, key=key, on_change=lambda: state.change(page=st.session_state[key], claim="", mark=None))
