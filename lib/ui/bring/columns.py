"""The columns of dropped tables: the first rows, what each column is taken for, and a choice where that is wrong."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.schema import Problem
from lib.ui.bring import engine
from lib.ui.bring.reading import uploaded
from lib.ui.bring.state import bringing
from lib.ui.markdown import plain

#: Endings of files that are read row by row (``lib.read.columns.TABLES``).
TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".json", ".jsonl", ".ndjson", ".parquet", ".pq")
#: Field → what it is called here, in the order of the choices.
FIELDS = {
    "text": "Text", "title": "Headline", "source": "Outlet", "published": "Day", "author": "Author", "url": "Address",
}  # fmt: skip
NONE = ""
#: Tables whose columns are shown; the columns of further ones are taken as their names suggest.
SHOWN = 6


def show_columns() -> None:
    """One part a table among the dropped files."""
    state = bringing()
    names = {name: upload.shown_name for name, upload in state.held.items()}
    names |= {str(f.file_id): str(f.name) for f in st.session_state.get("bring-files") or []}
    tables = [name for name in names if names[name].casefold().endswith(TABLES)]
    new = set(tables[:SHOWN]) - state.columns.keys()
    if new:
        with st.spinner("Looking at the columns …"):
            for name, upload in (state.held | uploaded(but=names.keys() - new)).items():
                if name in new:
                    state.columns[name] = engine.columns_of_upload(upload)
    for name in tables[:SHOWN]:
        found = state.columns[name]
        if isinstance(found, Problem):
            st.warning(plain(f"{names[name]}: {found.what} ({found.why}). {found.remedy}"))
        else:
            _mapper(name, names[name], found, len(tables) == 1)
    if len(tables) > SHOWN:
        st.caption(f"The columns of {len(tables) - SHOWN} more tables are taken as their names suggest.")


def _mapper(name: str, shown: str, table: engine.Columns, alone: bool) -> None:
    taken = bringing().chosen.get((name, "text"), table.guessed.get("text", NONE))
    label = plain(f"Columns of {shown}" + ("" if taken else ": which one holds the text?"))
    with st.expander(label, expanded=alone or not taken, key=f"bring-columns-{name}"):
        if not taken:
            st.warning("No column looks like the text of an article. Choose the one that holds it.")
        options = [NONE, *table.names]
        for row in (list(FIELDS)[:3], list(FIELDS)[3:]):
            for column, field in zip(st.columns(3), row, strict=True):
                with column:
                    _choice(name, field, table, options)
        st.caption("The first rows")
        st.dataframe(pd.DataFrame(list(table.rows), columns=_distinct(table.names)), hide_index=True)


def _choice(name: str, field: str, table: engine.Columns, options: list[str]) -> None:
    chosen = bringing().chosen
    key = f"bring-column-{field}-{name}"
    st.session_state[key] = chosen.get((name, field), table.guessed.get(field, NONE))

    def changed() -> None:
        # What the names suggest is not passed on: the reader then also knows the second-best column of a row.
        if st.session_state[key] == table.guessed.get(field, NONE):
            chosen.pop((name, field), None)
        else:
            chosen[name, field] = st.session_state[key]

    st.selectbox(FIELDS[field], options, format_func=lambda c: c or "not in this table", key=key, on_change=changed)


def _distinct(names: tuple[str, ...]) -> list[str]:
    """Column names for display: none empty."""
    return [name if name.strip() else f"column {number}" for number, name in enumerate(names, start=1)]
