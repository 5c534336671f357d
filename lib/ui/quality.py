"""The last measurement for a reader: sentences first, what was missed, what the data were, then every figure."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import streamlit as st

from lib.ask.quality import Measured, Quality, Rate
from lib.phrase import count
from lib.ui.facts import show_facts
from lib.ui.frame import OpenPage
from lib.ui.markdown import plain
from lib.ui.quality_words import goal_missed, sentence

REPORT = Path(__file__).resolve().parents[2] / "reports" / "quality.json"
_HEAD = {
    "missing": "How often the charts are right has not been measured here yet",
    "broken": "The last measurement cannot be read",
    "old": "The last measurement was made by another version",
}
_HELD_OUT = (
    "None of these texts is news that nobody here has read: some we wrote ourselves, on others the rules were "
    "improved. On other news expect somewhat less."
)


def show_quality(answer: Quality) -> None:
    """Everything about the finders; no filter applies here."""
    if answer.state != "ready":
        _nothing(answer)
        return
    st.markdown(
        "Dateline finds names, dates, events and quotes by itself, and errs. People marked the same things by hand in "
        "the texts named below; these are the agreements. **Open the sentences before you print a number.**"
    )
    st.caption(
        plain(
            f"Filters do not change this page. Measured {answer.made} with {answer.model}. "
            "Counts and intervals stand with every sentence."
        )
    )
    if answer.limit is not None:
        st.warning(f"Only the first {answer.limit} documents of each data set were measured: a quick look.")
    if not any(d.role == "given" for d in answer.data):
        st.info(_HELD_OUT)
    for key, title in answer.titles:
        said = [(d, words) for d in answer.data if (words := sentence(answer, key, d.key)) is not None]
        if said:
            st.subheader(plain(title), anchor=False)
        for data, (says, basis) in said:
            st.markdown(plain(says))
            st.caption(plain(f"{data.title} ({data.role}): {basis}."))
    _goals(answer)
    _data(answer)
    with st.expander("Every figure"):
        st.dataframe(_frame(answer), hide_index=True)


def offer_figures(page: OpenPage, answer: Quality) -> None:
    """Every figure for the page's exports."""
    frame = _frame(answer)
    page.offer("figures", "Every figure of the last measurement", list(frame.columns), frame.values.tolist())


def _nothing(answer: Quality) -> None:
    st.subheader(_HEAD[answer.state], anchor=False)
    if answer.state != "missing":
        st.warning(plain(answer.why))
    st.text(
        "This page shows how often dates, names, events and quotes agree with those that a person marked by hand: "
        "of 100 dates how many are found, how many are read right, how sure that is, and on which texts. To measure "
        "it, type this where Dateline is installed; it takes a few minutes:"
    )
    st.code("make quality", language="bash")


def _goals(answer: Quality) -> None:
    goals = [f for f in answer.figures if f.goal is not None]
    missed = [f for f in goals if f.missed]
    if not goals:
        return
    st.subheader(f"{len(missed)} of {len(goals)} goals are missed" if missed else f"All {len(goals)} goals are met",
                 anchor=False)  # fmt: skip
    st.caption(
        "A score joins how much is found and how much of that is right (F1); 100 is full agreement with the editor. "
        "The goals are meant for news that nobody here has read."
    )
    for figure in missed:
        st.markdown(f"- {plain(goal_missed(answer, figure))}")


def _data(answer: Quality) -> None:
    st.subheader("The texts that this was measured on", anchor=False)
    with st.container(key="quality-data"):
        for means in dict.fromkeys(d.means for d in answer.data):
            st.markdown(plain(_opened(means)))
            some = [d for d in answer.data if d.means == means]
            show_facts((f"{d.title} · {count(d.documents, 'document')}", (d.note,)) for d in some)
    if answer.unusable:
        with st.expander(f"Not used: {count(len(answer.unusable), 'input')}"):
            show_facts((path, (wrong, allowed)) for path, wrong, allowed in answer.unusable)


def _opened(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _frame(answer: Quality) -> pd.DataFrame:
    titles, data = dict(answer.titles), {d.key: d.title for d in answer.data}
    return pd.DataFrame(
        [
            (
                titles.get(f.measure, f.measure), data.get(f.data, f.data), f.system, f.name, f.unit, f.rate.value,
                f.rate.low, f.rate.high, _value(f.precision), _value(f.recall), f.n_items, f.n_documents, f.goal,
                _verdict(f),
            )
            for f in answer.figures
        ],
        columns=[
            "measure", "data", "system", "figure", "unit", "value", "from", "to", "precision", "recall", "gold items",
            "documents", "goal", "goal met",
        ],
    ).round(3)  # fmt: skip


def _value(rate: Rate | None) -> float | None:
    return rate.value if rate else None


def _verdict(figure: Measured) -> str:
    if figure.by is None:
        return ""
    return f"missed by {-figure.by:.3f}" if figure.missed else "met"
