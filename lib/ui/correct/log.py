"""The list of corrections: what, who, when, why, whether each found anything; undo, export, import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from lib.corrections import FILE, Correction, CorrectionError, Log, Undo, parse, read, take_in, undo, without_addresses
from lib.phrase import count
from lib.store.corrected import applied, refused
from lib.ui import corpus as data
from lib.ui import permissions
from lib.ui.correct.page import MOST_WHY, corrects_as
from lib.ui.correct.words import say
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain

#: Corrections on one page of the list, and megabytes of a log that is brought.
PAGE, LARGEST = 20, 5
#: Whether a correction found something (None: nobody looked) → what is said of it.
_FOUND = {True: "", False: "finds nothing to correct in this build", None: "not applied to what is shown here"}
_FAULTY = "cannot be applied and changes nothing; undo it, and make it again if it is still needed"
COLUMNS = (
    "when", "kind", "what", "why", "who", "found in this build", "undone", "why undone",
    "brought by", "brought",
)  # fmt: skip


def show_log(page: OpenPage) -> None:
    """Newest first; then what was undone; then the ways in and out."""
    log = _shown(page)
    standing = log.standing()[::-1]
    st.subheader(count(len(standing), "correction") if standing else "No corrections yet", anchor=False)
    _say_faults(page.standing.log.faults)
    found = applied(page.store)
    faulty = refused(page.store)
    uncorrected = data.open_store(str(page.store.folder))
    start = 0
    if len(standing) > PAGE:
        start = (st.pagination(-(-len(standing) // PAGE), key="corrections-page") - 1) * PAGE
    listed = standing[start : start + PAGE]
    for correction, words in zip(listed, say(listed, uncorrected), strict=True):
        _one(page, correction, words, _FAULTY if correction.id in faulty else _FOUND[found.get(correction.id)])
    _undone(page, log)
    _ways(page)
    _offer(page, log, found)


def _shown(page: OpenPage) -> Log:
    """The log as this visitor may see it: the addresses of those who correct are for those who may."""
    log = page.standing.log
    return log if permissions.may("correct") else without_addresses(log)


def _say_faults(faults: tuple[str, ...]) -> None:
    """Lines that cannot be read; what stands in them, for those who can mend them."""
    if permissions.may("correct"):
        for fault in faults[:5]:
            st.warning(plain(fault))
    elif faults:
        st.warning(f"{count(len(faults), 'line')} of {FILE} cannot be read and count for nothing.")


def _one(page: OpenPage, c: Correction, words: str, said: str) -> None:
    with st.container(key=f"correction-{c.id}", gap=None):
        st.text(words)
        facts = [*_said_by(c, 16), c.why or "no reason given"]
        if said:
            facts.append(said)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(plain(" · ".join(facts)), width="content")
            if permissions.may("correct"):
                with st.popover("Undo", type="tertiary", key=f"undo-{c.id}"):
                    st.text_input("Why (kept in the file)", key=f"why-undo-{c.id}", max_chars=MOST_WHY)
                    st.button("Undo this correction", key=f"do-undo-{c.id}", on_click=_undo, args=(page, c.id))


def _said_by(line: Correction | Undo, signs: int) -> list[str]:
    """When, and by whom; of a line that was brought with a file first what is known: who brought it, and when."""
    zone = " UTC" if signs > len("2022-02-04") else ""
    when, who = _moment(line.when, signs) + zone, line.who or "somebody unnamed"
    if not line.imported_at:
        return [when, who]
    brought = (
        f"brought with a file {_moment(line.imported_at, signs)}{zone} by {line.imported_by or 'somebody unnamed'}"
    )
    return [brought, f"the file says: {who}, {when}"]


def _moment(when: str, signs: int) -> str:
    return when[:signs].replace("T", " ")


def _undo(page: OpenPage, correction_id: str) -> None:
    def change() -> str:
        why = str(st.session_state.get(f"why-undo-{correction_id}", ""))
        undo(page.standing.corpus, correction_id, why=why, who=corrects_as())
        return "Undone. Every page counts without it again; the file keeps both lines."

    _try(change)


def _try(change: Callable[[], str]) -> None:
    if not permissions.may("correct"):
        st.session_state["notice"] = permissions.why_not("correct")
        return
    try:
        st.session_state["done"] = change()
    except CorrectionError as error:
        st.session_state["notice"] = str(error)


def _undone(page: OpenPage, log: Log) -> None:
    made = {line.id: line for line in log.lines if isinstance(line, Correction)}
    undone = [line for line in log.lines if isinstance(line, Undo) and line.of in made][::-1]
    if not undone:
        return
    with st.expander(f"Undone ({len(undone)})", key="undone"):
        uncorrected = data.open_store(str(page.store.folder))
        shown = undone[:PAGE]
        for line, words in zip(shown, say([made[u.of] for u in shown], uncorrected), strict=True):
            st.text(words)
            st.caption(plain(" · ".join(["Undone", *_said_by(line, 10), line.why or "no reason given"])))


def _ways(page: OpenPage) -> None:
    path: Path = page.standing.corpus / FILE
    whole = permissions.may("correct")  # asked here: the file is made later, when nobody is there to ask about
    with st.container(key="corrections-file"):
        if page.standing.log.lines:
            st.download_button(
                f"Download {FILE}", lambda: _file(path, whole), file_name=FILE, mime="application/x-ndjson",
                key="corrections-export", on_click="ignore",
            )  # fmt: skip
        if whole:
            with st.expander(f"Bring a {FILE}", key="bring-corrections"):
                st.caption(
                    f"Up to {LARGEST} MB, one correction a line. Lines that are here already are left out; "
                    "entities and articles are found by the ids that every build gives them."
                )
                given = st.file_uploader("File", type=["jsonl"], key="corrections-import", max_upload_size=LARGEST)
                if given is not None:
                    _bring(page, given.getvalue().decode("utf-8", "replace"))


def _file(path: Path, whole: bool) -> bytes:
    """The log as a file: as it stands, or without addresses for those who may not see them."""
    if whole:
        return path.read_bytes()
    return "".join(line.to_line() + "\n" for line in without_addresses(read(path.parent)).lines).encode()


def _bring(page: OpenPage, text: str) -> None:
    brought = parse(text)
    known = {line.id for line in page.standing.log.lines}
    new = [line for line in brought.lines if line.id not in known]
    st.text(f"{count(len(new), 'new line')}, {count(len(brought.lines) - len(new), 'line')} here already.")
    for fault in brought.faults[:10]:
        st.text(fault)
    if len(brought.faults) > 10:
        st.caption(f"and {len(brought.faults) - 10} more lines that cannot be read")
    if new:
        st.button(f"Add {count(len(new), 'line')}", key="corrections-add", on_click=_take_in, args=(page, text))


def _take_in(page: OpenPage, text: str) -> None:
    _try(lambda: f"{count(take_in(page.standing.corpus, text, who=corrects_as())[0], 'line')} added.")


def _offer(page: OpenPage, log: Log, found: dict[str, bool]) -> None:
    undone = {line.of: line for line in log.lines if isinstance(line, Undo)}
    every = [line for line in log.lines if isinstance(line, Correction)]
    uncorrected = data.open_store(str(page.store.folder))
    rows = []
    for c, words in zip(every, say(every, uncorrected), strict=True):
        gone = undone.get(c.id)
        there = "" if c.id not in found else "yes" if found[c.id] else "no"
        undoing = (gone.when, gone.why) if gone else ("", "")
        rows.append((c.when, c.kind, words, c.why, c.who, there, *undoing, c.imported_by, c.imported_at))
    if rows:
        page.offer("corrections", "Corrections", COLUMNS, rows)
