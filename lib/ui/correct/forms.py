"""The form of each kind of correction: it asks for what the kind needs, and gives it once all is chosen.

Entity, article and claim are the view's own fields, so that a link from anywhere opens a form filled in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

import pandas as pd
import streamlit as st

from lib.ask import correctable
from lib.phrase import TYPE_NAMES
from lib.schema import LABELS
from lib.ui.correct import choices as choose
from lib.ui.correct.text import What, date_form, different_form, drop_form, published_form, restore_form, same_form
from lib.ui.frame import OpenPage


def merge_form(page: OpenPage, at: int | None) -> What | None:
    """Two entities into one."""
    left, right = st.columns(2)
    with left:
        one = choose.entity(page, "This entity")
    with right:
        other = choose.other_entity(page, "is the same as", f"merge-{one}", one)
    if not one or not other:
        return None
    st.caption("Everything counted for the first is then counted for the second, under the second one’s name.")
    return {"entity": one, "into": other}


def rename_form(page: OpenPage, at: int | None) -> What | None:
    """Another name."""
    left, right = st.columns(2)
    with left:
        one = choose.entity(page)
    with right:
        old = page.names.get(one, "")
        name = " ".join(st.text_input("is called", value=old, key=f"rename-{one}", max_chars=200).split())
    return {"entity": one, "name": name} if one and name and name != old else None


def retype_form(page: OpenPage, at: int | None) -> What | None:
    """Another type."""
    left, right = st.columns(2)
    with left:
        one = choose.entity(page)
    with right:
        label = st.selectbox(
            "is one of the", LABELS, index=None, placeholder="Choose a type", format_func=lambda v: TYPE_NAMES[v],
            key=f"retype-{one}",
        )  # fmt: skip
    return {"entity": one, "label": label} if one and label else None


def hide_form(page: OpenPage, at: int | None) -> What | None:
    """Not counted at all."""
    one = choose.entity(page)
    if one:
        st.caption("Its mentions are no longer counted anywhere. The text stays as it is.")
    return {"entity": one} if one else None


def alias_form(page: OpenPage, at: int | None) -> What | None:
    """One surface form to another entity, or to one of its own."""
    one = choose.entity(page)
    if not one:
        return None
    found = correctable.forms(page.store, one)
    rows = [(f.alias, f.n, f.method, f.score, f.why) for f in found]
    columns = ["written as", "mentions", "merged by", "score", "why"]
    st.dataframe(pd.DataFrame(rows, columns=columns), hide_index=True, height=min(35 * len(rows) + 38, 260))
    left, middle, right = st.columns(3)
    with left:
        form = st.selectbox(
            "This form", [f.alias for f in found], index=None, placeholder="Choose a form", key=f"alias-{one}"
        )
    with middle:
        to = choose.other_entity(page, "belongs to", f"alias-to-{one}", one, own="an entity of its own")
    with right:
        name = "" if to else st.text_input("which is called", value=form or "", key=f"alias-name-{form}", max_chars=200)
    if not form:
        return None
    if to:
        return {"alias": form, "entity": one, "to": to, "name": ""}
    name = " ".join(name.split()) or form
    known = {e.id for e in correctable.entities(page.store)}
    return {"alias": form, "entity": one, "to": new_id(name, known), "name": name}


def new_id(name: str, known: Collection[str]) -> str:
    """A readable id that no entity has."""
    base = re.sub(r"[\W_]+", "-", name.casefold())[:80].strip("-") or "entity"
    return next(i for i in (base, *(f"{base}-{n}" for n in range(2, len(known) + 3))) if i not in known)


#: Kind → (its name on the page, its form), in the order in which they are offered.
FORMS: dict[str, tuple[str, Callable[[OpenPage, int | None], What | None]]] = {
    "merge": ("Merge two entities", merge_form),
    "alias": ("Move or split off a form", alias_form),
    "rename": ("Rename an entity", rename_form),
    "retype": ("Change its type", retype_form),
    "hide": ("Hide an entity", hide_form),
    "published": ("Day of an article", published_form),
    "date": ("Date in a text", date_form),
    "drop": ("Take out of a text", drop_form),
    "restore": ("Put back into a text", restore_form),
    "same": ("States the claim too", same_form),
    "different": ("Does not state the claim", different_form),
}
