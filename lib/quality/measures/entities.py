"""Names under entities: B³ over gold mentions, beside the same string and the same letters (``lib.quality.links``)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from lib.link.entities import link
from lib.quality.figures import OURS, Figure, Rate, Row
from lib.quality.gold import GoldDocument
from lib.quality.links import Pairs, as_mentions, b_cubed, interval
from lib.quality.measures.errors import Errors
from lib.quality.ready import Ready


def entities(ready: Ready) -> Iterator[Row]:
    """B³ of the three systems on the annotated names; our own labels, no gold label is used."""
    texts = [(g, d) for g, d, _ in ready.texts if g.entities]
    if not texts:
        return
    mentions = [as_mentions(GoldDocument(d.article.article_id, g.text, ()), g.entities or (), d) for g, d in texts]
    linked = link(m for rows in mentions for m in rows)
    systems: dict[str, list[list[tuple[Hashable, Hashable]]]] = defaultdict(list)
    for (gold, _), rows in zip(texts, mentions, strict=True):
        spans = gold.entities or ()
        words = [gold.text[s.start : s.end] for s in spans]
        keys = {OURS: [linked.entity_of(m).entity_id for m in rows], "the same words": words,
                "the same letters, capitals or not": [w.lower() for w in words]}  # fmt: skip
        for system, key in keys.items():
            systems[system].append(list(zip(key, (s.instance for s in spans), strict=True)))
    for system, groups in systems.items():
        yield _figure(ready, system, groups)
    yield from _errors(ready, [pair for group in systems[OURS] for pair in group])


def _figure(ready: Ready, system: str, groups: Sequence[Pairs]) -> Figure:
    pairs = [pair for group in groups for pair in group]
    precision, recall, f = b_cubed(pairs)
    low, high = interval(groups) if len(groups) > 1 else (None, None)
    clusters, n = len({gold for _, gold in pairs}), len(pairs)
    name = f"mentions of {clusters} entities, innermost proper names"
    return Figure(
        "entities", "b3", name, ready.data.key, "B³ F1", Rate(f, low, high), len(groups), n, 0, n, n, system,
        Rate(precision, None, None), Rate(recall, None, None),
    )  # fmt: skip


def _errors(ready: Ready, pairs: Pairs) -> Iterator[Row]:
    errors = Errors("entities", ready.data)
    for kind, key, other in (("one entity split into several", 1, 0), ("several entities put together", 0, 1)):
        groups: dict[Hashable, Counter[Hashable]] = defaultdict(Counter)
        for pair in pairs:
            groups[pair[key]][pair[other]] += 1
        for name, counts in sorted(groups.items(), key=lambda item: -len(item[1])):
            if len(counts) > 1:
                errors.add(kind, f"{name}: {', '.join(f'{o} ({n})' for o, n in counts.most_common(4))}")
    yield from errors.rows()
