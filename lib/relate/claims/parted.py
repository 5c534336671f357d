"""What keeps two statements out of one claim, however alike their words are: numbers that are not of one kind.

parted(statement, other)        # True: 100,000 troops are there, 175,000 are planned

A force that is there and one that is expected, a number of today and one of an earlier day, are two statements. Numbers
that merely differ are not parted: that is what a claim is opened for. What days part is in ``days``.
"""

from __future__ import annotations

from lib.relate.claims.lexicon import phrases
from lib.relate.claims.statements import Statement
from lib.schema import Quantity


def parted(a: Statement, b: Statement) -> bool:
    """Whether both count one thing, and no number of the one is of the kind of any number of the other."""
    both = [(p, q) for p in a.quantities for q in b.quantities if _one_thing(p, q)]
    if not both or any(_same(p, q) for p, q in both):
        return False
    return all(_other_kind(a, p, b, q) for p, q in both)


def _one_thing(p: Quantity, q: Quantity) -> bool:
    """A bare 'more than 900' may count what the other sentence names."""
    return p.unit == q.unit and (p.counted == q.counted or not p.counted or not q.counted)


def _same(p: Quantity, q: Quantity) -> bool:
    """One number, and not 'fewer than' beside 'more than'."""
    return _value(p) == _value(q) and {p.hedge, q.hedge} != {"at most", "at least"}


def _value(q: Quantity) -> float | None:
    return q.low if q.low is not None else q.high


def _other_kind(a: Statement, p: Quantity, b: Statement, q: Quantity) -> bool:
    if ("planned" in (p.status, q.status)) and p.status != q.status:
        return True
    if p.actor_entity_id and q.actor_entity_id and p.actor_entity_id != q.actor_entity_id:
        return True
    if p.date_end and q.date_start and p.date_start and q.date_end:
        return p.date_end <= q.date_start or q.date_end <= p.date_start
    return _looks_back(a, p) != _looks_back(b, q)


def _looks_back(statement: Statement, quantity: Quantity) -> bool:
    """'had fewer than 900 when the talks began': words beside the number that set it on an earlier day."""
    text, sentence = statement.account.article.text, statement.sentence
    around = slice(max(sentence.start, quantity.start - 60), min(sentence.end, quantity.end + 60))
    return any(pattern.search(text[around]) for pattern, _ in phrases("looking_back"))
