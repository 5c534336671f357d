"""How a page's charts count: controls above the charts that are part of the view, like the filters."""

from __future__ import annotations

import streamlit as st

from lib.ask.catalogue import Catalogue
from lib.ask.claims import Claims
from lib.ask.wording import Wording
from lib.evidence import GRAINS
from lib.phrase import DIFFERENCE_NAMES, count
from lib.schema import DIFFERENCES, STATUSES
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
    """Raw numbers, or what makes outlets of different size comparable: per 1,000 words, or a share of articles."""
    of_articles = view.unit == "articles"
    words = "Share of articles" if of_articles else "Per 1,000 words"
    st.segmented_control(
        "Scale",
        [False, True],
        required=True,
        format_func=lambda v: words if v else "As counted",
        help="How many of 100 of each outlet’s articles in view name somebody, however many articles it has."
        if of_articles
        else "Mentions per 1,000 words of each outlet’s sentences in view, however much it wrote.",
        **state.bind("set-rate", view.rate, lambda v: {"rate": v} if v is not None else None),
    )


def grain(view: View) -> None:
    """Day, week, month or year; else each event by itself while they are few enough."""
    st.segmented_control(
        "Group by",
        ["auto", *GRAINS],
        required=True,
        format_func=lambda g: "Automatic" if g == "auto" else g.capitalize(),
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
    """Which kinds of difference that there are, and those chosen; in brackets, how many statements have it."""
    kinds = [kind for kind in DIFFERENCES if answer.n_kinds.get(kind) or kind in view.differs]
    if not kinds:
        return
    st.pills(
        "Show statements that differ in",
        kinds,
        selection_mode="multi",
        format_func=lambda kind: f"{DIFFERENCE_NAMES[kind]} ({answer.n_kinds.get(kind, 0)})",
        **state.bind("set-differs", list(view.differs), lambda v: {"differs": tuple(v), "claim": "", "mark": None}),
    )


def story(view: View, answer: Claims) -> None:
    """One story or all of them: the filter of the rail, where the statements of several stories stand together."""
    if len(answer.stories) < 2 and not view.story:
        return
    titles = {s.id: f"{s.name} ({count(s.n, 'statement')})" for s in answer.stories}
    st.selectbox(
        "Story",
        list(titles),
        index=None,
        placeholder=f"All {len(titles):,} stories",
        format_func=lambda i: titles.get(i, i),
        **state.bind("set-story", view.story or None, lambda v: {"story": v or "", "claim": "", "mark": None}),
    )


def asked_claim(view: View) -> str:
    """The statement that the view names: by a click on one of its squares, or by choice; '' for none."""
    clicked = view.mark.value("claim") if view.mark else None
    return clicked or view.claim


def claim(view: View, answer: Claims) -> str:
    """Which statement is opened: the one asked for, or the first where the filters hide that one."""
    chosen = asked_claim(view)
    if chosen not in answer.choices:
        chosen = answer.lines[0].claim_id if answer.lines else next(iter(answer.choices))
    st.selectbox(
        "Statement",
        list(answer.choices),
        format_func=lambda i: answer.choices[i],
        **state.bind("set-claim", chosen, lambda v: {"claim": v or "", "mark": None}),
    )
    return chosen


def pages(view: View, n: int, a_page: int, **also: str) -> None:
    """Further pages of a list of ``n``; ``also`` are fields of the view that a turned page resets."""
    state.pages("set-page", -(-n // a_page), view.page, lambda page: {"page": page, "mark": None, **also})


PAIR = ("set-pair-first", "set-pair-second")


def pair(view: View, known: Catalogue) -> None:
    """Two outlets to compare face to face: they are the view's sources, so that every number is of these two."""
    names = {c.id: c.name for c in known.sources}
    if len(names) < 2:
        return
    _show_pair(view)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for place, label in enumerate(("Compare", "with")):
            st.selectbox(
                label, list(names), index=None, placeholder="Choose an outlet", format_func=lambda i: names[i],
                key=PAIR[place], on_change=_paired,
            )  # fmt: skip
        if view.sources:
            st.button("All outlets", type="tertiary", on_click=state.change, kwargs={"sources": (), "mark": None})


def _paired() -> None:
    """Two different outlets make a pair; with one chosen, the other selector is still to be used."""
    chosen = tuple(dict.fromkeys(slug for key in PAIR if (slug := st.session_state[key])))
    if len(chosen) == 2:
        state.change(sources=chosen, mark=None)


def _show_pair(view: View) -> None:
    """The pair in view; one outlet that was just chosen stays until the other one is."""
    if len(view.sources) == 2:
        st.session_state.update(zip(PAIR, view.sources, strict=True))
    elif all(st.session_state.get(key) for key in PAIR):
        st.session_state.update(dict.fromkeys(PAIR))


def actor(view: View, answer: Wording) -> str:
    """The actor whose description is compared: the view's entity, else the one most described."""
    offered = {a.id: f"{a.name} ({a.n:,})" for a in answer.actors}
    chosen = view.entity if view.entity in offered else answer.actors[0].id
    st.selectbox(
        "How the outlets describe",
        list(offered),
        format_func=lambda i: offered[i],
        **state.bind("set-actor", chosen, lambda v: {"entity": v or "", "mark": None}),
    )
    return chosen
