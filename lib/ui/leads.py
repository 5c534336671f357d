"""The overview's leads: what the accounts share and where they differ, what each outlet alone names."""

from __future__ import annotations

import streamlit as st

from lib.ask.leads import Leads
from lib.ask.overview import Overview
from lib.phrase import count, list_words
from lib.ui import state
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain


def first_leads(page: OpenPage, found: Leads) -> None:
    """Links to where the accounts can be laid side by side."""
    with st.container(key="leads"):
        if found.n_claims:
            differ = f", {found.n_differ} of them with different numbers or dates" if found.n_differ else ""
            shared = count(found.n_claims, "statement")
            page.link("claims", f"{shared} told by two outlets or more{differ}", mark=None)
        if found.numbers:
            things = list_words([plain(thing) for thing in found.numbers[:3]])
            page.link("numbers", f"Outlets give different numbers: {things}", mark=None)


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
