"""The second step: what was understood, article by article, each field correctable, before anything is kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import streamlit as st

from lib.phrase import count
from lib.schema import Problem
from lib.ui import permissions
from lib.ui.bring import engine
from lib.ui.bring.article import day_field, needs_a_look, show_article
from lib.ui.bring.job import Job
from lib.ui.bring.state import bind, bringing
from lib.ui.bring.target import Target
from lib.ui.markdown import plain

#: Articles of one page of the list; problems that are written out.
PAGE, WRITTEN_OUT = 10, 4
#: Words from which one pasted text may well be several articles.
SEVERAL = 700
SHOW = {"all": "All", "look": "To check", "out": "Not kept"}
WHERE = {"unknown": "Where it is not known", "all": "In every article"}


def show_preview(preview: engine.Preview, target: Target) -> None:
    state = bringing()
    n, n_kept = len(preview.articles), len(preview.kept)
    st.subheader(_sentence(preview, n, n_kept), anchor=False)
    if preview.stopped:
        st.caption("Reading was stopped: these are the articles up to there.")
    if n == 1 and state.tab == "Paste" and preview.articles[0].n_words >= SEVERAL:
        st.caption("Was it more than one? Go back to the inputs and put a line of === between two articles.")
    _problems(preview)
    if n:
        look = [a for a in preview.articles if needs_a_look(a)]
        out = [a for a in preview.articles if not a.is_kept]
        listed = {"all": list(preview.articles), "look": look, "out": out}
        with st.container(key="bring-tools", horizontal=True, vertical_alignment="bottom"):
            st.segmented_control(
                "Show", list(SHOW), required=True, format_func=lambda k: f"{SHOW[k]} ({len(listed[k]):,})",
                **bind("bring-show", "show"),
            )  # fmt: skip
            with st.popover("Set outlet or day for many", key="bring-many"):
                _set_many()
        _list(listed[state.show])
    with st.container(key="bring-keep", horizontal=True, vertical_alignment="center"):
        st.button(
            plain(f"Keep {count(n_kept, 'article')} in “{target.title or target.id}”"), key="bring-do-keep",
            type="primary", disabled=n_kept == 0, on_click=_ask_to_keep,
        )  # fmt: skip
        st.button("Back to the inputs", key="bring-back", on_click=_back)
    if n_kept:
        st.caption(
            "Keeping builds the corpus anew. You see how far it is, can cancel it, and can return to the build before."
        )


def _sentence(preview: engine.Preview, n: int, n_kept: int) -> str:
    if not n:
        return "Nothing in it could be read as an article"
    said = [f"{count(n, 'article')} understood", f"{n_kept:,} to keep"]
    if twice := sum(bool(a.duplicate_of) for a in preview.articles):
        said.append(f"{count(twice, 'duplicate')} left out")
    return ", ".join(said)


def _problems(preview: engine.Preview) -> None:
    found = preview.problems
    if not found:
        return
    with st.container(key="bring-problems", gap="small"):
        for one in found[:WRITTEN_OUT]:
            st.text(f"{' '.join((one.path, one.where)).strip()}: {one.what}")
            st.caption(plain(f"Allowed: {one.why}. What to do: {remedy(one)}."))
    if len(found) > WRITTEN_OUT:
        with st.expander(f"All {count(len(found), 'problem')}", type="compact"):
            rows = [(p.path, p.where, p.what, p.why, remedy(p)) for p in found[:5000]]
            columns = ["input", "where", "what is wrong", "what is allowed", "what to do"]
            st.dataframe(pd.DataFrame(rows, columns=columns), hide_index=True)


def remedy(problem: Problem) -> str:
    """What to do, as far as it can be done on this page: the command's own options are no help here."""
    if "--map" in problem.remedy:
        return "go back and choose the column that holds the article’s text"
    return problem.remedy


def _list(listed: list[engine.Understood]) -> None:
    if not listed:
        st.caption("None.")
        return
    pages = -(-len(listed) // PAGE)
    at = 1
    if pages > 1:
        at = st.pagination(pages, key=f"bring-page-{bringing().show}-{pages}")
    with st.container(key="bring-list", gap=None):
        for one in listed[(at - 1) * PAGE : at * PAGE]:
            show_article(one)


def _set_many() -> None:
    st.radio("Set it", list(WHERE), format_func=WHERE.__getitem__, key="bring-many-where", horizontal=True)
    st.text_input("Outlet", key="bring-many-source", max_chars=200, placeholder="leave empty to keep what was read")
    day_field("Day of publication", "bring-many-day", None)
    st.button("Set", key="bring-many-set", type="primary", on_click=_apply_to_many)


def _apply_to_many() -> None:
    state = bringing()
    source = str(st.session_state.get("bring-many-source") or "").strip()
    day: dt.date | None = st.session_state.get("bring-many-day")
    everywhere = st.session_state.get("bring-many-where") == "all"
    if not source and day is None:
        state.notice = "Nothing was set: type an outlet, or choose a day."
        return
    changes: dict[int, engine.Changes] = {}
    for one in state.preview.articles if state.preview else ():
        change = one.changes
        if source and (everywhere or not one.source):
            change = replace(change, source=source)
        if day and (everywhere or one.published is None):
            change = replace(change, published=day, no_day=False)
        if change is not one.changes:
            changes[one.number] = change
    state.change_all(changes)
    st.session_state["done"] = f"Set in {count(len(changes), 'article')}."
    st.session_state["bring-many-source"], st.session_state["bring-many-day"] = "", None


def _ask_to_keep() -> None:
    state = bringing()
    if permissions.may("add"):
        state.asked = True
    else:
        state.notice = permissions.why_not("add")


def start_keeping() -> None:
    """Begin the build that was asked for: after every callback, since the same click may have ended a correction."""
    state = bringing()
    asked, state.asked = state.asked, False
    if asked and state.preview is not None and state.target is not None and state.keeping is None:
        preview, target = state.preview, state.target
        state.keeping = Job("Keeping", lambda job: _keep(preview, target, job))


def _keep(preview: engine.Preview, target: Target, job: Job[engine.Summary]) -> engine.Summary:
    return engine.keep(preview, target.folder, job.at, job.stop.is_set, title=target.title, copy_of=target.copy_of)


def _back() -> None:
    bringing().step = "inputs"
