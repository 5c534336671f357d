"""Where a visitor is in bringing articles: uploads, preview and work, for this visitor only; none of it is a view.

bringing().preview = bringing().preview.changed(3, Changes(title="Talks open"))
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import streamlit as st

from lib.schema import Problem
from lib.ui.bring import engine
from lib.ui.bring.job import Job
from lib.ui.bring.target import Target

_KEY = "bring"


@dataclass
class Bringing:
    """Everything between two clicks. What was typed is kept here too: a field that is not drawn forgets it."""

    step: Literal["inputs", "preview", "done"] = "inputs"
    tab: str = "Paste"
    choice: str | None = None
    name: str = ""
    with_copy: bool = False
    words: str = ""
    address: str = ""
    at_most: int = 20
    #: Files of an earlier look at the inputs: the browser's own list of them is gone by then.
    held: dict[str, engine.Upload] = field(default_factory=dict)
    #: File → its columns; file and field → the column chosen instead of the guessed one.
    columns: dict[str, engine.Columns | Problem] = field(default_factory=dict)
    chosen: dict[tuple[str, str], str] = field(default_factory=dict)
    target: Target | None = None
    reading: Job[engine.Preview] | None = None
    keeping: Job[engine.Summary] | None = None
    preview: engine.Preview | None = None
    summary: engine.Summary | None = None
    show: str = "all"
    opened: int | None = None
    #: Keeping was asked for and has not begun.
    asked: bool = False
    notice: str = ""

    def settle(self) -> None:
        """Take what finished work has found."""
        if self.reading and self.reading.is_done:
            done, self.reading = self.reading, None
            if done.result is None:
                self.notice = done.error
            else:
                self.preview, self.step, self.opened, self.show = done.result, "preview", None, "all"
        if self.keeping and self.keeping.is_done:
            kept, self.keeping = self.keeping, None
            self.summary = kept.result
            self.notice = kept.error
            if kept.result and kept.result.is_built and self.target:
                self.step, self.choice, self.name, self.with_copy = "done", self.target.id, "", False
                self.preview, self.held, self.words, self.address = None, {}, "", ""
                self.columns, self.chosen = {}, {}

    def columns_of(self, file: str) -> dict[str, str]:
        """What a person chose for a table: field → column."""
        return {field: column for (name, field), column in self.chosen.items() if name == file}

    def change(self, number: int, **fields: Any) -> None:
        """Set fields of one article's changes."""
        if self.preview:
            changes = replace(self.preview.articles[number].changes, **fields)
            self.preview = self.preview.changed(number, changes)

    def change_all(self, changes: Mapping[int, engine.Changes]) -> None:
        if self.preview:
            self.preview = self.preview.all_changed(changes)


def bringing() -> Bringing:
    """This visitor's state, made on first use."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Bringing()
    found: Bringing = st.session_state[_KEY]
    return found


def bind(key: str, name: str) -> dict[str, Any]:
    """Keyword arguments that tie a widget to a field of the state, so that it outlives the widget."""
    st.session_state[key] = getattr(bringing(), name)

    def changed() -> None:
        setattr(bringing(), name, st.session_state[key])

    return {"key": key, "on_change": changed}
