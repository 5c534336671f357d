"""Headline numbers: each can be opened, like a mark on a chart."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.store.facts import Count
from lib.ui import state


def headline_numbers(numbers: Sequence[tuple[str, str, Count | None]]) -> None:
    """(label, value, count) in a row. A number with a count is a button that opens its sentences."""
    with st.container(horizontal=True, key="numbers"):
        for label, value, counted in numbers:
            with st.container(key=f"number-{label.lower().replace(' ', '-')}", width="content", gap=None):
                st.caption(label)
                if counted and counted.n:
                    st.button(
                        value,
                        key=f"open-{label}",
                        type="tertiary",
                        help="Read the sentences behind this number",
                        on_click=state.change,
                        kwargs={"mark": counted.mark},
                    )
                else:
                    st.text(value)
