"""The page "Add articles": inputs, then a preview, then what was kept; one of the three, or the work between them."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lib.ui import corpus as data
from lib.ui import permissions
from lib.ui.bring.done import show_done
from lib.ui.bring.inputs import show_inputs, show_notice
from lib.ui.bring.preview import show_preview, start_keeping
from lib.ui.bring.progress import show_progress
from lib.ui.bring.state import bringing
from lib.ui.frame import OpenPage
from lib.ui.markup import escape

_STYLE = Path(__file__).with_name("style.css")
_STEPS = {"inputs": "Bring", "preview": "Check", "done": "Keep"}


def show_bring(page: OpenPage) -> None:
    """The step where this visitor is."""
    st.html(_STYLE)
    state = bringing()
    state.settle()
    start_keeping()
    at = "done" if state.keeping else "inputs" if state.reading else state.step
    _steps(at)
    if state.reading or state.keeping:
        show_progress()
        return
    _not_built()
    show_notice()
    corpora = data.corpora()
    if state.step == "done" and state.summary and state.target:
        show_done(state.summary, state.target, corpora)
    elif state.step == "preview" and state.preview is not None and state.target:
        show_preview(state.preview, state.target)
    else:
        show_inputs(corpora, page.known.corpus)


def show_why_not() -> None:
    """For a visitor who may not add: why, and how it can be done."""
    st.text(permissions.why_not("add"))
    if not permissions.rules().sign_in:
        st.caption("On your own machine this page is open, and the same is done by the command:")
        st.code("python -m lib.build ARTICLES --into data/built/mine\nmake run CORPUS=data/built/mine", language="bash")


def _not_built() -> None:
    """Why keeping came to nothing, once."""
    state = bringing()
    if state.summary and not state.summary.is_built:
        found, state.summary = state.summary, None
        say = {
            "stopped": "Cancelled: nothing was changed. The preview is as you left it.",
            "refused": f"Another build of this corpus is running, so nothing was changed: {found.words}.",
            "nothing": f"Nothing was kept: {found.words}.",
        }
        failed = f"The build failed and nothing was changed. The preview is as you left it. {found.words}"
        state.notice = say.get(found.state, failed)


def _steps(at: str) -> None:
    said = "".join(
        f'<li class="{"dl-here" if key == at else ""}"{" aria-current=step" if key == at else ""}>{escape(name)}</li>'
        for key, name in _STEPS.items()
    )
    st.html(f'<ol class="dl-steps" aria-label="Steps">{said}</ol>')
