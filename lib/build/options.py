"""The command line of ``python -m lib.build``: what may be typed, and what it means.

parse_options(["articles/", "--into", "data/built/mine"])
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lib.find.parse import DEFAULT_MODEL
from lib.read.fetch import AT_MOST
from lib.read.fields import FIELDS
from lib.read.limits import DEFAULT, MEGABYTE, Limits

#: What may stand before the '=' of --map → the field.
FIELD_OF = {name: name for name in FIELDS} | {"date": "published"}

_EXAMPLES = """\
examples:
  python -m lib.build articles/ --into data/built/mine
  python -m lib.build 'export/*.csv' notes.txt --into data/built/mine --source "The Daily Example"
  python -m lib.build story.txt --into data/built/mine --published 2022-02-03
  python -m lib.build export.xlsx --into data/built/mine --map text=body,date=published_on
  python -m lib.build https://www.example.com/world.rss --into data/built/mine --at-most 20

A folder may hold a corpus.toml (title = "…", note = "…"), shown in the app, and a README, which is not read.
Files that did not change since the last build are not parsed again. A build that fails or is stopped
leaves the last good one in place.

exit codes: 0 built; 1 no article could be used, or the build failed; 2 wrong command, or a build of this
corpus is running.
"""


@dataclass(frozen=True, slots=True)
class Options:
    """What one build was asked to do."""

    inputs: tuple[str, ...]
    into: Path
    source: str | None = None
    published: dt.date | None = None
    model: str = DEFAULT_MODEL
    title: str | None = None
    quiet: bool = False
    rebuild: bool = False
    #: Field → column of tables.
    columns: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = DEFAULT
    #: Entries of one feed that are fetched.
    at_most: int = AT_MOST
    #: 'auto' for a person, 'json' for a program that started the build.
    progress: str = "auto"


def parse_options(arguments: Sequence[str] | None = None) -> Options:
    """Options from the command line. Exits with code 2 and a message where it cannot be understood."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.into.is_file():
        parser.error(f"--into {given.into} is a file; name a folder, for example data/built/{given.into.stem}")
    return Options(
        inputs=tuple(given.inputs),
        into=given.into,
        source=given.source,
        published=given.published,
        model=given.model or os.environ.get("DATELINE_MODEL") or DEFAULT_MODEL,
        title=given.title,
        quiet=given.quiet,
        rebuild=given.rebuild,
        columns=given.columns or {},
        limits=DEFAULT.raised(given.limit_mb, given.limit_articles),
        at_most=given.at_most,
        progress=given.progress,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m lib.build",
        description="Read articles and build the tables that the dashboard shows.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("inputs", nargs="+", metavar="INPUT", help="files, folders, patterns or web addresses, in any mix")
    add("--into", required=True, type=Path, metavar="FOLDER", help="the corpus to build, e.g. data/built/mine")
    add("--source", type=_words, metavar="NAME", help="the outlet of every article, whatever the files say")
    add("--published", type=_day, metavar="DAY", help="publication day of every article, e.g. 2022-02-03")
    add("--title", type=_words, metavar="TITLE", help="the corpus's title in the app")
    add("--model", metavar="NAME", help=f"spaCy model (default: $DATELINE_MODEL, else {DEFAULT_MODEL})")
    add("--map", type=_columns, dest="columns", metavar="FIELD=COLUMN,…", help="which columns of a table hold what")
    add("--at-most", type=_number, default=AT_MOST, metavar="N", help=f"entries of one feed to fetch ({AT_MOST})")
    megabytes = DEFAULT.file_bytes // MEGABYTE
    add("--limit-mb", type=_number, metavar="N", help=f"megabytes that one file may have ({megabytes})")
    add("--limit-articles", type=_number, metavar="N", help=f"articles that one file may hold ({DEFAULT.articles:,})")
    add("--progress", choices=("auto", "json"), default="auto", help="json: one line of JSON a step, on stdout")
    add("--rebuild", action="store_true", help="parse every article again, even those that did not change")
    add("--quiet", action="store_true", help="no progress, only the closing summary")
    return parser


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write year-month-day, e.g. 2022-02-03") from None


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number; write a whole number from 1")
    return int(text)


def _columns(text: str) -> dict[str, str]:
    """'text=body,date=published_on' → {'text': 'body', 'published': 'published_on'}; a column may hold a '='."""
    allowed = ", ".join(sorted(FIELD_OF))
    found: dict[str, str] = {}
    for part in text.split(","):
        name, equals, column = part.partition("=")
        known = FIELD_OF.get(name.strip().casefold())
        if not equals or known is None or not column.strip():
            raise argparse.ArgumentTypeError(f"{part!r} is not FIELD=COLUMN; fields are {allowed}, e.g. text=body")
        found[known] = column.strip()
    return found


def _words(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty; leave the option out, or give a name")
    return " ".join(text.split())
