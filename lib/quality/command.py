"""The command: gather, parse each data set once, measure, write one report.

    python -m lib.quality --data corpora/mine --limit 10
    python -m lib.quality --only claims,stories       # these measures, on what is annotated for them

Exit codes: 0 measured, 2 nothing to measure or a wrong argument.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from spacy.language import Language

from lib.find.parse import DEFAULT_MODEL, load_model
from lib.quality.dataset import Gathered, Unusable
from lib.quality.figures import Figure, Row
from lib.quality.formats import ALLOWED
from lib.quality.gather import ROOT, gather, limited, of_part
from lib.quality.goals import goal_of
from lib.quality.measures import BUILT, MEASURES, has_gold
from lib.quality.ready import Ready, prepare
from lib.quality.report import Report, write

MEASURED, REFUSED = 0, 2
#: Unusable files that are named on the screen; the report has all of them.
NAMED = 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and write the report; progress goes to standard error."""
    chosen = _parser().parse_args(arguments)
    try:
        nlp = load_model(chosen.model or os.environ.get("DATELINE_MODEL") or DEFAULT_MODEL)
    except ValueError as error:
        return _refuse(str(error))
    started = time.monotonic()
    found = gather(chosen.data, only_given=chosen.only == [])
    if chosen.only:
        found = replace(found, sets=[s for s in found.sets if any(has_gold(s, one) for one in chosen.only)])
    for one in found.unusable[:NAMED]:
        _say(f"not used: {one.path}: {one.what}")
    if len(found.unusable) > NAMED:
        _say(f"not used: {len(found.unusable) - NAMED} more; the report names them")
    if chosen.part:
        found = of_part(found, chosen.part)
    if not found.sets or (chosen.data and not found.n_given):
        return _refuse(_nothing(chosen.data, found.unusable))
    if chosen.limit is not None:
        found = limited(found, chosen.limit)
    rows = _measure(found, nlp, started, chosen.only or [key for key, *_ in MEASURES])
    made = dt.datetime.now(dt.UTC).strftime("%Y-%m-%d %H:%M UTC")
    model = f"{nlp.meta.get('lang', '')}_{nlp.meta.get('name', '')} {nlp.meta.get('version', '')}"
    report = Report(made, time.monotonic() - started, model, found.sets, rows, found.unusable, chosen.limit)
    paths = write(report, chosen.out)
    goals = [(row, goal) for row in rows if isinstance(row, Figure) and (goal := goal_of(row)) is not None]
    missed = [(row, goal) for row, goal in goals if row.rate.value < goal.least]
    print(f"{len(goals) - len(missed)} of {len(goals)} goals met; the report is {paths[1]} (and {paths[0].name})")
    for row, goal in missed:
        print(f"  missed by {goal.least - row.rate.value:.3f}: {row.name}, {row.data}: {row.rate.value:.3f}")
    return MEASURED


def _measure(found: Gathered, nlp: Language, started: float, keys: Sequence[str]) -> list[Row]:
    rows: list[Row] = []
    for number, data in enumerate(found.sets, start=1):
        words = sum(len(gold.text.split()) for gold in data.documents)
        _say(f"[{number}/{len(found.sets)}] {data.title}: {len(data.documents):,} documents, {words:,} words")
        ready = Ready(data, (), (), {}) if BUILT.keys() >= set(keys) else prepare(data, nlp)
        for key, _, measure in MEASURES:
            if key in keys:
                rows += measure(ready)
        _say(f"[{number}/{len(found.sets)}] {data.title}: done, {time.monotonic() - started:.0f} s so far")
    order = [key for key, *_ in MEASURES]
    return sorted(rows, key=lambda row: order.index(row.measure))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m lib.quality",
        description="Measure how well names, dates, events, quotes and marked spans are found.",
        epilog=f"Data that can be given: {ALLOWED}.",
    )
    parser.add_argument(
        "--data", nargs="+", action="extend", type=Path, default=[], metavar="PATH",
        help="files or folders to measure beside the gold in the repository",
    )  # fmt: skip
    parser.add_argument(
        "--only", nargs="?", type=_measures, const=[], metavar="MEASURE,MEASURE",
        help="alone: measure what --data gives and nothing else; with names: these measures and no other "
        f"({', '.join(key for key, *_ in MEASURES)})",
    )  # fmt: skip
    parser.add_argument(
        "--part",
        choices=("dev", "test"),
        default="",
        help="leave out the other half of gold in halves",
    )
    parser.add_argument("--model", default="", help=f"spaCy pipeline (default: DATELINE_MODEL, else {DEFAULT_MODEL})")
    parser.add_argument("--limit", type=_positive, metavar="N", help="the first N documents of each: a quick look")
    parser.add_argument("--out", type=Path, default=ROOT / "reports", help="folder of the report (default: reports)")
    return parser


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of documents; give 1 or more")
    return int(text)


def _measures(text: str) -> list[str]:
    known = [key for key, *_ in MEASURES]
    given = [part.strip() for part in text.split(",") if part.strip()]
    if not given or set(given) - set(known):
        raise argparse.ArgumentTypeError(f"{text!r}; measures are {', '.join(known)}")
    return given


def _nothing(given: Sequence[Path], unusable: Sequence[Unusable]) -> str:
    what = "; ".join(f"{one.path}: {one.what}" for one in unusable[:NAMED])
    where = "what was given" if given else "tests/gold"
    return f"nothing to measure in {where}{': ' if what else ''}{what}\nallowed: {ALLOWED}"


def _refuse(words: str) -> int:
    print(f"python -m lib.quality: {words}", file=sys.stderr)
    return REFUSED


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
