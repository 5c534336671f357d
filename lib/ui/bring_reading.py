"""From inputs to a preview: the checks before reading begins, and the thread that reads.

    st.button("Read them", on_click=read_files)

Every start asks again whether the visitor may: a browser can send any click.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from lib.ui import bring_engine as engine
from lib.ui import corpus as data
from lib.ui import permissions
from lib.ui.bring_job import Job
from lib.ui.bring_state import bringing
from lib.ui.bring_target import is_sample, target_of

#: Megabytes of one file, and of all files of one reading; the first is the engine's own limit.
MOST_MB, MOST_TOGETHER_MB = 100, 300
#: Megabytes of pasted text: more than that freezes the browser's own box.
MOST_PASTED_MB = 5
READ_PASTED = "Reading what was pasted"
READ_FILES = "Reading the files"
READ_ADDRESS = "Fetching"


def chosen_folder() -> str:
    """Set the target from what is chosen and typed; '' when that worked, else what is wrong."""
    state = bringing()
    choice = st.session_state.get("bring-choice", state.choice) or ""
    name = st.session_state.get("bring-name", state.name)
    corpora = data.corpora()
    wants_copy = st.session_state.get("bring-copy", state.with_copy)
    sample = next((folder for folder in corpora.values() if wants_copy and is_sample(folder)), None)
    found = target_of(choice, name, corpora, sample)
    if isinstance(found, str):
        return found
    state.target = found
    return ""


def read_pasted() -> None:
    """Read the text of the box."""
    text = str(st.session_state.get("bring-words", ""))
    if not text.strip():
        _refuse("There is nothing in the box yet: paste an article, or several with a line of === between them.")
    elif len(text) > MOST_PASTED_MB * 1_000_000:
        _refuse(f"That is more than {MOST_PASTED_MB} MB of text: bring it as a file.")
    else:
        _start(READ_PASTED, lambda: engine.pasted(engine.split_paste(text)))


def read_files() -> None:
    """Read the files that were dropped."""
    state = bringing()
    state.held = [*state.held, *uploaded()]
    files = [upload for _, upload in state.held]
    if not files:
        _refuse("No file was chosen yet: drop one into the box, or browse for it.")
    elif sum(len(file.data) for file in files) > MOST_TOGETHER_MB * 1_000_000:
        state.held = state.held[: len(state.held) - len(uploaded())]
        _refuse(f"These are more than {MOST_TOGETHER_MB} MB together: bring some now and the rest afterwards.")
    else:
        _start(READ_FILES, lambda: files)


def read_address() -> None:
    """Fetch what is at the address."""
    address = str(st.session_state.get("bring-address", "")).strip()
    at_most = int(st.session_state.get("bring-at-most", 20))
    state = bringing()
    if not permissions.may("fetch"):
        _refuse(permissions.why_not("fetch"))
    elif not address:
        _refuse("Type the address of an article or of a feed first.")
    elif fault := _may_not_start():
        _refuse(fault)
    elif state.target:
        url = address if "://" in address else f"https://{address}"
        where = state.target.compared_with
        state.reading = Job(
            READ_ADDRESS,
            lambda job: engine.understand_address(url, where, at_most=at_most, said=job.say, stop=job.stop.is_set),
        )


def uploaded() -> list[tuple[str, engine.Upload]]:
    """The files in the browser's box: an id that stays while the file is there, and the file."""
    state = bringing()
    found = []
    for file in st.session_state.get("bring-files") or []:
        columns = {field: column for (name, field), column in state.chosen.items() if name == file.file_id}
        found.append((str(file.file_id), engine.Upload(file.name, file.getvalue(), columns)))
    return found


def _start(doing: str, files_of: Callable[[], Sequence[engine.Upload]]) -> None:
    state = bringing()
    if fault := _may_not_start():
        _refuse(fault)
    elif state.target:
        where = state.target.compared_with
        state.reading = Job(doing, lambda job: engine.understand(files_of(), where, said=job.say, stop=job.stop.is_set))


def _may_not_start() -> str:
    if not permissions.may("add"):
        return permissions.why_not("add")
    return chosen_folder()


def _refuse(words: str) -> None:
    bringing().notice = words
