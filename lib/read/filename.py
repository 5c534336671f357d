"""Source and day from a file name that a person chose; a name made by a machine says nothing.

from_filename("2022-02-03_harbor-wire_talks-open.txt").source      # 'Harbor Wire'
from_filename("002_146ba93acd382285.txt").source                   # ''
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import PurePath

from lib.text.dates_written import find_date
from lib.text.outlet_names import outlet_named, shown_name
from lib.vocabulary import load

_DATE = re.compile(
    r"(?<!\d)(\d{4}[-_.]\d{1,2}[-_.]\d{1,2}|(?:19|20)\d{6}|\d{1,2}[-_ ]?[A-Za-z]{3,9}[-_ ]?\d{4})(?![\d])"
)
_HEX = re.compile(r"(?=.*\d)[0-9a-f]{8,}|[0-9a-f]{16,}", re.I)


@dataclass(frozen=True, slots=True)
class FromName:
    """What a file name says; empty and None where it says nothing."""

    source: str = ""
    day: dt.date | None = None
    evidence: str = ""


def from_filename(name: str) -> FromName:
    """Source and day of a file name such as ``2022-02-03_harbor-wire_slug`` or ``harbor-wire-20220203``."""
    stem = PurePath(name).stem
    found, before, after, day = None, stem, "", None
    for match in _DATE.finditer(stem):
        day = _day(match.group())
        if day:
            found, before, after = match, stem[: match.start()], stem[match.end() :]
            break
    source = _source(before, after, dated=found is not None)
    return FromName(source, day, PurePath(name).name if source or day else "")


def _day(written: str) -> dt.date | None:
    if written.isdigit():
        written = f"{written[:4]}-{written[4:6]}-{written[6:]}"
    read = find_date(re.sub(r"[_.]", "-", written)) or find_date(
        re.sub(r"(?<=\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\d)", " ", written)
    )
    return read.day if read else None


def _source(before: str, after: str, *, dated: bool) -> str:
    ahead, behind = _parts(before), _parts(after)
    for part in (*ahead, *behind):
        if known := outlet_named(part):
            return known.name
    if not dated:
        return ""
    # 'harbor_wire_2022-02-03': underscores inside a name; it ends at the first word that ends outlets' names.
    for parts in (ahead, behind):
        if joined := _joined(parts):
            return shown_name(joined)
    # 'harbor-wire-20220203': what stands before the day names the outlet if it is a name and not a headline.
    if ahead and _is_name(ahead[-1]) and len(_words(ahead[-1])) <= 3:
        return shown_name(ahead[-1])
    # '2022-02-03_harbor-wire_slug': of several parts after the day the first is the outlet; one alone may be the
    # headline, so it must end like an outlet's name.
    if behind and _is_name(behind[0]) and len(_words(behind[0])) <= 4:
        last = _words(behind[0])[-1]
        slug = len(behind) > 2 and all(len(_words(part)) == 1 for part in behind)
        if (len(behind) > 1 and not slug) or last in load("outlets")["name_words"]:
            return shown_name(behind[0])
    return ""


def _joined(parts: list[str]) -> str:
    """The first two or three one-word parts, where the last of them is a word such as 'wire' or 'post'."""
    for n in (2, 3):
        some = parts[:n]
        single = len(some) == n and all(len(_words(part)) == 1 for part in some)
        if single and some[-1].casefold() in load("outlets")["name_words"] and _is_name(some[0]):
            return " ".join(some)
    return ""


def _parts(piece: str) -> list[str]:
    """The parts between underscores, blanks or double hyphens; numbers, hashes and fillers left out."""
    parts = (part.strip(" -._()[]") for part in re.split(r"_+|--+|\s+-\s+", piece))
    return [part for part in parts if part and not _HEX.fullmatch(part) and any(c.isalpha() for c in part)]


def _words(part: str) -> list[str]:
    return [word.casefold() for word in re.split(r"[\s.-]+", part) if word]


def _is_name(part: str) -> bool:
    words, filler = _words(part), load("outlets")["not_names"]
    return all(not _HEX.fullmatch(w) for w in words) and not all(w in filler or w.isdigit() for w in words)
