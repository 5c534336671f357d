"""What is not body: precision and recall over characters that are not white space; the kind is counted apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lib.quality.figures import Row, share
from lib.quality.measures.errors import Errors
from lib.quality.ready import Ready


def marks(ready: Ready) -> Iterator[Row]:
    """Shares of characters: marked rightly of all marked, found of all wanted, of the same kind of the found."""
    errors = Errors("marks", ready.data)
    precision, recall, kinds = [], [], []
    for gold, document, _ in ready.texts:
        if gold.marks is None:
            continue
        wanted = _characters(gold.text, gold.marks)
        found = _characters(gold.text, ((s.start, s.end, s.kind) for s in document.spans))
        both = wanted.keys() & found.keys()
        precision.append((len(both), len(found)))
        recall.append((len(both), len(wanted)))
        kinds.append((sum(wanted[at] == found[at] for at in both), len(both)))
        for start, end, kind in gold.marks:
            if missing := [at for at in range(start, end) if at in wanted and at not in found]:
                errors.add(f"{kind} left in the body", gold.text[missing[0] : missing[-1] + 1], "recall")
        for span in document.spans:
            if extra := [at for at in range(span.start, span.end) if at in found and at not in wanted]:
                errors.add(f"body marked as {span.kind}", gold.text[extra[0] : extra[-1] + 1], "precision")
    key = ready.data.key
    yield from share("marks", "precision", "characters marked that are not body", key, precision)
    yield from share("marks", "recall", "characters of other text that are marked", key, recall)
    yield from share("marks", "kind", "of these, characters with the right kind", key, kinds)
    yield from errors.rows()


def _characters(text: str, spans: Iterable[tuple[int, int, str]]) -> dict[int, str]:
    return {at: kind for start, end, kind in spans for at in range(start, end) if not text[at].isspace()}
