"""A statement that a link names and the filters hide: said, with the way to it, when another is opened in its place."""

from __future__ import annotations

import streamlit as st

from lib.ask.claim import claim
from lib.ask.claims import Claims
from lib.ask.hiding import hiding, loosened
from lib.export.filters import filters
from lib.ui import state
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain
from lib.ui.settings import asked_claim
from lib.view import View


def say_hidden(page: OpenPage, answer: Claims) -> None:
    """Nothing where the statement asked for is among those of the view, or where there is no such one."""
    asked = asked_claim(page.view)
    if not asked or asked in answer.choices:
        return
    found, fields = page.ask(claim, asked), page.ask(hiding, asked)
    if not found or not fields:
        return
    alone = View(**{name: getattr(page.view, name) for name in fields})
    why = "; ".join(f"{label}: {words}" for label, words in filters(alone, page.names))
    st.warning(plain(f"The filters leave out the statement “{found.gist}” ({why}). Another one is opened below."))
    st.button(
        "Show that statement", key="show-hidden", on_click=state.change,
        kwargs={**loosened(fields), "claim": asked, "mark": None},
    )  # fmt: skip
