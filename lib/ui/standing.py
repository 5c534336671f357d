"""Which corrections a page is shown under, and the quiet line that says so.

stand, notice = standing(corpus, view)
stand.shown                 # applied to the store that the page works with
stand.in_link(view)         # the view as a shared link names it: with the state of the log
stand, notice = affordable(stand, folder)       # another state, where strangers have asked for very many of them
"""

from __future__ import annotations

import dataclasses
import threading
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from lib.corrections import Correction, Log, read
from lib.phrase import count
from lib.store.corrected import made
from lib.ui import permissions, state
from lib.ui.pages import PAGES
from lib.view import View

#: Each earlier state is a copy of the data that is made when a link first asks for it, and anybody can write a link.
#: So many are made for visitors who may not correct, all of them together, in so many seconds.
OLDER, WITHIN = 6, 600
_made: deque[float] = deque(maxlen=OLDER)
_making = threading.Lock()


@dataclass(frozen=True, slots=True)
class Standing:
    """The log of a corpus and how many of its lines the page is shown under."""

    corpus: Path
    log: Log
    lines: int

    @property
    def shown(self) -> tuple[Correction, ...]:
        return self.log.standing(self.lines)

    @property
    def present(self) -> bool:
        """Whether the page shows all that stands now."""
        return self.shown == self.log.standing()

    def in_link(self, view: View) -> View:
        """The view with the state of the log that it is shown under; without one where nothing was ever corrected."""
        return view.but(corrections=str(self.lines)) if self.log.lines else view


def standing(corpus: Path, view: View) -> tuple[Standing, str]:
    """What stands under a view, and a notice where the view names more than there is."""
    try:
        log = read(corpus)
    except OSError as error:
        return Standing(corpus, Log(), 0), f"The corrections of this corpus cannot be read: {error.strerror}."
    n = len(log.lines)
    if not view.corrections:
        return Standing(corpus, log, n), ""
    wanted = int(view.corrections)
    notice = ""
    if wanted > n:
        said = count(wanted, "line")
        notice = f"This link was made on {said} of corrections; there are only {n}. All of them are shown."
    return Standing(corpus, log, min(wanted, n)), notice


def affordable(stand: Standing, folder: Path) -> tuple[Standing, str]:
    """What stands now, and a notice, where an earlier state would be one copy of the data too many.

    ``folder`` is the generation. What is copied already is shown to everybody, and so is what stands now.
    """
    if stand.present or permissions.may("correct") or _there(folder, stand) or _taken():
        return stand, ""
    notice = (
        "Many earlier states of the corrections were opened here within a few minutes, so this one is not shown now: "
        "what you see is with all of them. Open the link again in ten minutes."
    )
    return dataclasses.replace(stand, lines=len(stand.log.lines)), notice


def _there(folder: Path, stand: Standing) -> bool:
    try:
        return made(folder, stand.shown)
    except OSError:
        return True  # no copy can be made at all, and the page says so


def _taken() -> bool:
    """Whether one more copy can be made; it is then counted."""
    with _making:
        if len(_made) == OLDER and time.monotonic() - _made[0] < WITHIN:
            return False
        _made.append(time.monotonic())
        return True


def say_standing(stand: Standing, view: View) -> None:
    """The line under the heading: how many corrections are in the numbers, and the way to the other state."""
    shown, now = len(stand.shown), len(stand.log.standing())
    if not shown and not now:
        return
    page = PAGES["correct"].script
    with st.container(key="corrections-line", horizontal=True, vertical_alignment="center", gap="small"):
        query = view.but(mark=None).to_query()
        if stand.present:
            st.page_link(page, label=f"with {count(shown, 'correction')}", query_params=query, width="content")
            other, label = view.but(corrections="0", mark=None), "Look without them"
        elif not shown:
            st.page_link(page, label=f"without the {count(now, 'correction')}", query_params=query, width="content")
            other, label = view.but(corrections="", mark=None), "Look with them"
        else:
            since = len(stand.log.lines) - stand.lines
            st.page_link(
                page,
                label=f"with the {count(shown, 'correction')} of then; {count(since, 'change')} made since",
                query_params=query,
                width="content",
            )
            other, label = view.but(corrections="", mark=None), "Show this view with the corrections of now"
        # A link to the page itself that has no parameters would leave the address as it is.
        st.button(label, key="other-corrections", type="tertiary", on_click=state.write, args=(other,))
