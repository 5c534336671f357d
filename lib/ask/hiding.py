"""Which of a view's filters hide a claim that a link names.

hiding(store, View(sources=("harbor-wire",), once=True), "f1224460719472cb")     # ("sources",)
"""

from __future__ import annotations

from typing import Any

from lib.evidence import Mark
from lib.store.engine import Store
from lib.store.facts import count
from lib.view import View

#: Fields of a view that may hide a claim; those of one filter together.
FILTERS = (
    ("text",), ("actors", "together"), ("types",), ("sources",), ("since", "until", "dates"), ("story",), ("differs",),
    ("sure",), ("once",),
)  # fmt: skip


def hiding(store: Store, view: View, claim_id: str) -> tuple[str, ...]:
    """The fields to loosen that the claim is among those of the view; none where it is, or where there is no such one.

    One filter where one alone hides it, else all of them.
    """
    blank = View()
    used = [fields for fields in FILTERS if any(getattr(view, name) != getattr(blank, name) for name in fields)]
    tried = [(), *used, tuple(name for fields in used for name in fields)]
    return next((fields for fields in tried if _shows(store, view.but(**loosened(fields)), claim_id)), ())


def loosened(fields: tuple[str, ...]) -> dict[str, Any]:
    """The changes of a view that loosen these fields."""
    blank = View()
    return {name: getattr(blank, name) for name in fields}


def _shows(store: Store, view: View, claim_id: str) -> bool:
    """Whether the claim is among those of ``lib.ask.claims.told``."""
    within = (("claim", claim_id),)
    stated = count(store, view.but(differs=()), "statements", ("source",), "rows", Mark("statements", within))
    stating = {c.value("source") for c in stated}
    if not view.differs:
        return bool(stating)
    differing = count(store, view, "differences", ("source", "kind"), "rows", Mark("differences", within))
    return any(c.value("source") in stating and c.value("kind") in view.differs for c in differing)
