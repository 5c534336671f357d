"""What a reader hands on: one article as it came, and how its source and day are known.

RawArticle(text="…", source="Harbor Wire", source_how="text", source_evidence="Source: Harbor Wire", …)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from lib.read.limits import DEFAULT, Limits
from lib.schema import Problem


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article before marks and links; ``*_how`` are values of ``lib.schema.SOURCE_HOW`` and ``PUBLISHED_HOW``."""

    text: str
    title: str
    source: str
    source_how: str
    source_evidence: str
    published: dt.date | None
    published_how: str
    published_evidence: str
    url: str
    author: str
    language: str
    path: str
    where: str
    #: What a person should know about how it was read: a guessed encoding, broken bytes.
    notes: tuple[str, ...] = ()
    #: The id under which a corpus already knows it; empty where its source and text give the id.
    known_as: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of every article of an input; it wins over whatever the file says."""

    source: str = ""
    published: dt.date | None = None
    #: Field → column of a table, where the caller says which column holds it; other fields are guessed by name.
    columns: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = DEFAULT


def problem(path: str, what: str, why: str, remedy: str, where: str = "") -> Problem:
    """A ``Problem`` with its parts in the order in which a person reads them; what is quoted in it can be stored."""
    return Problem(
        path=storable(path), where=storable(where), what=storable(what), why=storable(why), remedy=storable(remedy)
    )


def storable(words: str) -> str:
    """The words without halves of pairs (lone surrogates) and NUL, which no table can hold."""
    return words.encode("utf-8", "replace").decode().replace("\0", "\ufffd")
