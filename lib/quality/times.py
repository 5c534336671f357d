"""Scores for time expressions as TempEval-3 defines them (UzZaman et al., SemEval 2013, task 1).

Spans count strictly (equal) or relaxed (overlapping); the value F1 counts a relaxed match as right
only where its value equals the gold one. 'calendar' leaves durations, sets and references out.

    python -m lib.quality.times corpora/meantime
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from lib.find.parse import load_model, parse
from lib.find.times import find_times
from lib.quality.timeml import GoldDocument, GoldTime, read_folder
from lib.schema import Article, TimeExpression

#: Days, weeks, months, quarters, halves, seasons, years, decades, centuries; with or without a time of day.
CALENDAR = re.compile(r"\d{2,4}(?:-|$|T)")
MEASURES = ("strict", "relaxed", "type", "value", "calendar")


@dataclass(frozen=True, slots=True)
class Counts:
    """What one document adds to each measure: right answers, answers given, answers wanted."""

    right: dict[str, int]
    given: dict[str, int]
    wanted: dict[str, int]


def article_of(doc: GoldDocument) -> Article:
    return Article(
        "0" * 16, "gold", "given", "", "", doc.published, doc.published, None, "given", "", "", "", "en", doc.text, 0,
        "0" * 16, "", doc.name,
    )  # fmt: skip


def pairs(gold: Sequence[GoldTime], rows: Sequence[TimeExpression]) -> list[tuple[GoldTime, TimeExpression]]:
    """One-to-one pairs of overlapping spans, largest overlap first."""
    overlaps = sorted(
        ((min(g.end, r.end) - max(g.start, r.start), -i, -j) for i, g in enumerate(gold) for j, r in enumerate(rows)
         if g.start < r.end and r.start < g.end), reverse=True,
    )  # fmt: skip
    used_gold, used_rows, chosen = set(), set(), []
    for _, i, j in overlaps:
        if -i not in used_gold and -j not in used_rows:
            used_gold.add(-i)
            used_rows.add(-j)
            chosen.append((gold[-i], rows[-j]))
    return chosen


def count(doc: GoldDocument, rows: Iterable[TimeExpression]) -> tuple[Counts, Counter[str]]:
    """Counts of one document, and its errors as 'kind | gold | answer' lines."""
    kept = [r for r in rows if r.start < doc.until and not any(s < r.end and r.start < e for s, e in doc.ignored)]
    matched = pairs(doc.times, kept)
    same = [(g, r) for g, r in matched if g.value == r.value]
    right = {
        "strict": sum((g.start, g.end) == (r.start, r.end) for g, r in matched),
        "relaxed": len(matched),
        "type": sum(g.type == r.type for g, r in matched),
        "value": len(same),
        "calendar": sum(bool(CALENDAR.match(g.value)) for g, _ in same),
    }
    given = dict.fromkeys(MEASURES, len(kept)) | {"calendar": sum(bool(CALENDAR.match(r.value)) for r in kept)}
    wanted = dict.fromkeys(MEASURES, len(doc.times))
    wanted["calendar"] = sum(bool(CALENDAR.match(g.value)) for g in doc.times)
    errors: Counter[str] = Counter()
    paired_gold, paired_rows = {id(g) for g, _ in matched}, {id(r) for _, r in matched}
    for g, r in matched:
        if g.value != r.value:
            errors[f"value | {doc.text[g.start : g.end]} = {g.value} | {r.text} = {r.value} ({r.rule})"] += 1
    for g in doc.times:
        if id(g) not in paired_gold:
            errors[f"missed | {doc.text[g.start : g.end]} = {g.value} |"] += 1
    for r in kept:
        if id(r) not in paired_rows:
            errors[f"extra | | {r.text} = {r.value} ({r.rule})"] += 1
    return Counts(right, given, wanted), errors


def f1(counts: Sequence[Counts], measure: str) -> float:
    """Micro F1 over documents; 0 where nothing is right."""
    right = sum(c.right[measure] for c in counts)
    given, wanted = sum(c.given[measure] for c in counts), sum(c.wanted[measure] for c in counts)
    return 2 * right / (given + wanted) if right else 0.0


def score_times(gold_docs: Iterable[GoldDocument], nlp: Language, resamples: int = 1000) -> dict[str, Any]:
    """Each measure's F1, precision, recall, counts and 95 % bootstrap interval by document; and the errors.

    ``{"documents": 90, "value": {"f1": …, "low": …, "high": …, "right": …, …}, …, "errors": [(line, n), …]}``
    """
    counts: list[Counts] = []
    errors: Counter[str] = Counter()
    for doc in gold_docs:
        one, wrong = count(doc, find_times(parse(article_of(doc), [], nlp)))
        counts.append(one)
        errors += wrong
    result: dict[str, Any] = {"documents": len(counts), "errors": errors.most_common()}
    draw = random.Random(0)
    samples = [[draw.choice(counts) for _ in counts] for _ in range(resamples)] if counts else []
    for measure in MEASURES:
        right = sum(c.right[measure] for c in counts)
        given, wanted = sum(c.given[measure] for c in counts), sum(c.wanted[measure] for c in counts)
        spread = sorted(f1(sample, measure) for sample in samples)
        result[measure] = {
            "f1": f1(counts, measure), "precision": right / given if given else 0.0,
            "recall": right / wanted if wanted else 0.0, "right": right, "given": given, "wanted": wanted,
            "low": spread[int(0.025 * len(spread))] if spread else 0.0,
            "high": spread[int(0.975 * len(spread))] if spread else 0.0,
        }  # fmt: skip
    return result


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("path", type=Path, help="a folder of .tml or CAT .xml files")
    parser.add_argument("--errors", type=int, default=20, help="how many of the errors to show")
    options = parser.parse_args(arguments)
    result = score_times(read_folder(options.path), load_model())
    print(f"{result['documents']} documents")
    for measure in MEASURES:
        row = result[measure]
        print(
            f"{measure:9} F1 {row['f1']:.3f} ({row['low']:.3f}–{row['high']:.3f})  P {row['precision']:.3f}  "
            f"R {row['recall']:.3f}  {row['right']} right of {row['given']} given, {row['wanted']} wanted"
        )
    for line, n in result["errors"][: options.errors]:
        print(f"{n:3} {line}")


if __name__ == "__main__":
    main()
