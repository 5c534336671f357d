"""From inputs to a preview: the checks before reading begins, and the thread that reads.

    st.button("Read them", on_click=read_files)

Every start asks again whether the visitor may: a browser can send any click.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import replace

import streamlit as st

from lib.ui import corpus as data
from lib.ui import permissions
from lib.ui.bring import engine
from lib.ui.bring.job import Job
from lib.ui.bring.state import bringing
from lib.ui.bring.target import is_sample, target_of

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
        bringing().tab = "Paste"
        _start(READ_PASTED, lambda: engine.pasted(engine.split_paste(text)))


def read_files() -> None:
    """Read the files that were dropped."""
    state = bringing()
    held = {**state.held, **uploaded()}
    files = [replace(upload, columns=state.columns_of(name)) for name, upload in held.items()]
    if not files:
        _refuse("No file was chosen yet: drop one into the box, or browse for it.")
    elif sum(len(file.data) for file in files) > MOST_TOGETHER_MB * 1_000_000:
        _refuse(f"These are more than {MOST_TOGETHER_MB} MB together: bring some now and the rest afterwards.")
    elif _start(READ_FILES, lambda: files, len(files)):
        state.held, state.tab = held, "Files"


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
    elif state.target and state.reading is None:
        url = address if "://" in address else f"https://{address}"
        where, state.tab = state.target.compared_with, "Web address"
        state.reading = Job(
            READ_ADDRESS,
            lambda job: engine.understand_address(url, where, at_most=at_most, said=job.say, stop=job.stop.is_set),
        )


def uploaded(but: Container[str] = ()) -> dict[str, engine.Upload]:
    """The files in the browser's box by an id that stays while the file is there, without those named in ``but``."""
    files = {str(f.file_id): f for f in st.session_state.get("bring-files") or []}
    return {name: engine.Upload(f.name, f.getvalue()) for name, f in files.items() if name not in but}


def _start(doing: str, files_of: Callable[[], Sequence[engine.Upload]], n_files: int = 0) -> bool:
    """Begin to read, unless something is wrong; whether it has begun."""
    state = bringing()
    if fault := _may_not_start():
        _refuse(fault)
    elif state.target and state.reading is None:  # a second click waits
        where = state.target.compared_with
        state.reading = Job(
            doing, lambda job: engine.understand(files_of(), where, said=job.say, stop=job.stop.is_set), n_files
        )
        return True
    return False


def _may_not_start() -> str:
    if not permissions.may("add"):
        return permissions.why_not("add")
    return chosen_folder()


def _refuse(words: str) -> None:
    bringing().notice = words
