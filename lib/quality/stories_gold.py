"""The invented stories as data sets: short articles with the story of each, and judged pairs of sentences in halves.

data, dev, test = stories(Path("tests/gold/stories"))

Every second story, by name, is in the dev half. A pair of two stories of different halves is in neither. Both halves of
the pairs have been tuned on.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from lib.quality.claims_gold import ArticleKey, ClaimsGold, read_pairs
from lib.quality.dataset import DataSet, Gold
from lib.read import read
from lib.schema import Problem

_NOTE = "invented articles on invented events, many of them alike"
_HALVES = (
    ("dev", "judged pairs of sentences in every second story, by name; weights and thresholds are chosen on them"),
    ("test", "judged pairs of sentences in the other stories; held out once, tuned on since"),
)


def stories(folder: Path) -> list[DataSet]:
    """The stories and the two halves, or none without the folder. Raises ``ValueError`` as ``read_pairs``."""
    whole = _whole(folder)
    return [replace(one, claims=None) for one in whole] + [half for one in whole for half in _split(one)]


def halves(folder: Path) -> list[DataSet]:
    """The dev half and the test half of the judged pairs."""
    return stories(folder)[1:]


def _split(data: DataSet) -> list[DataSet]:
    told, gold = data.stories or (), data.claims or ClaimsGold((), ())
    order = sorted(set(told))
    found = []
    for number, (half, note) in enumerate(_HALVES):
        own = set(order[number::2])

        def inside(*keys: ArticleKey, own: set[str] = own) -> bool:
            return all(told[(item or 1) - 1] in own for _, item in keys)

        claims = ClaimsGold(
            tuple(p for p in gold.pairs if inside(p.a.article, p.b.article)),
            tuple(keys for keys in gold.complete if inside(*keys)),
        )
        documents = tuple(d for d, story in zip(data.documents, told, strict=True) if story in own)
        title = f"Pairs of sentences in our invented stories, {half} half"
        found.append(
            replace(
                data,
                key=f"pairs-{half}",
                title=title,
                note=note,
                documents=documents,
                claims=claims,
                stories=None,
            )
        )
    return found


def _whole(folder: Path) -> list[DataSet]:
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
