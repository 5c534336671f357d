"""How well wire copies are told from independent reports: precision, recall and F1 over pairs of articles.

    python -m lib.quality.origins tests/gold/origins.json data/sample

Gold is a JSON list of groups, each a list of file names; every article that is in no group stands alone. A row of a
table or feed is named by its file and its row, as a problem report names it: "feed.jsonl line 3". A pair is right
where both articles have one origin and stand in one group.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from lib.find.marks import mark_article
from lib.find.parse import load_model, parse_all
from lib.link.origins import Body, Origins, find_origins
from lib.read import RawArticle, read
from lib.schema import Article, Problem

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Pairwise precision, recall and F1; 1 where there is nothing to find and nothing was found."""

    precision: float
    recall: float
    f1: float


def pairs(groups: Iterable[Sequence[str]]) -> set[Pair]:
    """Every two members of a group, names in order."""
    return {(a, b) for group in groups for a, b in combinations(sorted(set(group)), 2)}


def merged(origins: Origins) -> list[list[str]]:
    """The groups of at least two articles."""
    members: dict[str, list[str]] = defaultdict(list)
    for article, origin in origins.origin_of.items():
        members[origin].append(article)
    return [group for group in members.values() if len(group) > 1]


def score(gold: set[Pair], found: set[Pair]) -> Score:
    right = len(gold & found)
    precision = right / len(found) if found else 1.0
    recall = right / len(gold) if gold else 1.0
    return Score(precision, recall, 2 * right / (len(gold) + len(found)) if gold or found else 1.0)


def read_gold(path: Path) -> list[list[str]]:
    """The groups of a gold file. Raises ``ValueError`` where it is no list of lists of names."""
    groups = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(groups, list) or not all(
        isinstance(g, list) and all(isinstance(name, str) for name in g) for g in groups
    ):
        raise ValueError(f"{path}: gold is a JSON list of groups, each a list of file names")
    return groups


def bodies(folder: Path) -> Iterator[Body]:
    """The articles of a folder as copies are sought in them; the id of each is its file's name."""
    items = [(a, mark_article(a)) for a in _articles(folder)]
    for document in parse_all(items, load_model()):
        article = document.article
        sentences = [(s.start, s.end) for s in document.sentences]
        yield Body(article.article_id, article.source, article.published, article.text, sentences, document.spans)


def _articles(folder: Path) -> Iterator[Article]:
    for path in sorted(p for p in folder.iterdir() if p.suffix not in (".md", ".toml")):
        for one in read(path):
            if not isinstance(one, Problem):
                yield _article(" ".join(filter(None, (path.name, one.where))), one)


def _article(name: str, raw: RawArticle) -> Article:
    return Article(
        article_id=name, source=raw.source, source_how=raw.source_how, source_evidence="", title=raw.title,
        published=raw.published, published_start=None, published_end=None, published_how=raw.published_how,
        published_evidence="", url="", author="", language="en", text=raw.text, n_words=0, origin_id=name, story_id="",
        path=raw.path,
    )  # fmt: skip


def report(gold: Sequence[Sequence[str]], origins: Origins) -> str:
    """The scores and every pair that is wrong, as text."""
    wanted, found = pairs(gold), pairs(merged(origins))
    result = score(wanted, found)
    lines = [
        f"{len(origins.origin_of)} articles, {len(wanted)} gold pairs, {len(found)} found",
        f"pairs  P {result.precision:.3f}  R {result.recall:.3f}  F1 {result.f1:.3f}",
    ]
    lines += [f"  not a copy: {a} = {b}" for a, b in sorted(found - wanted)]
    lines += [f"  missed: {a} = {b}" for a, b in sorted(wanted - found)]
    lines += [f"  {why}" for why in dict.fromkeys(f"{c.article_id}: {c.why}" for c in origins.copies)]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Score the merges in a folder and print the report."""
    parser = argparse.ArgumentParser(prog="python -m lib.quality.origins", description="Score wire copies.")
    parser.add_argument("gold", type=Path, help="a .json file: a list of groups of file names")
    parser.add_argument("folder", type=Path, help="the articles")
    chosen = parser.parse_args(arguments)
    print(report(read_gold(chosen.gold), find_origins(bodies(chosen.folder))))


if __name__ == "__main__":
    main()
