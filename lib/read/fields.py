"""Which column of a table, or key of an object, holds which field; the names are data in ``fields.toml``.

match_columns(["Headline", "full_text", "pageviews"])["text"]      # ['full_text']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from lib.read.raw import Given
from lib.vocabulary import load

FIELDS = ("id", "source", "title", "published", "url", "author", "language", "text")
_NOT_KEY = re.compile(r"[\W_]+")
#: What ``apart``, or pandas, adds to the name of a second column of one name.
_NUMBERED = re.compile(r"(?<=.)(?: \(\d{1,4}\)|\.\d{1,4})$", re.S)


def match_columns(columns: Iterable[str]) -> dict[str, list[str]]:
    """Field → the columns that may hold it, best first: a row takes the first one that is not blank."""
    by_key: dict[str, list[str]] = {}
    for column in columns:
        by_key.setdefault(key_of(_NUMBERED.sub("", str(column))), []).append(column)
    found = {field: [column for name in names for column in by_key.get(name, ())] for field, names in _names().items()}
    return {field: columns for field, columns in found.items() if columns}


def fields_of(columns: Sequence[str], given: Given) -> dict[str, list[str]]:
    """Field → its columns, where what the caller said comes before what the names say.

    A column that the caller gave to one field is taken from every other; an empty column leaves a field unread.
    """
    said = {field: column for field, column in given.columns.items() if not column or column in columns}
    taken = {column for column in said.values() if column}
    guessed = match_columns(column for column in columns if column not in taken)
    return {field: names for field, names in guessed.items() if field not in said} | {
        field: [column] for field, column in said.items() if column
    }


def allowed_text_names() -> str:
    """The names that a text column may have, for a message."""
    return ", ".join(name.replace(" ", "_") for name in load("fields")["text"])


def apart(names: Iterable[str]) -> list[str]:
    """The header with names of its own: of two columns 'note' the second is 'note (2)', so that neither is lost."""
    seen: Counter[str] = Counter()
    own = []
    for name in names:
        seen[name] += 1
        own.append(f"{name} ({seen[name]})" if name and seen[name] > 1 else name)
    return own


def key_of(column: str) -> str:
    return _NOT_KEY.sub("", str(column).casefold())


def value_of(row: Mapping[str, object], columns: list[str] | None) -> tuple[object, str]:
    """The first value that is not blank, and its column; (None, "") where all are blank."""
    for column in columns or ():
        value = row.get(column)
        if value is not None and value == value and not _is_nothing(value):  # value != value: NaN
            return value, column
    return None, ""


def _is_nothing(value: object) -> bool:
    """Whether a cell is blank, or holds a word for it: 'nan', 'N/A'."""
    words = str(value).strip()
    return not words or (len(words) < 10 and words.casefold() in load("fields")["cells"]["nothing"])


@cache
def _names() -> dict[str, list[str]]:
    vocabulary = load("fields")
    return {field: [key_of(name) for name in vocabulary[field]] for field in FIELDS}
