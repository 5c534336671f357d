"""'Correct this', where one sees the mistake: a link that opens the page of corrections with its form filled in."""

from __future__ import annotations

from typing import Any

import streamlit as st

from lib.ui import permissions, state
from lib.ui.markdown import plain
from lib.ui.pages import PAGES
from lib.view import View


def correct_link(view: View, kind: str, label: str, at: int | None = None, **changes: Any) -> None:
    """Nothing for a visitor who may not correct. ``at``: the offset in the article that the correction is about."""
    if not permissions.may("correct"):
        return
    target = view.but(mark=None, **changes).to_query() | {state.FORM: str(state.Form(kind, at))}
    st.page_link(PAGES["correct"].script, label=plain(label), query_params=target, width="content")
