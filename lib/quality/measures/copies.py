"""Copies of a wire story: pairs of articles that share an origin (``lib.quality.origins``)."""

from __future__ import annotations

from collections.abc import Iterator

from lib.link.origins import Body, find_origins
from lib.quality.figures import Figure, Rate, Row
from lib.quality.measures.errors import Errors
from lib.quality.origins import merged, pairs, score
from lib.quality.ready import Ready


def copies(ready: Ready) -> Iterator[Row]:
    """Precision (1 where no pair is false) and recall over pairs; one corpus is one draw, so there is no interval."""
    if ready.data.copies is None:
        return
    names = {d.article.article_id: g.name for g, d, _ in ready.texts}
    bodies = [
        Body(d.article.article_id, d.article.source, d.article.published, d.article.text,
             [(s.start, s.end) for s in d.sentences], d.spans)
        for d in ready.documents
    ]  # fmt: skip
    found = pairs([names[known] for known in group] for group in merged(find_origins(bodies)))
    wanted = {pair for pair in pairs(ready.data.copies) if set(pair) <= set(names.values())}
    got, n = score(wanted, found), len(ready.documents)
    right, key = len(wanted & found), ready.data.key
    for name, words, value, size in (
        ("precision", "pairs joined that are one story", got.precision, len(found)),
        ("recall", "pairs of one story that are joined", got.recall, len(wanted)),
    ):
        yield Figure("copies", name, words, key, "share", Rate(value, None, None), n, size, right, size, size)
    errors = Errors("copies", ready.data)
    for a, b in sorted(found - wanted):
        errors.add("two stories joined", f"{a} = {b}", "precision")
    for a, b in sorted(wanted - found):
        errors.add("one story left apart", f"{a} = {b}", "recall")
    yield from errors.rows()
