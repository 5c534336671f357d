"""Which agency an article says it comes from, read from its marked spans.

    credits(text, spans)      # (Credit(key='fairwateragency', name='Fairwater Agency', where='in the dateline'),)

A name in the brackets of a dateline is a credit whatever it is; in by-lines and footers it must be a known wire's or
end as agencies' names do. "Reporting by Ada Marsh; editing by …" names no agency, but the same people under two
articles are as good a sign of one story. Captions are left out: an agency's picture is not its story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lib.schema import MarkedSpan
from lib.text.outlet_names import outlet_named
from lib.vocabulary import load

_BRACKET = re.compile(r"\(([^()\n]{2,40})\)")
_FOOTERS = ("boilerplate", "stray")
#: A by-line, sign-off or copyright line; what is longer is a page's terms of use.
_MAX_SPAN = 400


@dataclass(frozen=True, slots=True)
class Credit:
    """``key`` is compared between articles, ``name`` is shown."""

    key: str
    name: str
    where: str


def source_key(name: str) -> str:
    """What two spellings of one outlet have in common; empty for an empty name."""
    known = outlet_named(name)
    return re.sub(r"[\W_]+", "", (known.name if known else name).casefold())


def credits(text: str, spans: Sequence[MarkedSpan]) -> tuple[Credit, ...]:
    """The credits of an article in order of place, each key once."""
    found: dict[str, Credit] = {}
    for span in sorted(spans, key=lambda s: s.start):
        words = text[span.start : span.end]
        for key, name, where in _in_span(span.kind, words):
            if key:
                found.setdefault(key, Credit(key, name, where))
    return tuple(found.values())


def _in_span(kind: str, words: str) -> Iterator[tuple[str, str, str]]:
    if kind == "dateline":
        for match in _BRACKET.finditer(words):
            yield source_key(match[1]), match[1].strip(), "in the dateline"
    elif kind in _FOOTERS and len(words) <= _MAX_SPAN:
        sign_off, agency = _patterns()
        for match in sign_off.finditer(words):
            people = " ".join(match[1].split())
            yield "by " + people.casefold(), people, "in the sign-off"
        where = "in the by-line" if words[:3].casefold() == "by " else "in a line beside the text"
        for match in agency.finditer(words):
            yield source_key(match.group()), match.group(), where


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A sign-off with its people, and the name of an agency."""
    words = load("agencies")
    cues = "|".join(sorted(map(re.escape, words["sign_offs"]), key=len, reverse=True))
    wires = [n for row in load("outlets")["outlet"] if row.get("wire") for n in (row["name"], *row["names"])]
    known = "|".join(sorted(map(re.escape, wires), key=len, reverse=True))
    other = "|".join(words["not_first"])
    endings = "|".join(sorted(map(re.escape, words["endings"]), key=len, reverse=True))
    return (
        re.compile(rf"\b(?:{cues})\s+([^;:.()\n]{{3,80}})", re.IGNORECASE),
        re.compile(rf"\b(?:{known})\b|\b(?!(?:{other})\b)(?:[A-ZÀ-Þ][\w&’'-]{{1,30}} ){{1,4}}(?:{endings})\b"),
    )
