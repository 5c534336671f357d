"""What one outlet says is so and another is not: the pairs that a build calls opposite, against judged pairs.

Gold lists a pair under 'polarity' where both cannot be so. Of a data set without such a pair only those that are
called so and were judged to state the same, or another thing, are told: each of them is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from lib.quality.built import built
from lib.quality.figures import Row, share
from lib.quality.measures.claims import shown
from lib.quality.measures.differences import told
from lib.quality.measures.errors import Errors
from lib.quality.ranking import Pair, ordered
from lib.quality.ready import Ready


def opposites(ready: Ready) -> Iterator[Row]:
    """Precision and recall over judged pairs; nothing for a data set without any."""
    data = ready.data
    if data.claims is None or data.inputs is None or data.folder is None:
        return
    tables = built(data.inputs, data.lines)
    named = told(tables, "opposite")
    listed: dict[Pair, bool] = {}
    lost = 0
    for judged in data.claims.pairs:
        a, b = (tables.sentence(data.folder, side) for side in (judged.a, judged.b))
        opposite = "polarity" in judged.differs
        if a is None or b is None:
            lost += opposite
        elif judged.same is not None:
            listed[ordered(a, b)] = opposite
    errors = Errors("opposites", data)
    right = [(int(listed[pair]), 1) for pair in sorted(named & listed.keys())]
    yield from share("opposites", "precision", "pairs called opposite that are", data.key, right)
    found = [(int(pair in named), 1) for pair, opposite in sorted(listed.items()) if opposite]
    yield from share("opposites", "recall", "opposite pairs that are called so", data.key, found + [(0, 1)] * lost)
    for pair, opposite in sorted(listed.items()):
        if opposite != (pair in named):
            kind, key = ("opposite, missed", "recall") if opposite else ("called opposite", "precision")
            errors.add(kind, shown(tables.texts, pair), key)
    yield from errors.rows()
