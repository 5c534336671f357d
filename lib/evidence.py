"""A ``Mark`` says what one number on a chart counts; ``Evidence`` is one span that it opens.

A mark is a fact, a unit and the values of some dimensions, and it has one URL form:

    Mark("mentions", (("entity", "russia"), ("source", "harbor-wire"))).to_text()
    # 'mentions:entity=russia,source=harbor-wire'

Counting and opening a mark are two queries over one filtered relation (``lib.store.facts``), so the
number on the chart, the sentences opened and the spans highlighted agree by construction.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

#: What can be counted, and the dimensions that each can be split by.
DIMENSIONS: dict[str, tuple[str, ...]] = {
    "mentions": ("entity", "type", "role", "alias", "source", "article"),
    "events": ("event", "status", "exactness", "participant", "trigger", "source", "article"),
    "quotes": ("quote", "speaker", "attribution", "kind", "source", "article"),
    "words": ("word", "source", "article"),
    "sentences": ("named", "source", "article"),
    "articles": ("assumed", "source", "article"),
    "times": ("time", "rule", "source", "article"),
    "statements": ("claim", "differs", "attribution", "group", "certainty", "standing", "start", "source", "article"),
    "differences": ("claim", "kind", "source", "article"),
    "nearest": ("claim", "related", "source", "article"),
    "unshared": ("near", "attribution", "start", "source", "article"),
    "quantities": ("quantity", "ledger", "value", "counted", "hedge", "attribution", "source", "article"),
    "standings": ("standing", "claim", "by", "source", "article"),
    "descriptions": ("actor", "lemma", "tie", "source", "article"),
}
#: Of every fact: the story that its article belongs to.
STORY = "story"
#: Dates are dimensions of every fact: the bucket that the day falls in, named by its first day.
GRAINS = ("day", "week", "month", "year")
#: 'rows' counts every span; 'articles' counts articles and opens the first span of each.
UNITS = ("rows", "articles")
#: Dimensions of a mark in a URL. The app writes four at most; each may be a join, and anybody can write a link.
MOST_DIMENSIONS = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """What one number counts. Raises ``ValueError`` naming an unknown fact, unit or dimension."""

    fact: str
    where: tuple[tuple[str, str], ...] = ()
    unit: str = "rows"

    def __post_init__(self) -> None:
        if self.fact not in DIMENSIONS:
            raise ValueError(f"{self.fact!r} cannot be counted; {', '.join(DIMENSIONS)} can")
        if self.unit not in UNITS:
            raise ValueError(f"unit {self.unit!r}; allowed are {', '.join(UNITS)}")
        if self.fact == "articles":
            object.__setattr__(self, "unit", "articles")
        for name, _ in self.where:
            if not is_dimension(self.fact, name):
                raise ValueError(f"{self.fact} cannot be split by {name!r}; by {', '.join(DIMENSIONS[self.fact])}")

    def also(self, **dimensions: str) -> Mark:
        """The same mark, narrowed by further dimensions."""
        return Mark(self.fact, (*self.where, *dimensions.items()), self.unit)

    def value(self, dimension: str) -> str | None:
        """The value of a dimension, or None where the mark does not fix it."""
        return next((value for name, value in self.where if name == dimension), None)

    def to_text(self) -> str:
        head = self.fact if self.unit == "rows" or self.fact == "articles" else f"{self.fact}/{self.unit}"
        return f"{head}:" + ",".join(f"{name}={quote(value, safe='')}" for name, value in self.where)

    @classmethod
    def from_text(cls, text: str) -> Mark:
        """Read the URL form. Raises ``ValueError`` that says what is wrong."""
        head, _, tail = text.partition(":")
        fact, _, unit = head.partition("/")
        where = []
        parts = tail.split(",") if tail else ()
        if len(parts) > MOST_DIMENSIONS:
            raise ValueError(f"it names {len(parts):,} dimensions; at most {MOST_DIMENSIONS} are allowed")
        for part in parts:
            name, equals, value = part.partition("=")
            if not equals:
                raise ValueError(f"{part!r} is not of the form dimension=value")
            where.append((name, unquote(value)))
        return cls(fact, tuple(where), unit or "rows")


# Asked for every number of an answer; a hostile link may ask for any name, so not all are kept.
@lru_cache(maxsize=512)
def is_dimension(fact: str, name: str) -> bool:
    """Whether a fact can be split by a dimension; dates are written 'reported-week', 'happened-month' …"""
    axis, _, grain = name.partition("-")
    if grain in GRAINS:
        return axis == "reported" or (axis == "happened" and fact == "events")
    return name == STORY or name in DIMENSIONS[fact]


@dataclass(frozen=True, slots=True)
class Said:
    """Who says the words of a span. ``speaker`` is the name, else the words of the text; '' where nobody is named.

    ``words`` are those that name the speaker in the text, ``attribution`` one of ``ATTRIBUTIONS``, ``kind`` one of
    ``QUOTE_KINDS``, '' where the fact is no quote.
    """

    speaker: str
    words: str
    attribution: str
    kind: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One span behind a number, with the passage around it. Offsets point into the article's text."""

    article_id: str
    source: str
    title: str
    published: dt.date | None
    published_how: str
    url: str
    start: int
    end: int
    passage_start: int
    passage: str
    sentence_id: int
    #: Filled by ``lib.store.said`` where the fact is spoken; no part of what is counted.
    said: Said | None = None

    @property
    def parts(self) -> tuple[str, str, str]:
        """The passage before, inside and after the span."""
        a, b = self.start - self.passage_start, self.end - self.passage_start
        return self.passage[:a], self.passage[a:b], self.passage[b:]
