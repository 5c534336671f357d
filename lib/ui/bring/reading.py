"""From inputs to a preview: the checks before reading begins, and the thread that reads.

    st.button("Read them", on_click=read_files)

Every start asks again whether the visitor may: a browser can send any click.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace

import streamlit as st

from lib.phrase import count, list_words
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
READ_ALL = "Reading all that you brought"
_NOTHING = {
    "Paste": "There is nothing in the box yet: paste an article, or several with a line of === between them.",
    "Files": "No file was chosen yet: drop one into the box, or browse for it.",
    "Web address": "Type the address of an article or of a feed first.",
}


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


def read_together(tab: str) -> None:
    """Read what stands in every tab, in one preview: the text, the files, and what is at the address.

    ``tab`` is the one whose button was pressed; it says what is missing where all are empty.
    """
    state, brought = bringing(), inputs()
    if not brought.doing:
        _refuse(_NOTHING[tab])
    elif len(brought.words) > MOST_PASTED_MB * 1_000_000:
        _refuse(f"That is more than {MOST_PASTED_MB} MB of text: bring it as a file.")
    elif sum(len(file.data) for file in brought.files.values()) > MOST_TOGETHER_MB * 1_000_000:
        _refuse(f"These are more than {MOST_TOGETHER_MB} MB together: bring some now and the rest afterwards.")
    elif _start(brought):
        state.held, state.tab = brought.files, tab


def read_pasted() -> None:
    """The button below the box."""
    read_together("Paste")


def read_files() -> None:
    """The button below the files."""
    read_together("Files")


def read_address() -> None:
    """The button beside the address."""
    if not permissions.may("fetch"):
        _refuse(permissions.why_not("fetch"))
    else:
        read_together("Web address")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What stands in the three tabs: text, files by id, the address ('' where there is none)."""

    words: str
    files: dict[str, engine.Upload]
    address: str

    @property
    def doing(self) -> str:
        """What reading it is called; '' where nothing is there."""
        parts = {READ_PASTED: bool(self.words), READ_FILES: bool(self.files), READ_ADDRESS: bool(self.address)}
        there = [doing for doing, is_there in parts.items() if is_there]
        return READ_ALL if len(there) > 1 else "".join(there)

    @property
    def said(self) -> str:
        """'the pasted text, 2 files and the web address'."""
        files = count(len(self.files), "file") if self.files else ""
        parts = ("the pasted text" if self.words else "", files, "the web address" if self.address else "")
        return list_words([part for part in parts if part])


def inputs() -> Inputs:
    """What this visitor has brought by now, in whichever tab."""
    state = bringing()
    words = str(st.session_state.get("bring-words", state.words))
    address = str(st.session_state.get("bring-address", state.address)).strip() if permissions.may("fetch") else ""
    if address and "://" not in address:
        address = f"https://{address}"
    return Inputs(words if words.strip() else "", {**state.held, **uploaded()}, address)


def uploaded(but: Container[str] = ()) -> dict[str, engine.Upload]:
    """The files in the browser's box by an id that stays while the file is there, without those named in ``but``."""
    files = {str(f.file_id): f for f in st.session_state.get("bring-files") or []}
    return {name: engine.Upload(f.name, f.getvalue()) for name, f in files.items() if name not in but}


def _start(brought: Inputs) -> bool:
    """Begin to read, unless something is wrong; whether it has begun."""
    state = bringing()
    if fault := _may_not_start():
        _refuse(fault)
    elif state.target and state.reading is None:  # a second click waits
        where = state.target.compared_with
        files = [replace(upload, columns=state.columns_of(name)) for name, upload in brought.files.items()]
        at_most = int(st.session_state.get("bring-at-most", state.at_most))

        def read(job: Job[engine.Preview]) -> engine.Preview:
            pasted = engine.pasted(engine.split_paste(brought.words)) if brought.words else []
            return engine.understand(
                [*pasted, *files], where, address=brought.address, at_most=at_most, said=job.say, stop=job.stop.is_set
            )

        state.reading = Job(brought.doing, read, len(files) if brought.doing == READ_FILES else 0)
        return True
    return False


def _may_not_start() -> str:
    if not permissions.may("add"):
        return permissions.why_not("add")
    return chosen_folder()


def _refuse(words: str) -> None:
    bringing().notice = words
