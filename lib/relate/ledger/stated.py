"""Numbers that two sentences of one statement give for one thing, though the ledger may have them in two rows.

    opposed(nine_bodies, twenty_two_bodies, alone=False)                    # True
    hedged_otherwise(seventy_four_ships, dozens_of_ships, alone=False)      # True

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
#: The same where both can be one number: 'more than 20' and '45' are hardly meant as one.
NEAR = 1.5
#: What is counted in every second sentence says little of which of them are meant.
_ANYBODY = "people"


def opposed(a: Entry, b: Entry, *, alone: bool) -> bool:
    """Whether they exclude each other and count one thing. ``alone``: no other number of their unit is beside them."""
    return excludes(a.interval, b.interval) and ratio(a.size, b.size) <= FAR and _of_one_thing(a, b, alone)


def hedged_otherwise(a: Entry, b: Entry, *, alone: bool, in_one_row: bool) -> bool:
    """Whether they can be one number of one thing that is given more or less exactly: '74 ships', 'dozens of ships'."""
    return (
        comparable(a, b)
        and not excludes(a.interval, b.interval)
        and (a.q.low, a.q.high, a.q.hedge) != (b.q.low, b.q.high, b.q.hedge)
        and ratio(a.size, b.size) <= NEAR
        and (in_one_row or _of_one_thing(a, b, alone) or (alone and _like_shares(a, b)))
    )


def _of_one_thing(a: Entry, b: Entry, alone: bool) -> bool:
    return (
        comparable(a, b)
        and a.unit == b.unit
        and (max(a.size, b.size) >= FEW or bool(a.unit or a.outcome))
        and not _against(a, b, alone)
        and (_named_alike(a, b) or (alone and _named(a, b)))
    )


def _against(a: Entry, b: Entry, alone: bool) -> bool:
    """A part, a plan beside a fact, other people, another setting, or an outcome that the others may not have had.

    What is measured is called by many words: the only metres of two sentences are of one thing ('the river reached 6.2
    metres', 'the water rose to 6.8 metres').
    """
    counted = () if alone and a.unit else ((a.actor, b.actor), (a.thing, b.thing))
    said = ((a.subset, b.subset), (a.setting, b.setting), *counted)
    return bool(
        _partly(a)
        or _partly(b)
        or (a.planned == "planned") != (b.planned == "planned")
        or any(x and y and x != y for x, y in said)
        or (a.outcome != b.outcome and (b.told if a.outcome else a.told))
        or (a.outcome and b.outcome and a.outcome != b.outcome)
    )


def _like_shares(a: Entry, b: Entry) -> bool:
    """'51.2 percent of the vote', '51 percent of the ballots': two so near are hardly those of two parties."""
    return comparable(a, b) and a.unit == b.unit == "percent" and a.planned == b.planned and not (a.part or b.part)


def _partly(one: Entry) -> bool:
    """'Another 22 are missing' come on top of the dead, not of other missing."""
    return bool(one.part) and not (one.part == "more" and one.outcome == "missing")


def _named_alike(a: Entry, b: Entry) -> bool:
    return bool(a.thing and a.thing == b.thing and (a.thing != _ANYBODY or (a.outcome and a.outcome == b.outcome)))


def _named(a: Entry, b: Entry) -> bool:
    """One of them says what is counted; of shares that is not enough, as every poll has two."""
    return a.unit != "percent" and bool(a.thing or b.thing or a.unit)
