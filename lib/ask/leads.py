"""What to look at first beyond the counts: statements told by several outlets, and numbers that differ."""

from __future__ import annotations

from dataclasses import dataclass

from lib.ask.claims import n_differing
from lib.ask.ledger import ledger
from lib.evidence import Mark
from lib.store.engine import Store
from lib.store.facts import tally
from lib.view import View


@dataclass(frozen=True, slots=True)
class Leads:
    """``n_differ`` of ``n_claims`` statements differ in a number or a date; ``numbers``: things counted differently.

    ``n_numbers``: numbers in view, of ``n_things`` things counted.
    """

    n_claims: int
    n_differ: int
    numbers: tuple[str, ...]
    n_numbers: int
    n_things: int


def leads(store: Store, view: View) -> Leads:
    """The leads under a view."""
    told = tally(store, view, "statements", ("claim",), "rows", Mark("statements"))
    counted = ledger(store, view.but(page=1))
    numbers = tuple(topic.thing for topic in counted.topics if topic.differs)
    return Leads(len(told), n_differing(store, view), numbers, counted.n, counted.n_topics)
