"""The invented stories as a data set: short articles with the story of each, and held-out pairs of sentences.

(data,) = stories(Path("tests/gold/stories"))
"""

from __future__ import annotations

import json
from pathlib import Path

from lib.quality.claims_gold import read_pairs
from lib.quality.dataset import DataSet, Gold
from lib.read import read
from lib.schema import Problem

_NOTE = (
    "invented articles on invented events, many of them alike; the pairs of sentences are the test set of claims, by "
    "which nothing may be tuned"
)


def stories(folder: Path) -> list[DataSet]:
    """The one data set, or none where the folder is not there. Raises ``ValueError`` where a line is no article."""
    path = folder / "articles.jsonl"
    if not path.is_file():
        return []
    raw = [one for one in read(path) if not isinstance(one, Problem)]
    told = [json.loads(line)["story"] for line in path.read_text(encoding="utf-8").splitlines()]
    if len(raw) != len(told):
        raise ValueError(f"{path.name}: {len(told)} lines, of which {len(raw)} are articles")
    documents = tuple(
        Gold(f"{path.name} line {n}", one.text, one.published, one.source, one.title)
        for n, one in enumerate(raw, start=1)
    )
    return [
        DataSet(
            "stories", "Our invented stories", "written by us", documents, _NOTE, ours=True, build=True, inputs=path,
            folder=folder, claims=read_pairs(folder), stories=tuple(told),
        )
    ]  # fmt: skip
