"""How well names are put under entities: B³ over gold mentions, beside string equality.

    python -m lib.quality.links PATH        # a folder of MEANTIME's CAT XML

B³ (Bagga and Baldwin 1998): for each mention, how much of its cluster is right, and how much of the
gold cluster it has. The spans are the gold's, and labels and roles our own: a gold mention takes the
last name found inside it; with none, its words alone. No gold label is used.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

import numpy as np

from lib.find.document import Document
from lib.find.names import find_names
from lib.find.names.gazetteer import gazetteer
from lib.find.parse import load_model
from lib.link.entities import link
from lib.quality import cat
from lib.quality.figures import DRAWS, SEED, wilson
from lib.quality.gold import GoldDocument, GoldSpan, parsed
from lib.quality.names import trimmed
from lib.schema import Mention

NAMES = ("NAM", "PRE.NAM")
Pairs = Sequence[tuple[Hashable, Hashable]]


def b_cubed(pairs: Pairs) -> tuple[float, float, float]:
    """Precision, recall and F1 of (our cluster, gold cluster) for every mention; zeros for none."""
    if not pairs:
        return 0.0, 0.0, 0.0
    ours, gold, both = Counter(o for o, _ in pairs), Counter(g for _, g in pairs), Counter(pairs)
    precision = sum(n * n / ours[o] for (o, _), n in both.items()) / len(pairs)
    recall = sum(n * n / gold[g] for (_, g), n in both.items()) / len(pairs)
    return precision, recall, 2 * precision * recall / (precision + recall)


def interval(groups: Sequence[Pairs], draws: int = DRAWS) -> tuple[float, float]:
    """95 % bootstrap interval of F1 over documents; ``groups`` are the pairs of each.

    A mention keeps the precision and recall that it has in the whole corpus. Clusters span documents: counted anew in
    documents that were drawn twice or not at all they would be other clusters, and the interval would lie too high.
    Where every mention is right it is Wilson's, by document (``lib.quality.figures``).
    """
    pairs = [pair for group in groups for pair in group]
    if b_cubed(pairs)[2] == 1.0:
        return wilson(1.0, sum(map(bool, groups)))
    ours, gold, both = Counter(o for o, _ in pairs), Counter(g for _, g in pairs), Counter(pairs)
    table = np.array(
        [
            (
                sum(both[pair] / ours[pair[0]] for pair in group),
                sum(both[pair] / gold[pair[1]] for pair in group),
                len(group),
            )
            for group in groups
            if group
        ]
    )
    drawn = np.random.default_rng(SEED).integers(0, len(table), size=(draws, len(table)))
    precision, recall, n = table[drawn].sum(axis=1).T
    low, high = np.quantile(2 * precision * recall / (precision + recall) / n, (0.025, 0.975))
    return float(low), float(high)


def as_mentions(gold: GoldDocument, spans: Sequence[GoldSpan], document: Document) -> list[Mention]:
    """One mention a gold span, labelled by what our finder says inside of it."""
    found = find_names(document)
    rows = []
    for number, span in enumerate(spans):
        start, end, _ = trimmed(gold.text, (span.start, span.end, ""))
        inside = [m for m in found if start <= m.start and m.end <= end]
        entry = gazetteer().get(gold.text[start:end])
        if inside:
            text, label, role = inside[-1].text, inside[-1].label, inside[-1].role
        else:
            text = gold.text[start:end]
            label, role = (entry.label, entry.role) if entry else ("OTHER", "name")
        # Nested gold spans may share a place: the number keeps their order and tells them apart.
        rows.append(Mention(gold.name, number, start, start + len(text), text, label, "", role, "gold", 1.0))
    return rows


def report(folder: Path) -> str:
    gold = list(cat.read_folder(folder))
    documents = parsed(gold, load_model())
    lines = []
    ids: dict[tuple[str, int], str] = {}
    choices: list[tuple[str, Callable[[GoldSpan, GoldDocument], bool]]] = [
        ("proper names, innermost", lambda s, d: s.kind in NAMES and not _nests(s, d)),
        ("proper names, all", lambda s, d: s.kind in NAMES),
        ("all mentions with an entity", lambda s, d: True),
    ]
    for title, wanted in choices:
        spans = [[s for s in d.spans if s.instance and wanted(s, d)] for d in gold]
        mentions = [as_mentions(g, s, d) for g, s, d in zip(gold, spans, documents, strict=True)]
        linked = link(m for rows in mentions for m in rows)
        ids.clear()
        ids.update({(m.article_id, m.sentence_id): linked.entity_of(m).entity_id for rows in mentions for m in rows})
        systems: list[tuple[str, Callable[[Mention, GoldSpan, GoldDocument], Hashable]]] = [
            ("exact string", lambda m, s, g: g.text[s.start : s.end]),
            ("lower case", lambda m, s, g: g.text[s.start : s.end].lower()),
            ("Dateline", lambda m, s, g: ids[m.article_id, m.sentence_id]),
        ]
        n = sum(map(len, spans))
        lines.append(f"\n{title}: {n} mentions, {len({s.instance for row in spans for s in row})} entities")
        for name, key in systems:
            groups = [
                [(key(m, s, g), s.instance) for m, s in zip(rows, row, strict=True)]
                for g, rows, row in zip(gold, mentions, spans, strict=True)
            ]
            p, r, f = b_cubed([pair for group in groups for pair in group])
            low, high = interval(groups)
            lines.append(f"  {name:14} P {p:.3f}  R {r:.3f}  F1 {f:.3f}  [{low:.3f}, {high:.3f}]")
    return "\n".join(lines)


def _nests(span: GoldSpan, document: GoldDocument) -> bool:
    """Whether another proper name lies inside."""
    return any(
        o is not span and o.kind in NAMES and span.start <= o.start and o.end <= span.end for o in document.spans
    )


def mixed(pairs: Pairs, most: int = 20) -> list[tuple[Hashable, list[tuple[Hashable, int]]]]:
    """The gold clusters that ours split the most, for reading."""
    split: dict[Hashable, Counter[Hashable]] = defaultdict(Counter)
    for our, gold in pairs:
        split[gold][our] += 1
    worst = sorted(split.items(), key=lambda item: max(item[1].values()) - sum(item[1].values()))
    return [(gold, counter.most_common(6)) for gold, counter in worst[:most]]


if __name__ == "__main__":
    print(report(Path(sys.argv[1])))
