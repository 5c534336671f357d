"""``corpus.toml`` beside the articles: the corpus's title and a note about it, never an article.

title = "Border talks"
note = "Six invented outlets, January 2022."
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from lib.schema import Problem

CORPUS_FILE = "corpus.toml"
FIELDS = ("title", "note")


@dataclass(frozen=True, slots=True)
class CorpusNote:
    """What a corpus says of itself; empty where it says nothing."""

    title: str = ""
    note: str = ""

    def or_else(self, other: CorpusNote) -> CorpusNote:
        return CorpusNote(self.title or other.title, self.note or other.note)

    def titled(self, title: str) -> CorpusNote:
        return CorpusNote(title, self.note)


def read_corpus_file(path: Path) -> tuple[CorpusNote, list[Problem]]:
    """The note, and what in the file could not be used."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return CorpusNote(), [_problem(path, "", f"it cannot be read: {error}")]
    faults = [
        _problem(path, name, f"{name} = {value!r}")
        for name, value in given.items()
        if name not in FIELDS or not isinstance(value, str)
    ]
    words = {name: given[name].strip() for name in FIELDS if isinstance(given.get(name), str)}
    return CorpusNote(**words), faults


def _problem(path: Path, where: str, what: str) -> Problem:
    return Problem(
        path=path.as_posix(),
        where=where,
        what=what,
        why="it may hold two texts, title and note, as TOML in UTF-8",
        remedy='write title = "…" and note = "…", each on a line of its own',
    )
