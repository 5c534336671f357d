"""How well names are found: exact-span F1 by class, beside the bare spaCy model.

    python -m lib.quality.names PATH        # a CoNLL file, or a folder of MEANTIME's CAT XML

"Trimmed" drops leading articles and trailing possessives on both sides before spans are compared.
Intervals are 95 % percentile bootstraps over documents (1,000 resamples, fixed seed).
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from lib.find.document import Document
from lib.find.names import find_names
from lib.find.parse import load_model
from lib.quality import cat, conll
from lib.quality.gold import GoldDocument, GoldSpan, parsed
from lib.schema import Mention

#: (start, end, class) of one name.
Span = tuple[int, int, str]
#: True positives, found, in the gold.
Counts = tuple[int, int, int]
CLASSES = ("PER", "ORG", "LOC", "MISC")
MAIN = ("PER", "ORG", "LOC")
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\s*['’]s?$")
_MODEL = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "MISC", "PRODUCT": "MISC",
          "EVENT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC", "LANGUAGE": "MISC"}  # fmt: skip
#: MEANTIME annotates only the first six sentences of an article in full.
MEANTIME_SENTENCES = 6


def conll_class(mention: Mention) -> str:
    """CoNLL's class of a mention: demonyms are MISC; a metonym is written with a place's name, so LOC."""
    if mention.label in ("COUNTRY", "PLACE"):
        return "MISC" if mention.role == "demonym" else "LOC"
    return {"PERSON": "PER", "ORG": "ORG"}.get(mention.label, "MISC")


def ours(document: Document) -> list[Span]:
    return [(m.start, m.end, conll_class(m)) for m in find_names(document)]


def model_alone(document: Document) -> list[Span]:
    """The spaCy model's own entities with its labels mapped, nothing else done."""
    return [
        (b.start + e.start_char, b.start + e.end_char, _MODEL[e.label_])
        for b in document.blocks
        for e in b.doc.ents
        if e.label_ in _MODEL
    ]


def trimmed(text: str, span: Span) -> Span:
    """A span without its leading article and trailing possessive."""
    start, end, kind = span
    article = _ARTICLE.match(text, start, end)
    if article and article.end() < end:
        start = article.end()
    tail = _POSSESSIVE.search(text[start:end])
    if tail and tail.start() > 0:
        end = start + tail.start()
    return start, end, kind


def count(gold: Iterable[Span], found: Iterable[Span], classes: Sequence[str]) -> Counts:
    wanted = {s for s in gold if s[2] in classes}
    got = {s for s in found if s[2] in classes}
    return len(wanted & got), len(got), len(wanted)


def f1(counts: Iterable[Counts]) -> tuple[float, float, float]:
    """Precision, recall and F1 of summed counts; 0 where nothing is found or wanted."""
    right, found, wanted = (sum(column) for column in zip(*counts, strict=True))
    precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
    return precision, recall, 2 * right / (found + wanted) if found + wanted else 0.0


def interval(counts: Sequence[Counts], draws: int = 1000) -> tuple[float, float]:
    """95 % bootstrap interval of F1 over documents."""
    chance = random.Random(1)
    scores = sorted(f1(chance.choices(counts, k=len(counts)))[2] for _ in range(draws))
    return scores[int(draws * 0.025)], scores[int(draws * 0.975)]


def read(path: Path) -> list[GoldDocument]:
    """Gold documents with non-overlapping spans in CoNLL's classes."""
    if path.is_file():
        return list(conll.read(path))
    documents = list(cat.read_folder(path))
    for document in documents:
        document.spans[:] = _innermost(document)
    return documents


def _innermost(document: GoldDocument) -> list[GoldSpan]:
    """MEANTIME's proper names nest ("Ford chief Alan Mulally"): the innermost are the names themselves."""
    limit = _limit(document)
    names = [s for s in document.spans if s.kind in ("NAM", "PRE.NAM") and s.label in MAIN and s.end <= limit]
    return [s for s in names if not any(o is not s and s.start <= o.start and o.end <= s.end for o in names)]


def _limit(document: GoldDocument) -> int:
    return document.tokens[:MEANTIME_SENTENCES][-1][-1][1]


def report(path: Path) -> str:
    gold = read(path)
    documents = parsed(gold, load_model())
    meantime = path.is_dir()
    lines = [f"{path.name}: {len(gold)} documents, {sum(len(d.spans) for d in gold)} names"]
    systems: list[tuple[str, Callable[[Document], list[Span]]]] = [("model alone", model_alone), ("Dateline", ours)]
    for name, system in systems:
        found = [system(d) for d in documents]
        if meantime:
            found = [[s for s in spans if s[1] <= _limit(g)] for g, spans in zip(gold, found, strict=True)]
        for trim in (False, True):
            lines.append(f"\n{name}, {'trimmed' if trim else 'exact'}:   precision  recall  F1")
            groups = [MAIN, *((c,) for c in (MAIN if meantime else CLASSES))]
            for classes in groups:
                counts = [_document_counts(g, f, classes, trim) for g, f in zip(gold, found, strict=True)]
                p, r, score = f1(counts)
                low, high = interval(counts) if classes == MAIN else (0.0, 0.0)
                span = f"  [{low:.3f}, {high:.3f}]" if classes == MAIN else ""
                n = sum(c[2] for c in counts)
                lines.append(f"  {'+'.join(classes):12} n={n:5}  {p:.3f}  {r:.3f}  {score:.3f}{span}")
    return "\n".join(lines)


def _document_counts(gold: GoldDocument, found: Sequence[Span], classes: Sequence[str], trim: bool) -> Counts:
    wanted: list[Span] = [(s.start, s.end, s.label) for s in gold.spans]
    if trim:
        return count((trimmed(gold.text, s) for s in wanted), (trimmed(gold.text, s) for s in found), classes)
    return count(wanted, found, classes)


if __name__ == "__main__":
    print(report(Path(sys.argv[1])))
