"""``corpus.toml`` beside the articles: what a corpus says of itself, never an article.

title = "Border talks"
note = "Six invented outlets, January 2022."
first = 2022-01-10        # the days that it is about, where that is known
last = 2022-02-05
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lib.schema import Problem

CORPUS_FILE = "corpus.toml"
#: Field → the type that its value must have.
FIELDS: dict[str, type] = {"title": str, "note": str, "first": dt.date, "last": dt.date}


def read_corpus_file(path: Path) -> tuple[Mapping[str, str], list[Problem]]:
    """Field → value (days as ISO dates), and what in the file could not be used."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return {}, [_problem(path, "", f"it cannot be read: {error}")]
    faults = [_problem(path, name, f"{name} = {value!r}") for name, value in given.items() if not _fits(name, value)]
    return {name: str(value).strip() for name, value in given.items() if _fits(name, value)}, faults


def _fits(name: str, value: Any) -> bool:
    return name in FIELDS and type(value) is FIELDS[name]


def _problem(path: Path, where: str, what: str) -> Problem:
    return Problem(
        path=path.as_posix(),
        where=where,
        what=what,
        why='it may hold title = "…", note = "…", first = YEAR-MONTH-DAY and last = YEAR-MONTH-DAY, as TOML in UTF-8',
        remedy="write it so, or take it out; the articles are read all the same",
    )
