"""The one reader and writer of the URL. The URL is the view; nothing else remembers filters.

A widget never holds a filter of its own: before it is drawn its value is set from the view, and when
it changes, the changed view is written to the URL, which is then read again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from lib.export.embed import CHART
from lib.view import View


def read() -> tuple[View, tuple[str, ...]]:
    """The view in the URL and what of it had to be left out."""
    return View.read_query({key: value for key, value in st.query_params.to_dict().items() if key != CHART})


def embedded_chart() -> str:
    """The one chart that the URL asks for, for an ``iframe``; '' for the whole page."""
    return str(st.query_params.get(CHART, ""))


def write(view: View) -> None:
    """Make the URL say this view; parameters that embed the page stay."""
    kept = {key: st.query_params.get_all(key) for key in ("embed", "embed_options", CHART) if key in st.query_params}
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
