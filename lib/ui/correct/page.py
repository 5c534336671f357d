"""Making a correction: choose its kind, fill in its form, see what it would change, say why, keep it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from lib import generation
from lib.ask.effect import Effect, effect
from lib.ask.followed import followed
from lib.corrections import Correction, CorrectionError, keep, read
from lib.phrase import count
from lib.store.corrected import applied, trial
from lib.ui import permissions, state
from lib.ui.correct.forms import FORMS
from lib.ui.correct.text import What
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain

#: Bytes of a serving file up to which the effect of a form is shown without being asked for: about a second.
AT_ONCE = 64_000_000
MOST_WHY, MOST_WHO = 300, 100


def show_forms(page: OpenPage) -> None:
    """The forms, or the reason why there are none."""
    if not permissions.may("correct"):
        st.text(permissions.why_not("correct"))
        return
    now = page.view.but(generation="", corrections="", mark=None)
    if not page.standing.present or generation.current(page.standing.corpus).name != page.store.generation:
        st.info("This link shows an earlier state of the data. Corrections are made on the data of now.")
        st.button("Show the data of now", key="correct-now", on_click=state.write, args=(now,))
        return
    wanted = state.form()
    st.session_state["correct-kind"] = wanted.kind or None
    st.pills(
        "What was read wrongly?",
        list(FORMS),
        format_func=lambda kind: FORMS[kind][0],
        key="correct-kind",
        on_change=_begin,
    )
    if not wanted.kind:
        st.caption("Choose one, or come here by “Correct this” beside an entity, a date, an article or a claim.")
        return
    with st.container(key="correct-form", border=True):
        what = FORMS[wanted.kind][1](page, wanted.at)
        if what:
            _propose(page, wanted.kind, what)


def _begin() -> None:
    state.begin(state.Form(st.session_state["correct-kind"] or ""))


def _propose(page: OpenPage, kind: str, what: What) -> None:
    try:
        proposed = Correction.of(kind, what)
    except CorrectionError as error:
        st.info(plain(str(error)))
        return
    st.subheader("What would change", anchor=False)
    size = page.store.path.stat().st_size
    if size > AT_ONCE and not st.toggle("Work it out (this corpus is large: it takes some seconds)", key="work-out"):
        return
    with st.spinner("Working out what would change …"):
        fields = tuple(what.items())
        found, told, wide = _effect(
            (str(page.store.path), kind, fields, tuple(page.view.to_query().items())), page, proposed
        )
    if not found:
        st.info("Nothing: this finds nothing to correct here. It may have been corrected already.")
        return
    show_effect(told, wide)
    _keep_it(page, kind, what)


@st.cache_data(max_entries=60, show_spinner=False)
def _effect(key: tuple[Any, ...], _page: OpenPage, _proposed: Correction) -> tuple[bool, Effect, int]:
    """Whether it finds anything, what it changes under the view, and how many numbers without the filters."""
    store, view = _page.store, _page.view.but(mark=None)
    with trial(store.folder, [*_page.standing.shown, _proposed]) as after:
        if not applied(after)[_proposed.id]:
            return False, Effect((), 0), 0
        told = effect(store, view, after, followed(view, [_proposed]))
        if told.n or not view.filtered:
            return True, told, told.n
        whole = view.without_filters()
        return True, told, effect(store, whole, after, whole).n


def show_effect(told: Effect, wide: int) -> None:
    """A table of before and after."""
    if not told.n:
        st.text(
            f"No number under the present filters; without them, {count(wide, 'number')}."
            if wide
            else "No number that a chart shows."
        )
        return
    rows = [(f"{c.chart} {c.of}".strip(), _number(c.before), _number(c.after)) for c in told.changes]
    frame = pd.DataFrame(rows, columns=["what is counted", "before", "after"])
    st.dataframe(frame, hide_index=True, height=35 * len(rows) + 38)
    if told.more:
        st.caption(f"and {count(told.more, 'more number')}, each by less.")


def _number(value: int | str) -> str:
    return f"{value:,}" if isinstance(value, int) else value


def _keep_it(page: OpenPage, kind: str, what: What) -> None:
    st.text_input("Why (kept with the correction)", key="correct-why", max_chars=MOST_WHY)
    if not permissions.who():
        st.text_input(
            "Your name (may be left out; asked once)",
            value=st.session_state.get("corrects-as", ""),
            key="correct-who",
            max_chars=MOST_WHO,
        )
    st.button("Keep this correction", key="correct-keep", type="primary", on_click=_keep, args=(page, kind, what))


def corrects_as() -> str:
    """Who corrects: the address that the identity provider vouches for, else the name that was typed."""
    if "correct-who" in st.session_state:
        st.session_state["corrects-as"] = st.session_state["correct-who"]
    return permissions.who() or str(st.session_state.get("corrects-as", ""))


def _keep(page: OpenPage, kind: str, what: What) -> None:
    if not permissions.may("correct"):
        st.session_state["notice"] = permissions.why_not("correct")
        return
    why = str(st.session_state.get("correct-why", ""))
    try:
        correction = Correction.of(kind, what, why=why, who=corrects_as())
        keep(page.standing.corpus, correction)
    except CorrectionError as error:
        st.session_state["notice"] = str(error)
        return
    st.session_state["correct-why"] = ""
    view = followed(page.view, [correction]).but(mark=None, corrections="", generation="")
    state.write(view.but(entity="") if kind == "hide" else view)
    state.begin(state.Form())
    n = len(read(page.standing.corpus).standing())
    st.session_state["done"] = f"Kept. Every page now counts with {count(n, 'correction')}."
