"""Names: exact spans with their class, plain and trimmed, beside the bare model (``lib.quality.names``).

Three systems: the bare model, Dateline on one article alone, and Dateline as a build has it, with the names that
the other articles of the data set confirm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lib.find.document import Document
from lib.quality.dataset import Gold
from lib.quality.figures import OURS, Row, harmonic
from lib.quality.measures.errors import Errors
from lib.quality.names import MAIN, Span, conll_class, count, model_alone, trimmed
from lib.quality.ready import Ready, Rows
from lib.schema import Mention

ALONE, MODEL = "Dateline, each text alone", "the language model alone"
SYSTEMS = (OURS, ALONE, MODEL)


def names(ready: Ready) -> Iterator[Row]:
    """F1 of PER+ORG+LOC and of each class, for each system."""
    texts = [(g, d, r) for g, d, r in ready.texts if g.names is not None]
    groups = [MAIN, *((c,) for c in ready.data.classes)]
    for system in SYSTEMS:
        found = [[s for s in _found(system, d, r) if s[1] <= g.limit] for g, d, r in texts]
        for trim in (True, False):
            for classes in groups if system != ALONE else [MAIN]:
                tallies = [_tally(g, f, classes, trim) for (g, *_), f in zip(texts, found, strict=True)]
                key = f"{'trimmed' if trim else 'plain'}{'' if classes == MAIN else '-' + classes[0]}"
                name = f"{'+'.join(classes)}, {'without articles and possessives' if trim else 'to the letter'}"
                yield from harmonic("names", key, name, ready.data.key, tallies, system)
    yield from _errors(ready)


def _found(system: str, document: Document, rows: Rows) -> list[Span]:
    if system == MODEL:
        return model_alone(document)
    return _spans(rows.named if system == OURS else rows.mentions)


def _spans(mentions: Sequence[Mention]) -> list[Span]:
    return [(m.start, m.end, conll_class(m)) for m in mentions]


def _tally(gold: Gold, found: Sequence[Span], classes: Sequence[str], trim: bool) -> tuple[int, int, int]:
    wanted: Sequence[Span] = [(s.start, s.end, s.label) for s in gold.names or ()]
    if trim:
        wanted, found = ([trimmed(gold.text, s) for s in spans] for spans in (wanted, found))
    return count(wanted, found, classes)


def _errors(ready: Ready) -> Iterator[Row]:
    errors = Errors("names", ready.data)
    for gold, _, rows in ready.texts:
        if gold.names is None:
            continue
        wanted = [trimmed(gold.text, (s.start, s.end, s.label)) for s in gold.names if s.label in MAIN]
        found = [trimmed(gold.text, s) for s in _spans(rows.named) if s[2] in MAIN and s[1] <= gold.limit]
        for start, end, label in sorted(set(wanted) - set(found)):
            over = next((f for f in found if f[0] < end and start < f[1]), None)
            words = gold.text[start:end]
            if over is None:
                errors.add(f"{label} missed", words)
            elif over[:2] == (start, end):
                errors.add(f"{label} taken for {over[2]}", words)
            else:
                errors.add(f"{label} with other bounds", f"{words} (found: {gold.text[over[0] : over[1]]})")
        for start, end, label in sorted(set(found) - set(wanted)):
            if not any(w[0] < end and start < w[1] for w in wanted):
                errors.add(f"{label} found where none is annotated", gold.text[start:end])
    yield from errors.rows()
