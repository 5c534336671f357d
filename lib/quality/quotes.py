"""How good the quotes are: content, content with the right speaker, and who answers for it.

    python -m lib.quality.quotes tests/gold/quotes.jsonl --part dev
    python -m lib.quality.quotes FOLDER_WITH_TXT_AND_ANN

A row is right where its content overlaps a gold content with an intersection of at least half of their union (in
characters), each used once, best overlap first. Its speaker is right where the words overlap the gold speaker's or end
in the same word, or where neither has one. Confidence intervals are bootstrapped over documents.

Gold is read by ``lib.quality.quotes_gold``: our own JSONL, or brat standoff as PolNeAR has it.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lib.find.names import find_names
from lib.find.parse import load_model, parse_all
from lib.find.quotes import find_quotes
from lib.quality.quotes_gold import GoldDocument, GoldQuote, Span, read_gold
from lib.schema import Article, Quote

_THRESHOLD = 0.5
_ROUNDS = 1000
_SEED = 7


@dataclass(frozen=True, slots=True)
class Counts:
    """What one document adds to the score."""

    found: int
    gold: int
    content: int
    speaker: int
    classes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1, with the F1's 95 % interval."""

    precision: float
    recall: float
    f1: float
    low: float
    high: float


def overlap(pieces: Sequence[Span], start: int, end: int) -> float:
    """Intersection over union, in characters, of a gold content's pieces and one found span."""
    shared = sum(max(0, min(b, end) - max(a, start)) for a, b in pieces)
    return shared / ((end - start) + sum(b - a for a, b in pieces) - shared)


def same_speaker(text: str, gold: Sequence[Span], quote: Quote) -> bool:
    """Whether a quote names the gold speaker: shared characters, or the same last word."""
    if quote.speaker_start is None or quote.speaker_end is None:
        return not gold
    if any(a < quote.speaker_end and quote.speaker_start < b for a, b in gold):
        return True
    last = {text[a:b].split()[-1].casefold() for a, b in gold if text[a:b].split()}
    return bool(quote.speaker_text.split()) and quote.speaker_text.split()[-1].casefold() in last


def matched(gold: Sequence[GoldQuote], found: Sequence[Quote]) -> list[tuple[GoldQuote, Quote]]:
    """Pairs of at least half overlap, best first, each row used once."""
    pairs = [
        (score, g, f)
        for g, expected in enumerate(gold)
        for f, quote in enumerate(found)
        if (score := overlap(expected.content, quote.start, quote.end)) >= _THRESHOLD
    ]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    kept = []
    for _, g, f in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if g not in taken_gold and f not in taken_found:
            taken_gold.add(g)
            taken_found.add(f)
            kept.append((gold[g], found[f]))
    return kept


def count(document: GoldDocument, found: Sequence[Quote]) -> Counts:
    """The counts of one document."""
    pairs = matched(document.quotes, found)
    right = [same_speaker(document.text, g.speaker, q) for g, q in pairs]
    classes = tuple((g.attribution, q.attribution) for g, q in pairs if g.attribution)
    return Counts(len(found), len(document.quotes), len(pairs), sum(right), classes)


def score(counts: Sequence[Counts], hits: Callable[[Counts], int]) -> Score:
    """Micro-averaged precision, recall and F1; the interval resamples documents 1,000 times."""
    precision, recall, f1 = _rates(counts, hits)
    rng = random.Random(_SEED)
    samples = sorted(_rates(rng.choices(counts, k=len(counts)), hits)[2] for _ in range(_ROUNDS))
    return Score(precision, recall, f1, samples[int(_ROUNDS * 0.025)], samples[int(_ROUNDS * 0.975)])


def _rates(counts: Sequence[Counts], hits: Callable[[Counts], int]) -> tuple[float, float, float]:
    right, found, gold = sum(map(hits, counts)), sum(c.found for c in counts), sum(c.gold for c in counts)
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return precision, recall, 2 * right / max(found + gold, 1)


def find_all(documents: Sequence[GoldDocument]) -> list[list[Quote]]:
    """The finders' rows for each gold document: names first, then quotes, as the build does."""
    items = [(_article(d), ()) for d in documents]
    return [find_quotes(document, find_names(document)) for document in parse_all(items, load_model())]


def _article(gold: GoldDocument) -> Article:
    return Article(
        article_id=gold.name, source=gold.source, source_how="given" if gold.source else "unknown", source_evidence="",
        title="", published=None, published_start=None, published_end=None, published_how="unknown",
        published_evidence="", url="", author="", language="en", text=gold.text, n_words=len(gold.text.split()),
        origin_id=gold.name, story_id="", path=gold.name,
    )  # fmt: skip


def report(counts: Sequence[Counts]) -> str:
    """The scores as text: two lines of F1, then the confusion of attribution classes."""
    lines = [f"{len(counts)} documents, {sum(c.gold for c in counts)} gold rows, {sum(c.found for c in counts)} found"]
    measures: tuple[tuple[str, Callable[[Counts], int]], ...] = (
        ("content", lambda c: c.content),
        ("content and speaker", lambda c: c.speaker),
    )
    for name, hits in measures:
        s = score(counts, hits)
        lines.append(f"{name:20} P {s.precision:.3f}  R {s.recall:.3f}  F1 {s.f1:.3f}  [{s.low:.3f}, {s.high:.3f}]")
    confusion = Counter(pair for c in counts for pair in c.classes)
    if confusion:
        right = sum(n for (g, f), n in confusion.items() if g == f)
        lines.append(f"attribution class    accuracy {right / confusion.total():.3f} of {confusion.total()}")
        for (expected, got), n in sorted(confusion.items()):
            lines.append(f"  gold {expected:12} found {got:12} {n}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Score the finder on a gold file or folder and print the report."""
    parser = argparse.ArgumentParser(prog="python -m lib.quality.quotes", description="Score quotes against gold.")
    parser.add_argument("path", type=Path, help="a .jsonl file, or a folder with .txt and .ann files")
    parser.add_argument("--part", default="", help="only documents of this part: dev or test")
    chosen = parser.parse_args(arguments)
    documents = [d for d in read_gold(chosen.path) if not chosen.part or d.part == chosen.part]
    print(report([count(d, found) for d, found in zip(documents, find_all(documents), strict=True)]))


if __name__ == "__main__":
    main()
