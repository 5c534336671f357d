"""The readers, in order, and the one way in: a file → ``RawArticle``s or ``Problem``s.

for item in read(Path("news.csv")):
    ...                                # RawArticle, or Problem: nothing is raised, nothing is lost
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath

from lib.read.archive import read_zip
from lib.read.delimited import read_delimited
from lib.read.document import read_docx
from lib.read.feed import read_feed
from lib.read.html import read_html
from lib.read.limits import DEFAULT, Limits
from lib.read.message import read_eml, read_mhtml
from lib.read.objects import read_json, read_json_lines
from lib.read.parquet import read_parquet
from lib.read.pdf import read_pdf
from lib.read.plain import read_plain
from lib.read.raw import Given, RawArticle, problem
from lib.read.warc import read_warc
from lib.read.workbook import read_workbook
from lib.schema import Problem

Reader = Callable[[Path, str, Given], Iterator[RawArticle | Problem]]

#: Suffixes → reader. A new format is one file and one line here.
READERS: list[tuple[tuple[str, ...], Reader]] = [
    ((".txt", ".text", ".md", ".markdown"), read_plain),
    ((".html", ".htm", ".xhtml"), read_html),
    ((".mhtml", ".mht"), read_mhtml),
    ((".csv", ".tsv"), read_delimited),
    ((".json",), read_json),
    ((".jsonl", ".ndjson"), read_json_lines),
    ((".parquet", ".pq"), read_parquet),
    ((".xlsx", ".xlsm"), read_workbook),
    ((".pdf",), read_pdf),
    ((".docx",), read_docx),
    ((".eml",), read_eml),
    ((".rss", ".atom", ".xml"), read_feed),
    ((".warc", ".warc.gz"), read_warc),
    ((".zip",), read_zip),
]


def read(
    path: Path,
    *,
    source: str = "",
    published: dt.date | None = None,
    columns: Mapping[str, str] | None = None,
    limits: Limits = DEFAULT,
    shown: str = "",
) -> Iterator[RawArticle | Problem]:
    """Articles and problems of one file; rows in its order. What is given wins over what the file says.

    ``columns`` maps a field ('text', 'published', …) to the column of a table that holds it; ``shown`` is the name
    under which the file is reported, where that is not its path.
    """
    shown = shown or shown_path(path)
    given = Given(source.strip(), published, columns or {}, limits)
    suffix = suffix_of(path.name)
    if reader_of(suffix) is None:
        what = f"the suffix {path.suffix!r} is not supported" if path.suffix else "the file has no suffix"
        yield problem(shown, what, f"one of: {supported()}", "save it in one of these formats, or rename it")
        return
    yield from read_as(suffix, path, shown, given)


def read_as(suffix: str, path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """Articles and problems of a file whose suffix ``reader_of`` knows."""
    reader = reader_of(suffix)
    if reader is not None:
        yield from reader(path, shown, given)


def reader_of(suffix: str) -> Reader | None:
    """The reader of a suffix; None where there is none."""
    return next((reader for suffixes, reader in READERS if suffix in suffixes), None)


def suffix_of(name: str) -> str:
    """The suffix that decides who reads: '.warc.gz' is one, '.gz' alone is none of ours."""
    suffixes = [suffix.casefold() for suffix in PurePath(name).suffixes]
    double = "".join(suffixes[-2:])
    return double if reader_of(double) else (suffixes[-1] if suffixes else "")


def supported() -> str:
    """Every suffix that can be read, for a message."""
    return ", ".join(suffix for suffixes, _ in READERS for suffix in suffixes)


def shown_path(path: Path) -> str:
    """The path relative to where the build runs, with forward slashes; as given where it is elsewhere."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix() if path.is_absolute() else path.as_posix()
    except ValueError:
        return path.as_posix()
