"""The readers, in order, and the one way in: a file → ``RawArticle``s or ``Problem``s.

for item in read(Path("news.csv")):
    ...                                # RawArticle, or Problem: nothing is raised, nothing is lost
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from lib.read.delimited import read_delimited
from lib.read.html import read_html
from lib.read.objects import read_json, read_json_lines
from lib.read.parquet import read_parquet
from lib.read.plain import read_plain
from lib.read.raw import Given, RawArticle, problem
from lib.schema import Problem

Reader = Callable[[Path, str, Given], Iterator[RawArticle | Problem]]

#: Suffixes → reader. A new format is one file and one line here.
READERS: list[tuple[tuple[str, ...], Reader]] = [
    ((".txt", ".text", ".md", ".markdown"), read_plain),
    ((".html", ".htm", ".xhtml"), read_html),
    ((".csv", ".tsv"), read_delimited),
    ((".json",), read_json),
    ((".jsonl", ".ndjson"), read_json_lines),
    ((".parquet", ".pq"), read_parquet),
]


def read(path: Path, *, source: str = "", published: dt.date | None = None) -> Iterator[RawArticle | Problem]:
    """Articles and problems of one file; rows in its order. What is given wins over what the file says."""
    shown = shown_path(path)
    given = Given(source.strip(), published)
    for suffixes, reader in READERS:
        if path.suffix.casefold() in suffixes:
            yield from reader(path, shown, given)
            return
    what = f"the suffix {path.suffix!r} is not supported" if path.suffix else "the file has no suffix"
    yield problem(shown, what, f"one of: {supported()}", "save it in one of these formats, or rename it")


def supported() -> str:
    """Every suffix that can be read, for a message."""
    return ", ".join(suffix for suffixes, _ in READERS for suffix in suffixes)


def shown_path(path: Path) -> str:
    """The path relative to where the build runs, with forward slashes; as given where it is elsewhere."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix() if path.is_absolute() else path.as_posix()
    except ValueError:
        return path.as_posix()
