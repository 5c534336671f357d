"""How far reading or building is, redrawn by itself, and the button that stops it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from lib.phrase import count
from lib.ui.bring import engine
from lib.ui.bring.job import Job
from lib.ui.bring.state import bringing

#: Seconds between two looks.
EVERY = 0.5
#: A build's own words for its stages (their beginnings), and what a reader calls them.
DOING = {
    "loading the model": "Getting ready", "reading": "Reading the articles",
    "parsing": "Finding names, dates, events and quotes",
    "inferring publication days": "Working out days of publication",
    "sorting": "Sorting", "looking for copies": "Looking for copies of the same report",
    "completing names": "Completing names", "linking": "Linking names to people, bodies and places",
    "grouping into stories": "Grouping into stories", "comparing accounts": "Comparing the accounts",
    "deriving": "Getting the tables ready to open",
}  # fmt: skip


@st.fragment(run_every=EVERY)
def show_progress() -> None:
    """The work under way. When it is done, the whole page is drawn again."""
    state = bringing()
    job: Job[Any] | None = state.reading or state.keeping
    if job is None or job.is_done:
        st.rerun()
    with st.container(key="bring-progress"):
        if job is state.reading:
            _reading(job)
        else:
            _building(job)


def _reading(job: Job[Any]) -> None:
    st.subheader(f"{job.doing} …", anchor=False)
    if job.n_files > 1:
        st.progress(min(1.0, job.n_begun / job.n_files), text=f"File {max(1, job.n_begun)} of {job.n_files}")
    st.text(f"{count(job.n, 'article')} so far{f', now in {job.name}' if job.name else ''} · {_time(job.seconds)}")
    with st.container(horizontal=True):
        if job.stop.is_set():
            st.caption("Stopping after this article …", width="content")
            st.button("Do not wait", key="bring-leave", type="tertiary", on_click=_leave)
        else:
            st.button("Stop and show what was read", key="bring-stop", on_click=job.stop.set)


def _building(job: Job[Any]) -> None:
    step = job.step
    st.subheader(f"{say_doing(step)} …", anchor=False)
    st.progress(step.fraction if step else 0.0)
    st.text(" · ".join(part for part in (_amount(step), _left(step), f"{_time(job.seconds)} so far") if part))
    st.caption("What was there before stays open to everybody until the new build is ready.")
    if job.stop.is_set():
        st.caption("Stopping: nothing will have been changed …")
    else:
        st.button("Cancel", key="bring-cancel", on_click=job.stop.set)


def say_doing(step: engine.Step | None) -> str:
    """A stage in a reader's words; the build's own words where it is a new one."""
    if step is None:
        return DOING["loading the model"]
    return next((said for begins, said in DOING.items() if step.doing.startswith(begins)), step.doing.capitalize())


def _amount(step: engine.Step | None) -> str:
    return f"{step.done:,} of {step.total:,} {step.unit}".strip() if step and step.total else ""


def _left(step: engine.Step | None) -> str:
    if step is None or step.seconds_left is None:
        return ""
    return f"about {_time(max(1.0, step.seconds_left))} left"


def _time(seconds: float) -> str:
    """'12 seconds', '3 minutes'."""
    return count(round(seconds), "second") if seconds < 90 else count(round(seconds / 60), "minute")


def _leave() -> None:
    """Go on without what is being read now; its thread ends by itself and nobody takes its result."""
    state = bringing()
    state.reading = None
    state.notice = "Reading was left. The files and the text are still here."
