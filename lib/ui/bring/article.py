"""One article of the preview: a line with what was understood and how, and, opened, its fields and its text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import streamlit as st

from lib.ask.article import Layer
from lib.interval import say_day
from lib.phrase import count
from lib.ui.bring import engine
from lib.ui.bring.state import bringing
from lib.ui.markdown import plain
from lib.ui.markup import article, escape

#: Characters of a text that are shown; all of it is kept.
SHOWN = 40_000
#: Characters from which a text scrolls by itself, so that the next article stays near.
TALL = 1_600
#: The first day that can be typed, and how far after today the last one lies.
FIRST, AHEAD = dt.date(1600, 1, 1), dt.timedelta(days=366)
HOW = {
    "metadata": "from the file’s own fields", "text": "from the text", "filename": "from the file’s name",
    "given": "set by hand", "inferred": "inferred", "assumed": "assumed", "unknown": "",
}  # fmt: skip


def needs_a_look(one: engine.Understood) -> bool:
    """Whether something about it is not known, was assumed or went wrong."""
    unsure = not one.source or one.published is None or one.published_how in ("assumed", "inferred")
    return bool(one.problems) or (one.is_kept and unsure)


def show_article(one: engine.Understood) -> None:
    """Its line; below it all of it, where it is the opened one."""
    state = bringing()
    is_open = state.opened == one.number
    with st.container(key=f"bring-article-{one.number}", gap="small"):
        with st.container(horizontal=True, wrap=False, vertical_alignment="top"):
            key = f"bring-take-{one.number}"
            st.session_state[key] = one.is_kept
            st.checkbox(
                plain(f"Keep {one.title or 'this article'}"), key=key, label_visibility="collapsed",
                disabled=bool(one.duplicate_of), width="content", on_change=_take, args=(one.number,),
            )  # fmt: skip
            st.html(_line(one), width="stretch")
            st.button(
                "Close" if is_open else "Correct", key=f"bring-open-{one.number}", type="tertiary",
                on_click=_open, args=(None if is_open else one.number,),
            )  # fmt: skip
        if is_open:
            _opened(one)


def _line(one: engine.Understood) -> str:
    title = escape(one.title) or "<i>without a headline</i>"
    parts = [
        f"<b>{escape(one.source)}</b>{_how(one.source_how, one.source_evidence)}"
        if one.source
        else '<span class="dl-unknown">outlet not known</span>',
        f"<b>{say_day(one.published)}</b>{_how(one.published_how, one.published_evidence)}"
        if one.published
        else '<span class="dl-unknown">day not known</span>',
        count(one.n_words, "word"),
    ]
    if one.spans:
        parts.append(f"{count(len(one.spans), 'marked passage')}")
    notes = [escape(f"{p.what} — {p.remedy}") for p in one.problems]
    if one.duplicate_of:
        notes.append(f"The same article as {escape(one.duplicate_of)}: not kept twice")
    elif one.same_text_as and one.is_kept:
        notes.append(f"The same words as {escape(one.same_text_as)}, of another outlet: both are kept")
    faint = "" if one.is_kept else " dl-faint"
    said = "".join(f'<p class="dl-bring-note">{note}</p>' for note in notes)
    return (
        f'<div class="dl-bring{faint}"><p class="dl-bring-title">{title}</p>'
        f'<p class="dl-bring-facts">{" · ".join(parts)}</p>{said}</div>'
    )


def _how(how: str, evidence: str) -> str:
    """'(from the text: Source: Harbor Wire)', short; all of it on hovering."""
    said = HOW.get(how, how)
    if how not in ("given", "unknown") and evidence:
        said = f"{said}: {evidence if len(evidence) <= 60 else evidence[:60] + '…'}"
    return f' <span class="dl-how" title="{escape(evidence)}">({escape(said)})</span>' if said else ""


def _opened(one: engine.Understood) -> None:
    fields, text = st.columns([2, 3], gap="large")
    with fields:
        _field("Headline", one, "title", one.raw.title)
        _field("Outlet", one, "source", one.raw.source)
        key = f"bring-day-{one.number}"
        st.session_state[key] = one.published
        day_field("Day of publication", key, one.published, lambda: _set_day(one))
        if one.published_evidence and one.published_how != "given":
            st.caption(plain(f"Read {HOW.get(one.published_how, one.published_how)}: {one.published_evidence}"))
        st.text(f"Read from {one.place}")
        for name, value in (("Address", one.raw.url), ("Author", one.raw.author)):
            if value:
                st.text(f"{name}: {value}")
        if one.changes.fields:
            st.button("Undo these corrections", key=f"bring-undo-{one.number}", type="tertiary",
                      on_click=_undo, args=(one,))  # fmt: skip
    with text:
        st.caption(
            "Dimmed: marked as not the article’s body; it is shown and never counted. Of a web page only the article "
            "is taken: the rest of the page is not here."
        )
        shown = one.text[:SHOWN]
        layers = [Layer(s.start, min(s.end, SHOWN), s.kind, s.why) for s in one.spans if s.start < SHOWN]
        tall = len(shown) > TALL or shown.count("\n") > TALL // 80
        with st.container(height=520 if tall else "content", key=f"bring-text-{one.number}", border=False):
            st.html(article(shown, layers, ()))
        if len(one.text) > SHOWN:
            st.caption(f"The first {SHOWN:,} of {len(one.text):,} characters; all of them are kept.")


def _field(label: str, one: engine.Understood, name: str, read: str) -> None:
    key = f"bring-{name}-{one.number}"
    st.session_state[key] = getattr(one, name)

    def changed() -> None:
        typed = str(st.session_state[key])
        bringing().change(one.number, **{name: None if typed == read else typed})

    st.text_input(label, key=key, max_chars=500, on_change=changed)


def day_field(label: str, key: str, value: dt.date | None, on_change: Callable[[], Any] | None = None) -> None:
    """A day, or none; the calendar's range holds the value, however odd."""
    last = dt.date.today() + AHEAD
    st.date_input(
        label, value=None, key=key, format="YYYY-MM-DD", min_value=min(FIRST, value or FIRST),
        max_value=max(last, value or last), on_change=on_change,
    )  # fmt: skip


def _set_day(one: engine.Understood) -> None:
    day: dt.date | None = st.session_state[f"bring-day-{one.number}"]
    if day == one.raw.published:
        bringing().change(one.number, published=None, no_day=False)
    else:
        bringing().change(one.number, published=day, no_day=day is None)


def _take(number: int) -> None:
    bringing().change(number, leave_out=not st.session_state[f"bring-take-{number}"])


def _open(number: int | None) -> None:
    bringing().opened = number


def _undo(one: engine.Understood) -> None:
    bringing().change(one.number, title=None, source=None, published=None, no_day=False)
