"""Rows as files, where they stand: a popover beside a table; each file is written on the click that asks for it.

The platform's own download of a table is switched off: it leaves formulas as formulas, and says neither where its
rows are from nor how to open them.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lib.export.citation import Citation
from lib.export.formats import FORMATS, Format
from lib.export.links import Links
from lib.export.table import Table, linked


def downloads(key: str, stem: str, table: Callable[[], Table], citation: Citation) -> None:
    """A button for each format of one table; ``key`` is unique on the page, ``stem`` begins the file's name."""
    with st.container(horizontal=True, gap="small"):
        for form in FORMATS:
            name, mime = form.file(stem)
            st.download_button(
                form.name,
                _writer(form, table, citation),
                file_name=name,
                mime=mime,
                key=f"{form.key}-{key}",
                on_click="ignore",
            )


def _writer(form: Format, table: Callable[[], Table], citation: Citation) -> Callable[[], bytes]:
    return lambda: form.one(table(), citation)


@st.fragment
def table_menu(table: Table, citation: Citation, links: Links) -> None:
    """A popover with a table in every format, filled when it is opened; nothing for a table without rows."""
    if not table.rows:
        return
    menu = st.popover("Save rows", type="tertiary", key=f"save-{table.key}", on_change="rerun")
    if menu.open:
        with menu:
            downloads(f"rows-{table.key}", f"dateline-{table.key}", lambda: linked(table, links), citation)
