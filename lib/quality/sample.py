"""The sample articles that were annotated by hand, as a data set that goes through every stage of a build.

    (data,) = sample(Path("tests/gold"), Path("data/sample"), faults)

Articles without annotations come along, after the others: linking, missing days and wire copies need them.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lib.find.names.gazetteer import gazetteer
from lib.quality.claims_gold import read_pairs
from lib.quality.dataset import DataSet, Gold, GoldEvent, Unusable
from lib.quality.gold import GoldSpan
from lib.quality.origins import read_gold
from lib.quality.quotes_gold import GoldQuote
from lib.quality.timeml import GoldTime
from lib.read import RawArticle, read
from lib.schema import Problem

_NOTE = (
    "fifteen invented articles of five invented outlets on one event, annotated by one reader who looked at no "
    "finder's output; rules may have been changed after reading their errors"
)
_CLASSES = {"PERSON": "PER", "ORG": "ORG", "COUNTRY": "LOC", "PLACE": "LOC"}


def sample(gold: Path, articles: Path, faults: list[Unusable]) -> list[DataSet]:
    """The one data set, or none where the folders are not there."""
    files = sorted((gold / "sample").glob("*.json"))
    if not files or not articles.is_dir():
        return []
    rows = {row["file"]: row for row in (json.loads(path.read_text(encoding="utf-8")) for path in files)}
    documents = []
    for name, raw in _articles(articles):
        row = rows.pop(name, None)
        if row is not None and any(raw.text[n["start"] : n["end"]] != n["text"] for n in row["names"]):
            faults.append(Unusable(name, "annotated on another text than the reader gives", "offsets into its text"))
            row = None
        documents.append(_document(name, raw, row))
    faults += [Unusable(name, "annotated, but no such article", "a file of data/sample") for name in rows]
    documents.sort(key=lambda d: d.names is None)
    copies, claims = gold / "origins.json", gold / "claims"
    return [
        DataSet(
            "sample", "Our sample articles", "written by us", tuple(documents), _NOTE, ours=True, build=True,
            copies=tuple(map(tuple, read_gold(copies))) if copies.is_file() else None, inputs=articles, folder=articles,
            claims=read_pairs(claims) if claims.is_dir() else None,
            classes=("PER", "ORG", "LOC", "MISC"),
        )
    ]  # fmt: skip


def _articles(folder: Path) -> Iterator[tuple[str, RawArticle]]:
    """A row of a table or feed is named by its file and its row, as in ``lib.quality.origins``."""
    for path in sorted(p for p in folder.iterdir() if p.is_file() and p.suffix not in (".md", ".toml")):
        for one in read(path):
            if not isinstance(one, Problem):
                yield " ".join(filter(None, (path.name, one.where))), one


def _document(name: str, raw: RawArticle, row: dict[str, Any] | None) -> Gold:
    if row is None:
        return Gold(name, raw.text, raw.published, raw.source, raw.title)
    text = raw.text
    return Gold(
        name, text, raw.published, raw.source, raw.title, "",
        names=tuple(GoldSpan(n["start"], n["end"], conll(n["label"], n["text"]), n["entity"]) for n in row["names"]),
        entities=tuple(GoldSpan(n["start"], n["end"], n["label"], n["entity"]) for n in row["names"]),
        times=tuple(GoldTime(t["start"], t["end"], t["type"], t["value"]) for t in row["times"]),
        events=tuple(_event(e) for e in row["events"]),
        quotes=tuple(
            GoldQuote(((q["start"], q["end"]),), _said(text, q["speaker"]), q["attribution"], q["kind"])
            for q in row["quotes"]
        ),
        marks=tuple((s["start"], s["end"], s["kind"]) for s in row["spans"]),
        real_day=dt.date.fromisoformat(row["published"]) if row["published"] else None,
    )  # fmt: skip


def conll(label: str, text: str) -> str:
    """CoNLL's class of one of our labels: what belongs to a place by our own list ('Russian') is MISC."""
    entry = gazetteer().get(text)
    if label in ("COUNTRY", "PLACE") and entry is not None and entry.role == "demonym":
        return "MISC"
    return _CLASSES.get(label, "MISC")


def _said(text: str, speaker: str | None) -> tuple[tuple[int, int], ...]:
    """The annotation names the speaker without a place, so any place of the name will do."""
    if not speaker:
        return ()
    return tuple(m.span() for m in re.finditer(rf"(?<!\w){re.escape(speaker)}(?!\w)", text))


def _event(row: dict[str, Any]) -> GoldEvent:
    first, after = dt.date.fromisoformat(row["date_start"]), dt.date.fromisoformat(row["date_end"])
    return GoldEvent(row["start"], row["end"], first, after, row["status"], row["reporting"])
