"""The overview's leads: where to go first and what is found there, what each outlet alone names."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from lib.ask.leads import Leads
from lib.ask.overview import OnlyHere, Overview
from lib.charts.agreement import say_told
from lib.interval import say_day
from lib.phrase import count, list_words
from lib.ui import state
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain

ACROSS = 3
#: Outlets whose own actors are written out at once.
ALONE = 10


def say_what_to_do(answer: Overview, n_stories: int) -> None:
    """Two sentences for who opens this for the first time, true of what is here."""
    if n_stories > 1:
        what = (
            f"{count(n_stories, 'story', 'stories')}, each as every outlet told it: choose one to hold all pages to it."
        )
    elif answer.n_sources == 1:
        what = "One outlet’s account, taken apart. Add another outlet’s, and the two are compared."
    else:
        what = "One event as every outlet told it."
    st.html(
        f'<p class="dl-intro">{what} Click any number, bar or square to read the sentences behind it; narrow '
        "everything down with the filters in the sidebar.</p>"
    )


def first_leads(page: OpenPage, found: Leads, answer: Overview) -> None:
    """Each page as a card: its question and what it holds under this view."""
    cards = _of_one(found, answer) if len(page.known.sources) == 1 else _cards(found, answer)
    with st.container(key="leads"):
        for row in (cards[i : i + ACROSS] for i in range(0, len(cards), ACROSS)):
            for column, (name, head, text) in zip(st.columns(ACROSS, gap="small"), row, strict=False):
                with column, st.container(key=f"lead-{name}", border=True, height="stretch"):
                    page.link(name, head, mark=None)
                    st.caption(plain(text))


def _cards(found: Leads, answer: Overview) -> list[tuple[str, str, str]]:
    """(page, heading, finding)."""
    told = say_told(found.n_claims, found.n_alone, found.n_differ)
    return [
        (
            "claims",
            "Where accounts agree and differ",
            f"{told}." if told else "No statement was found in two outlets.",
        ),
        ("numbers", "Numbers side by side", _numbers(found)),
        ("timeline", "What happened when", _events(answer)),
        ("entities", "Who is in the story", _named(answer)),
        (
            "sources",
            "How the outlets compare",
            f"{count(answer.quotes.n, 'quote')}: who is quoted, and who stays unnamed.",
        ),
        ("wording", "Which words they choose", "What sets an outlet’s words apart, and how it describes an actor."),
    ]


def _of_one(found: Leads, answer: Overview) -> list[tuple[str, str, str]]:
    """The cards where the corpus has one outlet: what it tells, and the way to a second account."""
    return [
        ("entities", "Who is in the story", _named(answer)),
        ("timeline", "What happened when", _events(answer)),
        ("sources", "Who is quoted", f"{count(answer.quotes.n, 'quote')}: by name, or by sources who stay unnamed."),
        ("wording", "How actors are described", "The verbs and adjectives that go with each actor."),
        ("numbers", "What is counted", _numbers(found)),
        ("bring", "Add another account", "Statements and numbers are compared once a second outlet tells the story."),
    ]


def _numbers(found: Leads) -> str:
    if found.numbers:
        return f"Outlets give different numbers: {list_words(list(found.numbers[:3]))}."
    if not found.n_numbers:
        return "No number of counted things was found."
    return f"{count(found.n_numbers, 'number')} of {count(found.n_things, 'thing')} counted: by whom, and how surely."


def _events(answer: Overview) -> str:
    busiest = f"; most on {say_day(dt.date.fromisoformat(answer.days[0].value('happened-day')))}" if answer.days else ""
    return f"{count(answer.events.n, 'dated event')}{busiest}."


def _named(answer: Overview) -> str:
    named = list_words([actor.name for actor in answer.actors[:3]])
    return f"Named most: {named}." if named else "Nobody is named."


def only_here(answer: Overview) -> None:
    """Each outlet's own actors as buttons that open their sentences."""
    if not answer.only_here:
        return
    st.subheader("Named by one outlet alone", anchor=False)
    st.caption("Actors that no other outlet names in the articles loaded, under these filters.")
    for own in answer.only_here[:ALONE]:
        _alone(own)
    if rest := answer.only_here[ALONE:]:
        with st.expander(count(len(rest), "more outlet")):
            for own in rest:
                _alone(own)


def _alone(own: OnlyHere) -> None:
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
