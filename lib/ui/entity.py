"""One entity up close: its aliases and why they are one, its roles, its days, its company."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.ask.entities import Profile, Ranking
from lib.charts.days import days_chart
from lib.phrase import count, list_words
from lib.store.facts import Count
from lib.ui import state
from lib.ui.correct.link import correct_link
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain

#: Surface forms listed as buttons; the table beside them has all.
MOST = 12
#: What of an entity can be corrected from here.
_CORRECT = (
    ("merge", "Correct this: it is the same as another"),
    ("alias", "a form of it belongs elsewhere"),
    ("rename", "its name"),
    ("retype", "its type"),
    ("hide", "it is nothing to count"),
)


def choose_entity(page: OpenPage, answer: Ranking) -> str:
    """The entity to look at: the view's, else the most named one."""
    offered = {e.id: e.name for e in answer.entities} | {c.id: c.name for c in page.known.actors}
    chosen = page.view.entity or answer.entities[0].id
    st.selectbox(
        "Look closer at",
        list(dict.fromkeys([chosen, *offered])),
        format_func=lambda i: page.names.get(i) or offered.get(i, i),
        **state.bind("choose-entity", chosen, lambda v: {"entity": v or "", "mark": None}),
    )
    return chosen


def _role(found: Profile, counted: Count) -> str:
    """'82 as in “Russian”': a role by its most frequent form, since few readers know what a metonym is."""
    form = next((a.alias for a in found.aliases if a.role == counted.value("role")), "")
    return f"{counted.n:,} by name" if counted.value("role") == "name" or not form else f"{counted.n:,} as in “{form}”"


def show_profile(page: OpenPage, found: Profile) -> None:
    """The chosen entity's chart over time and its aliases."""
    noun = "mentions" if page.view.unit == "rows" else "articles"
    roles = list_words([_role(found, c) for c in found.roles])
    title = f"{found.entity.name}: {count(found.entity.n, noun[:-1])}" + (f" — {roles}" if len(found.roles) > 1 else "")
    page.show(days_chart("over-time", title, found.over_time, noun, page.names, page.colours, page.view.mark))
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown("**Written as**")
        with st.container(key="aliases"):
            for line in found.aliases[:MOST]:
                st.button(
                    f"“{plain(line.alias)}” · {line.n} as {line.role}",
                    key=f"alias-{line.alias}-{line.role}",
                    type="tertiary",
                    on_click=state.change,
                    kwargs={"mark": line.mark},
                )
        with st.popover("Why these are one", type="tertiary"):
            st.dataframe(
                pd.DataFrame(
                    [(a.alias, a.n, a.role, a.method, a.score, a.why) for a in found.aliases],
                    columns=["written as", noun, "role", "merged by", "score", "why"],
                ),
                hide_index=True,
            )
    with right:
        st.markdown("**Named in one sentence with**")
        with st.container(key="company"):
            for other in found.together:
                st.button(
                    f"{plain(other.name)} · {count(other.n, 'sentence')}",
                    key=f"with-{other.id}",
                    type="tertiary",
                    on_click=state.change,
                    kwargs={"mark": other.mark},
                )
    with st.container(key="correct-entity-links", horizontal=True, vertical_alignment="center", gap="medium"):
        for kind, label in _CORRECT:
            correct_link(page.view, kind, label, entity=found.entity.id)
