"""What speaks for and against two statements being one, as numbers that each have a name.

    features(likeness, pair, clause, act)["covered"]        # 0.4: of the longer one's words, by weight, both have

What is learnt of them is in ``data/vocabulary/claims.toml``; a feature without a weight there is only looked at.
"""

from __future__ import annotations

import math

from lib.relate.claims.acts import SharedAct
from lib.relate.claims.likeness import Likeness, Pair
from lib.relate.claims.statements import Statement
from lib.schema import Quantity

_FINE = ("time", "day", "weekend", "week")
#: Of the larger of two numbers: from here on they are not near, 'about 70' and 'two-thirds' are.
_FAR = 0.2
#: Of the words of the longer statement: that both have more of them is seen in other features.
_COVERED = 0.3


def features(likeness: Likeness, pair: Pair, clause: float, act: SharedAct) -> dict[str, float]:
    """``clause``: cosine of the most alike clauses; ``act``: what they share of what is done."""
    a, b = likeness.statements[pair.a], likeness.statements[pair.b]
    numbers = a.numbers & b.numbers
    same = a.terms.keys() & b.terms.keys()
    opening = [likeness.opens(n) for n in (pair.a, pair.b)]
    # These are sets, in another order in each process: exact sums keep a build the same.
    weight = math.fsum(likeness.weight(t) for t in same)
    names = math.fsum(likeness.weight(t) for t in same if t[0] == "@")
    return {
        "meaning": pair.meaning,
        "clause": clause,
        "words": pair.words,
        "margin": pair.margin,
        "rivals": pair.rivals,
        "beside": pair.beside,
        "shared": min(weight - names, 7.0),
        "covered": min(weight / max(likeness.weights[pair.a], likeness.weights[pair.b], 1e-9), _COVERED),
        "names": min(names, 5.0),
        "numbers": min(math.fsum(_rare(n) * min(1.0, 1.5 * likeness.weight(f"#{n}")) for n in numbers), 2.0),
        "near": near_numbers(a, b),
        "quoted": float(bool(a.quoted & b.quoted)),
        "voice": _voice(likeness.speakers[pair.a], likeness.speakers[pair.b]),
        "act": act.score,
        "arguments": float(act.arguments),
        "clash": float(act.clash),
        "polarity": float(act.polarity),
        "negated": float(_negated(a) != _negated(b)),
        "days": _days(a, b),
        "place": -abs(likeness.place(pair.a) - likeness.place(pair.b)),
        "both_open": float(all(opening)),
        "one_opens": float(any(opening) and not all(opening)),
        "length": math.log(1 + min(len(a.terms), len(b.terms))),
    }


def _rare(number: str) -> float:
    """'Ten' is shared by chance more often than '1,700'."""
    return 0.3 if len(number) < 2 or number in ("10", "11", "12") else 1.0


def near_numbers(a: Statement, b: Statement) -> float:
    """1 for the same number of one thing, less for one nearby, 0 from a fifth apart: '71', 'about 70 percent'."""
    apart = (_apart(p, q) for p in a.quantities for q in b.quantities if p.unit == q.unit and _comparable(p, q))
    return max((1 - x / (2 * _FAR) for x in apart if x <= _FAR), default=0.0)


def _comparable(p: Quantity, q: Quantity) -> bool:
    """A unit, or the things counted, tell that they measure one thing."""
    if p.unit not in ("", "count"):
        return True
    return bool(p.counted and q.counted and p.counted[:5] == q.counted[:5])


def _apart(p: Quantity, q: Quantity) -> float:
    one, other = (x.low if x.low is not None else x.high for x in (p, q))
    if one is None or other is None:
        return 1.0
    return abs(one - other) / max(abs(one), abs(other), 1e-9)


def _voice(one: frozenset[str], other: frozenset[str]) -> float:
    """1 where one speaker is in both, -1 where both have speakers and none is."""
    if not one or not other:
        return 0.0
    return 1.0 if one & other else -1.0


def _days(a: Statement, b: Statement) -> float:
    """1 where a day that both give is the same, -1 where both give days and none is."""
    left, right = (
        [(t.date_start, t.date_end) for t in s.times if t.date_start and t.date_end and t.precision in _FINE]
        for s in (a, b)
    )
    if not left or not right:
        return 0.0
    together = any(x[0] < y[1] and y[0] < x[1] for x in left for y in right)
    return 1.0 if together else -1.0


def _negated(statement: Statement) -> bool:
    return any(act.denied or act.negated for act in statement.acts)
