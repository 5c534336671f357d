"""What to look at first beyond the counts: statements told by several outlets, and numbers that differ."""

from __future__ import annotations

from dataclasses import dataclass

from lib.ask.claims import told
from lib.ask.things import on_page, things
from lib.store.engine import Store
from lib.view import View


@dataclass(frozen=True, slots=True)
class Leads:
    """``n_differ`` of ``n_claims`` statements differ in a number or a date; ``numbers``: things counted differently.

    ``n_alone`` of the statements are made by one outlet in view; ``n_numbers``: numbers, of ``n_things`` things.
    """

    n_claims: int
    n_alone: int
    n_differ: int
    numbers: tuple[str, ...]
    n_numbers: int
    n_things: int


def leads(store: Store, view: View) -> Leads:
    """The leads under a view."""
    found = told(store, view)
    counted, _ = things(store, view)
    numbers = tuple(topic.thing for topic in on_page(counted, 1) if topic.differs)
    n_numbers = sum(topic.n for topic in counted)
    return Leads(len(found.sentences), found.n_alone, found.n_differ, numbers, n_numbers, len(counted))
