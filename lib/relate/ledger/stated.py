"""Numbers that two sentences of one statement give for one thing, though the ledger has them in two rows.

    opposed(nine_bodies, twenty_two_bodies, alone=False)      # True

A row of the ledger asks for much, as its numbers come from anywhere in a story. Of two sentences that state the same it
is known that they speak of one matter: there it is enough that both name one thing, or one outcome for people, or that
the number is the only one of its kind in both. Small counts ('three towns', 'two towns') are mostly parts of another
whole, and a number that is many times the other is mostly another number.
"""

from __future__ import annotations

from lib.hedged import excludes
from lib.relate.ledger.entries import Entry
from lib.relate.ledger.intervals import ratio
from lib.relate.ledger.wording import comparable

#: How many times the other a number may be; counts that are both below ``FEW`` need an outcome.
FAR, FEW = 3.0, 10
#: What is counted in every second sentence says little of which of them are meant.
_ANYBODY = "people"


def opposed(a: Entry, b: Entry, *, alone: bool) -> bool:
    """Whether they exclude each other and count one thing. ``alone``: no other number of their unit is beside them."""
    return (
        comparable(a, b)
        and a.unit == b.unit
        and excludes(a.interval, b.interval)
        and ratio(a.size, b.size) <= FAR
        and (max(a.size, b.size) >= FEW or bool(a.unit or a.outcome))
        and not _against(a, b)
        and (_named_alike(a, b) or (alone and _named(a, b)))
    )


def _against(a: Entry, b: Entry) -> bool:
    """A part, a plan beside a fact, other people, another setting, or an outcome that the others may not have had."""
    said = ((a.subset, b.subset), (a.setting, b.setting), (a.actor, b.actor), (a.thing, b.thing))
    return bool(
        a.part
        or b.part
        or a.planned != b.planned
        or any(x and y and x != y for x, y in said)
        or (a.outcome != b.outcome and (b.told if a.outcome else a.told))
        or (a.outcome and b.outcome and a.outcome != b.outcome)
    )


def _named_alike(a: Entry, b: Entry) -> bool:
    return bool(a.thing and a.thing == b.thing and (a.thing != _ANYBODY or (a.outcome and a.outcome == b.outcome)))


def _named(a: Entry, b: Entry) -> bool:
    """One of them says what is counted; of shares that is not enough, as every poll has two."""
    return a.unit != "percent" and bool(a.thing or b.thing or a.unit)
