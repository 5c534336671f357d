"""What each outlet alone names: the overview's third lead."""

from __future__ import annotations

import streamlit as st

from lib.ask.overview import Overview
from lib.ui import state
from lib.ui.markdown import plain


def only_here(answer: Overview) -> None:
    """Each outlet's own actors as buttons that open their sentences."""
    if not answer.only_here:
        return
    st.subheader("Named by one outlet alone", anchor=False)
    st.caption("Actors that no other outlet names in the articles loaded, under these filters.")
    for own in answer.only_here:
        with st.container(key=f"alone-{own.source}"):
            label, names = st.columns([1, 4])
            label.markdown(f"**{plain(own.name)}**")
            with names, st.container(horizontal=True, gap="small", key=f"alone-names-{own.source}"):
                for actor in own.actors:
                    st.button(
                        f"{plain(actor.name)} · {actor.n}",
                        key=f"alone-{own.source}-{actor.id}",
                        type="tertiary",
                        on_click=state.change,
                        kwargs={"mark": actor.mark},
                    )
                if own.more:
                    st.caption(f"and {own.more} more", width="content")
