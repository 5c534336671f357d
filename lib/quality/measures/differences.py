"""What differs between two sentences that state the same: the numbers that a claim sets apart, against gold.

Looked at are pairs of sentences that were judged to state the same and that a build joined, as all others have no
difference to show. Gold lists a pair under 'number' where the numbers exclude each other and where only the hedge is
another ('2,800', 'nearly 3,000'); a build tells these two apart, gold does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from lib.quality.built import Tables, built
from lib.quality.compared import Place
from lib.quality.figures import Row, share
from lib.quality.measures.claims import joined_pairs, shown
from lib.quality.measures.errors import Errors
from lib.quality.ranking import Pair, ordered
from lib.quality.ready import Ready


def differences(ready: Ready) -> Iterator[Row]:
    """Shares of the two kinds, a pair each; nothing for a data set without judged pairs."""
    data = ready.data
    if data.claims is None or data.inputs is None or data.folder is None:
        return
    tables = built(data.inputs, data.lines)
    joined, other, hedged = joined_pairs(tables), told(tables, "number"), told(tables, "hedge")
    listed: dict[Pair, bool] = {}
    for judged in data.claims.pairs:
        a, b = (tables.sentence(data.folder, side) for side in (judged.a, judged.b))
        if judged.same and a is not None and b is not None and ordered(a, b) in joined:
            listed[ordered(a, b)] = "number" in judged.differs
    errors = Errors("differences", data)
    for key, what, named in (("right", "numbers", other), ("hedge", "hedges", hedged - other)):
        right = [(int(listed[pair]), 1) for pair in sorted(named & listed.keys())]
        yield from share("differences", key, f"{what} called different that are", data.key, right)
        for pair in sorted(named & listed.keys()):
            if not listed[pair]:
                errors.add(f"{what} that do not differ", shown(tables.texts, pair), key)
    found = [(int(pair in other | hedged), 1) for pair, differs in sorted(listed.items()) if differs]
    yield from share("differences", "found", "other numbers or hedges that are called different", data.key, found)
    yield from errors.rows()


def told(tables: Tables, kind: str) -> set[Pair]:
    """Pairs of sentences of one claim with words that are said to differ so and are not one value."""
    values: dict[str, dict[Place, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in tables.rows["differences"]:
        if row["kind"] == kind:
            values[row["claim_id"]][row["article_id"], row["sentence_id"]].add(row["value"])
    return {
        ordered(a, b)
        for at in values.values()
        for a, b in combinations(at, 2)
        if a[0] != b[0] and len(at[a] | at[b]) > 1
    }
