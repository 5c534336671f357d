"""Invented events as several newsrooms told them: a data set to tune on and one to measure by, or one of the two.

    (test,) = events(Path("tests/gold/bureau"), "bureau", "Our invented events, foreign desks")

Each part is built by itself, of its own articles: who works on ``dev`` runs nothing on ``test``.
"""

from __future__ import annotations

import json
from pathlib import Path

from lib.quality.claims_gold import ArticleKey, ClaimsGold, read_pairs
from lib.quality.dataset import DataSet, Gold
from lib.read import read
from lib.schema import Problem

_NOTES = {
    "dev": "every pair of sentences of an event's articles judged; weights and thresholds are chosen on them",
    "test": "every pair of sentences of an event's articles judged; nothing may be tuned by looking at them",
}


def events(folder: Path, key: str, title: str) -> list[DataSet]:
    """The parts that are there; none without the folder. Raises ``ValueError`` as ``read_pairs``."""
    path = folder / "articles.jsonl"
    if not path.is_file():
        return []
    raw = [one for one in read(path) if not isinstance(one, Problem)]
    parts = [json.loads(line)["part"] for line in path.read_text(encoding="utf-8").splitlines()]
    if len(raw) != len(parts):
        raise ValueError(f"{path.name}: {len(parts)} lines, of which {len(raw)} are articles")
    gold = read_pairs(folder)
    found = []
    for part, note in _NOTES.items():
        lines = tuple(n for n, one in enumerate(parts, start=1) if one == part)

        def inside(*keys: ArticleKey, lines: tuple[int, ...] = lines) -> bool:
            return all(item in lines for _, item in keys)

        claims = ClaimsGold(
            tuple(p for p in gold.pairs if inside(p.a.article, p.b.article)),
            tuple(keys for keys in gold.complete if inside(*keys)),
        )
        documents = tuple(
            Gold(f"{path.name} line {n}", raw[n - 1].text, raw[n - 1].published, raw[n - 1].source, raw[n - 1].title)
            for n in lines
        )
        if documents:
            named = f"{title}, {part} half" if len(set(parts)) > 1 else title
            found.append(
                DataSet(
                    f"{key}-{part}", named, "written by us", documents, note, ours=True, build=True,
                    inputs=path, lines=lines, part=part, folder=folder, claims=claims,
                )
            )  # fmt: skip
    return found
