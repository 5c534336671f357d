"""The overview's leads: where to go first and what is found there, what each outlet alone names."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from lib.ask.leads import Leads
from lib.ask.overview import Overview
from lib.interval import say_day
from lib.phrase import count, list_words
from lib.ui import state
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain

ACROSS = 3


def say_what_to_do() -> None:
    """Two sentences for who opens this for the first time."""
    st.html(
        '<p class="dl-intro">One event as every outlet told it. Click any number, bar or square to read the sentences '
        "behind it; narrow everything down with the filters in the sidebar.</p>"
    )


def first_leads(page: OpenPage, found: Leads, answer: Overview) -> None:
    """Each page as a card: its question and what it holds under this view."""
    cards = _cards(found, answer)
    with st.container(key="leads"):
        for row in (cards[i : i + ACROSS] for i in range(0, len(cards), ACROSS)):
            for column, (name, head, text) in zip(st.columns(ACROSS, gap="small"), row, strict=False):
                with column, st.container(key=f"lead-{name}", border=True, height="stretch"):
                    page.link(name, head, mark=None)
                    st.caption(plain(text))


def _cards(found: Leads, answer: Overview) -> list[tuple[str, str, str]]:
    """(page, heading, finding)."""
    differ = f", {found.n_differ} of them with different numbers or dates" if found.n_differ else ""
    things = list_words(list(found.numbers[:3]))
    busiest = f"; most on {say_day(dt.date.fromisoformat(answer.days[0].value('happened-day')))}" if answer.days else ""
    named = list_words([actor.name for actor in answer.actors[:3]])
    return [
        (
            "claims",
            "Where accounts agree and differ",
            f"{count(found.n_claims, 'statement')} told by two outlets or more{differ}."
            if found.n_claims
            else "No statement was found in two outlets.",
        ),
        (
            "numbers",
            "Numbers side by side",
            f"Outlets give different numbers: {things}." if things else "What is counted, by whom, how surely.",
        ),
        ("timeline", "What happened when", f"{count(answer.events.n, 'dated event')}{busiest}."),
        ("entities", "Who is in the story", f"Named most: {named}." if named else "Nobody is named."),
        (
            "sources",
            "How the outlets compare",
            f"{count(answer.quotes.n, 'quote')}: who is quoted, and who stays unnamed.",
        ),
        ("wording", "Which words they choose", "What sets an outlet’s words apart, and how it describes an actor."),
    ]


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
