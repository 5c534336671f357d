"""The one reader and writer of the URL. The URL is the view; nothing else remembers filters.

A widget never holds a filter of its own: before it is drawn its value is set from the view, and when
it changes, the changed view is written to the URL, which is then read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from lib.corrections import KINDS
from lib.export.embed import CHART
from lib.view import View

#: The parameter of the page "Corrections" that names the correction begun.
FORM = "form"


def read() -> tuple[View, tuple[str, ...]]:
    """The view in the URL and what of it had to be left out."""
    return View.read_query({key: value for key, value in st.query_params.to_dict().items() if key not in (CHART, FORM)})


@dataclass(frozen=True, slots=True)
class Form:
    """The correction that the URL begins: its kind, and the place in the article that it is about."""

    kind: str = ""
    at: int | None = None

    def __str__(self) -> str:
        return self.kind if self.at is None else f"{self.kind}:{self.at}"


def form() -> Form:
    """``form=date:120`` in the URL; an empty one where it is no kind of correction."""
    kind, _, at = str(st.query_params.get(FORM, "")).partition(":")
    if kind not in KINDS:
        return Form()
    return Form(kind, int(at) if re.fullmatch(r"\d{1,9}", at, re.ASCII) else None)


def begin(wanted: Form) -> None:
    """Make the URL begin another correction, or none."""
    if wanted.kind:
        st.query_params[FORM] = str(wanted)
    else:
        st.query_params.pop(FORM, None)


def arrive(page: str) -> None:
    """Count the pages that a visitor comes to; a redraw of the same page is none."""
    if st.session_state.get("page-open") != page:
        st.session_state["page-open"] = page
        st.session_state["arrivals"] = arrivals() + 1


def arrivals() -> int:
    """How many pages this visitor has come to, this one among them."""
    return int(st.session_state.get("arrivals", 0))


def embedded_chart() -> str:
    """The one chart that the URL asks for, for an ``iframe``; '' for the whole page."""
    return str(st.query_params.get(CHART, ""))


def write(view: View) -> None:
    """Make the URL say this view; parameters that embed the page or begin a correction stay."""
    kept = {
        key: st.query_params.get_all(key) for key in ("embed", "embed_options", CHART, FORM) if key in st.query_params
    }
    st.query_params.from_dict({**view.to_query(), **kept})


def change(**changes: Any) -> None:
    """Change some fields of the view in the URL. For callbacks."""
    try:
        before = read()[0]
        write(before.but(**changes).turned_back(before))
    except ValueError as error:  # reversed dates typed into the rail
        st.session_state["notice"] = str(error)


def bind(key: str, value: Any, to_changes: Callable[[Any], dict[str, Any] | None]) -> dict[str, Any]:
    """Keyword arguments that tie a widget to the view: ``st.toggle("…", **bind("rail-together", view.together, …))``.

    ``to_changes`` turns the widget's new value into changed fields, or None to wait for more input.
    """
    st.session_state[key] = value

    def changed() -> None:
        changes = to_changes(st.session_state[key])
        if changes is not None:
            change(**changes)

    return {"key": key, "on_change": changed}


def pages(key: str, n: int, at: int, to_changes: Callable[[int], dict[str, Any]]) -> int:
    """The pages of a list, of which the view is on the ``at``-th; returns that one, or the last where there are fewer.

    The platform warns where a control that has a default is given a value, and this one always has: where the view was
    turned by other means, another control begins at its page.
    """
    at = min(at, n)
    if n > 1:
        times = st.session_state.setdefault(key, 0)
        if st.session_state.get(f"{key}-{times}", at) != at:
            times = st.session_state[key] = times + 1
        drawn = f"{key}-{times}"
        st.pagination(n, default=at, key=drawn, on_change=lambda: change(**to_changes(st.session_state[drawn])))
    return at
