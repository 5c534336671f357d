"""How well body is told from what is not: precision and recall of marked characters.

    python -m lib.quality.marks tests/gold/sample --articles data/sample

Gold is JSON, one file an article: ``{"file": "…", "spans": [{"start": …, "end": …, "kind": …}]}`` with offsets into the
text as it is read. White space is not counted. Whether a character is marked counts, not its kind: kinds of furniture
are a matter of taste, but a body character that is marked is lost to every table.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from lib.find.marks import Mark, mark
from lib.read import RawArticle, read

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldMarks:
    """One article with the stretches that a reader marked."""

    name: str
    text: str
    title: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Characters right, wrongly marked and missed, with the stretches that are wrong, as words."""

    name: str
    right: int
    wrong: int
    missed: int
    wrong_words: tuple[str, ...] = ()
    missed_words: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        """1 where nothing is marked."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """1 where there is nothing to mark."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def read_gold(folder: Path, articles: Path) -> Iterator[GoldMarks]:
    """The gold of a folder beside its articles. Raises ``ValueError`` where an article cannot be read."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        raw = next(read(articles / gold["file"]), None)
        if not isinstance(raw, RawArticle):
            raise ValueError(f"{path}: {articles / gold['file']} cannot be read as an article; give --articles FOLDER")
        spans = tuple((span["start"], span["end"]) for span in gold["spans"])
        yield GoldMarks(gold["file"], raw.text, raw.title, spans)


def score(gold: GoldMarks, found: Sequence[Mark]) -> Score:
    """Characters of one article that are marked in both, in one of them only."""
    wanted = _characters(gold.text, gold.spans)
    marked = _characters(gold.text, ((one.start, one.end) for one in found))
    return Score(
        gold.name, len(wanted & marked), len(marked - wanted), len(wanted - marked),
        _stretches(gold.text, marked - wanted), _stretches(gold.text, wanted - marked),
    )  # fmt: skip


def total(scores: Sequence[Score]) -> Score:
    """All articles together, every character alike."""
    return Score("all", *(sum(getattr(one, field) for one in scores) for field in ("right", "wrong", "missed")))


def _characters(text: str, spans: Iterable[Span]) -> set[int]:
    return {at for start, end in spans for at in range(start, end) if not text[at].isspace()}


def _stretches(text: str, characters: set[int]) -> tuple[str, ...]:
    """The characters as words: a line's that stand together are one stretch."""
    line_of = [0] * len(text)
    line = 0
    for at, character in enumerate(text):
        line += character == "\n"
        line_of[at] = line
    groups = groupby(sorted(characters), key=lambda at: line_of[at])
    return tuple(text[places[0] : places[-1] + 1] for places in (list(group) for _, group in groups))


def report(scores: Sequence[Score]) -> str:
    """The score of all articles, then every stretch that is wrong."""
    whole = total(scores)
    lines = [
        f"{len(scores)} articles, {whole.right + whole.missed} characters to mark, {whole.right + whole.wrong} marked",
        f"marked  P {whole.precision:.3f}  R {whole.recall:.3f}",
    ]
    for one in scores:
        lines += [f"  {one.name}: body was marked: {words[:100]!r}" for words in one.wrong_words]
        lines += [f"  {one.name}: was not marked: {words[:100]!r}" for words in one.missed_words]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Score the marks on a folder of gold and print the report."""
    parser = argparse.ArgumentParser(prog="python -m lib.quality.marks", description="Score marks against gold.")
    parser.add_argument("path", type=Path, help="a folder with a .json file an article")
    parser.add_argument("--articles", type=Path, default=Path("data/sample"), help="the articles (data/sample)")
    chosen = parser.parse_args(arguments)
    print(report([score(gold, mark(gold.text, gold.title)) for gold in read_gold(chosen.path, chosen.articles)]))


if __name__ == "__main__":
    main()
