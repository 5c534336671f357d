"""A data set: annotated texts in one shape, whatever they were written in, and what they may be used to claim.

    DataSet("wikigold", "WikiGold", "development", documents=[Gold("d1", "Ada sleeps.", names=(…))])

What is not annotated in a text is None, so that a measure leaves it out; an empty tuple says "annotated, none there".
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from lib.quality.claims_gold import ClaimsGold
from lib.quality.gold import GoldSpan
from lib.quality.quotes_gold import GoldQuote
from lib.quality.said_gold import GoldQuantity, GoldStanding
from lib.quality.timeml import GoldTime

#: What a figure on such data says about other texts.
ROLES = {
    "development": "development data: rules were changed after reading errors in it, so its figures are too good",
    "written by us": "written and annotated by us: our sentences are what we thought of, not what newsrooms write",
    "given": "given by path: held out only if nobody changed a rule after reading it",
}


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """A dated happening: its trigger's place, its days (end exclusive), whether the trigger is a verb of speech."""

    start: int
    end: int
    first: dt.date
    after: dt.date
    status: str
    reporting: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """One text. ``published`` is what the finders are told, ``real_day`` what a person found."""

    name: str
    text: str
    published: dt.date | None = None
    source: str = ""
    title: str = ""
    #: The part of its data set: 'dev' or 'test'.
    part: str = ""
    names: tuple[GoldSpan, ...] | None = None
    entities: tuple[GoldSpan, ...] | None = None
    times: tuple[GoldTime, ...] | None = None
    #: The date rule wanted for each of ``times``; our own sentences only.
    rules: tuple[str, ...] | None = None
    events: tuple[GoldEvent, ...] | None = None
    quotes: tuple[GoldQuote, ...] | None = None
    quantities: tuple[GoldQuantity, ...] | None = None
    standings: tuple[GoldStanding, ...] | None = None
    #: (start, end, kind) of all that is not body.
    marks: tuple[tuple[int, int, str], ...] | None = None
    real_day: dt.date | None = None
    #: Names and times from here on, or inside of ``ignored``, are not annotated; None: up to the end.
    until: int | None = None
    ignored: tuple[tuple[int, int], ...] = ()

    @property
    def limit(self) -> int:
        return len(self.text) if self.until is None else self.until


@dataclass(frozen=True, slots=True)
class DataSet:
    """``build``: whole articles that go through every stage, as in a build. ``ours``: the gold is in the repository."""

    key: str
    title: str
    role: str
    documents: tuple[Gold, ...]
    note: str = ""
    ours: bool = False
    build: bool = False
    #: Groups of names of documents that tell one wire story; None where nobody looked.
    copies: tuple[tuple[str, ...], ...] | None = None
    #: The folder or file that a build of the same articles takes; ``folder`` is what pairs of sentences name files of.
    inputs: Path | None = None
    #: Lines of ``inputs`` that are built, from 1; None: all of it.
    lines: tuple[int, ...] | None = None
    #: 'dev' or 'test', where the set is one half of some gold.
    part: str = ""
    folder: Path | None = None
    #: Pairs of sentences that were judged; the running story of each document.
    claims: ClaimsGold | None = None
    stories: tuple[str, ...] | None = None
    #: Classes of names that are annotated, in CoNLL's letters.
    classes: tuple[str, ...] = ("PER", "ORG", "LOC")


@dataclass(frozen=True, slots=True)
class Unusable:
    """A file that could not be used: what is wrong, and what is allowed."""

    path: str
    what: str
    allowed: str


@dataclass(slots=True)
class Gathered:
    """Data sets in order, and what could not be used."""

    sets: list[DataSet] = field(default_factory=list)
    unusable: list[Unusable] = field(default_factory=list)
    #: Data sets that the given paths hold, those that are measured anyway too.
    n_given: int = 0
