"""What to look at first beyond the counts: statements told by several outlets, and numbers that differ."""

from __future__ import annotations

from dataclasses import dataclass

from lib.ask.claims import OF_FACT, told
from lib.ask.things import on_page, things
from lib.evidence import Mark
from lib.store.conditions import marks
from lib.store.engine import Store
from lib.store.facts import numbers_of
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
    counted, _ = things(store, view)
    numbers = tuple(topic.thing for topic in on_page(counted, 1) if topic.differs)
    return Leads(*_told(store, view), numbers, sum(topic.n for topic in counted), len(counted))


def _told(store: Store, view: View) -> tuple[int, int, int]:
    """The three numbers of ``told``: counted by the engine where no filter on differences needs the claims by name."""
    if view.differs:
        found = told(store, view)
        return len(found.sentences), found.n_alone, found.n_differ
    stated, _, of_stated = numbers_of(view, "statements", ("claim", "source"), "rows", Mark("statements"))
    differing, _, of_differing = numbers_of(
        view, "differences", ("claim", "source", "kind"), "rows", Mark("differences")
    )
    n, alone = store.rows(
        "select count(*), coalesce(sum(case when outlets = 1 then 1 else 0 end), 0)"
        f" from (select d0, count(*) as outlets from {stated} c group by d0) x",
        of_stated,
    )[0]
    n_differ = store.one(
        f"select count(*) from (select distinct d.d0 from {differing} d join {stated} c on c.d0 = d.d0 and c.d1 = d.d1"
        f" where d.d2 in ({marks(len(OF_FACT))})) x",
        [*of_differing, *of_stated, *OF_FACT],
    )
    return n, int(alone), n_differ
