"""Things to read rather than to sort: a term and a few lines about it, which a table would cut.

show_facts([("notes.txt", ["read as cp1252", "the article is used"])])
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from lib.ui.markup import escape


def show_facts(facts: Iterable[tuple[str, Sequence[str]]]) -> None:
    """A definition list. Nothing of it is Markdown or HTML of the corpus; empty lines are left out."""
    told = "".join(
        f"<dt>{escape(term)}</dt>" + "".join(f"<dd>{escape(line)}</dd>" for line in lines if line)
        for term, lines in facts
    )
    st.html(f'<dl class="dl-facts">{told}</dl>')
