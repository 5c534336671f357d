"""Which statements could state the same as one of another outlet at all, told by words alone, before any is encoded.

    worth = worth_encoding(statements)          # bool (n,): True where a vector can decide anything

A statement with no word, name, number or act that any other outlet has is like nothing in the story; its vector would
be compared with everything and joined to nothing. It is compared by words alone, which find nothing either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from lib.relate.claims.lexicon import is_light
from lib.relate.claims.statements import Statement, outlet_of

#: In place of an outlet: several have the sign.
_SEVERAL = None
#: Letters that 'examined' and 'examinations', 'inquiry' and 'inquest' share.
_STEM = 4


def worth_encoding(statements: Sequence[Statement]) -> NDArray[np.bool_]:
    """One flag a statement: whether it shares a sign with any of another outlet. Work grows with the signs."""
    outlet: dict[str, str | None] = {}
    for statement in statements:
        own = outlet_of(statement)
        for sign in signs(statement):
            if outlet.setdefault(sign, own) != own:
                outlet[sign] = _SEVERAL
    shared = (any(outlet[sign] is _SEVERAL for sign in signs(statement)) for statement in statements)
    return np.fromiter(shared, np.bool_, len(statements))


def signs(statement: Statement) -> Iterator[str]:
    """Words and their beginnings, names, days, numbers and their size, and the meanings of its acts.

    'Fled' and 'was evacuated' have one meaning; 41,200 and 40,000 can count one crowd.
    """
    yield from statement.terms
    yield from (f"{term[:_STEM]}…" for term in statement.terms if len(term) > _STEM and term[0] not in "@#~")
    yield from (f"#{len(number.split('.')[0])} digits" for number in statement.numbers)
    for act in statement.acts:
        if not is_light(act.lemma):
            yield from act.groups
