"""Every field of a view in the URL: its key, how it is read and written, whether it filters.

One explicit list; a field that is not in it cannot be shared, and a test says so.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lib.evidence import GRAINS, UNITS, Mark
from lib.interval import read_day
from lib.schema import DIFFERENCES, LABELS, STATUSES
from lib.schema.columns import ID

MAX_TEXT = 200
MAX_VALUES = 40
#: Characters of a mark as a URL holds it.
MAX_MARK = 2000
#: Parameters that the platform itself reads.
PLATFORM_KEYS = frozenset({"embed", "embed_options"})
Read = Callable[[str], tuple[Any, list[str]]]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One field of a view in the URL."""

    field: str
    key: str
    read: Read
    write: Callable[[Any], str]
    filters: bool = False

    def refuses(self, value: Any) -> str:
        """Why a value cannot be written into a URL and read back as it was; '' where it can, or is not written."""
        try:
            again, said = self.read(self.write(value)) if value else (value, [])
        except ValueError as error:
            return str(error)
        return "; ".join(said) or ("" if again == value else "it would be read otherwise")


def shorten(text: str, limit: int = 40) -> str:
    """Text for a notice: one line, cut."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def clean_text(text: str) -> str:
    """A search text as it is kept: printable, single spaces, at most ``MAX_TEXT`` characters."""
    return _one_line(text)[:MAX_TEXT].rstrip()


def _one_line(text: str) -> str:
    """Printable, single spaces. What is never seen, such as a soft hyphen, does not part a word."""
    seen = (c for c in text if unicodedata.category(c) != "Cf")
    return " ".join("".join(c if c.isprintable() else " " for c in seen).split())


def _text(raw: str) -> tuple[str, list[str]]:
    kept = clean_text(raw)
    cut = len(_one_line(raw)) > MAX_TEXT
    return kept, [f"the search text was cut to its first {MAX_TEXT} characters"] if cut else []


def _id(raw: str) -> tuple[str, list[str]]:
    if not ID.fullmatch(raw):
        raise ValueError(f"“{shorten(raw)}” is not an id")
    return raw, []


def _ids(raw: str) -> tuple[tuple[str, ...], list[str]]:
    parts = [part for part in raw.split(",") if part]
    good = [part for part in parts if ID.fullmatch(part)]
    notices = [f"“{shorten(part)}” was left out: it is not an id" for part in parts if part not in good][:3]
    if len(good) > MAX_VALUES:
        notices.append(f"only the first {MAX_VALUES} of {len(good)} values were kept")
    return tuple(dict.fromkeys(good[:MAX_VALUES])), notices


def _choice(allowed: tuple[str, ...]) -> Read:
    def read(raw: str) -> tuple[str, list[str]]:
        if raw not in allowed:
            raise ValueError(f"“{shorten(raw)}” is not one of {', '.join(allowed)}")
        return raw, []

    return read


def _choices(allowed: tuple[str, ...]) -> Read:
    def read(raw: str) -> tuple[tuple[str, ...], list[str]]:
        parts = [part for part in raw.split(",") if part]
        good = tuple(dict.fromkeys(part for part in parts if part in allowed))
        strange = [part for part in parts if part not in allowed]
        said = [f"“{shorten(s)}” was left out: it is not one of {', '.join(allowed)}" for s in strange[:3]]
        return good, said

    return read


def _flag(raw: str) -> tuple[bool, list[str]]:
    if raw not in ("1", "0"):
        raise ValueError(f"“{shorten(raw)}” is neither 1 nor 0")
    return raw == "1", []


def _page(raw: str) -> tuple[int, list[str]]:
    if not re.fullmatch(r"[1-9]\d{0,5}", raw, re.ASCII):
        raise ValueError(f"“{shorten(raw)}” is not the number of a page")
    return int(raw), []


def _place(raw: str) -> tuple[str, list[str]]:
    found = re.fullmatch(r"(\d{1,9})-(\d{1,9})", raw, re.ASCII)
    if not found or int(found[1]) >= int(found[2]):
        raise ValueError(f"“{shorten(raw)}” is not a passage such as 120-138")
    return raw, []


def _lines(raw: str) -> tuple[str, list[str]]:
    if not re.fullmatch(r"0|[1-9]\d{0,6}", raw, re.ASCII):
        raise ValueError(f"“{shorten(raw)}” is not a number of corrections")
    return raw, []


def _date(raw: str) -> tuple[dt.date, list[str]]:
    try:
        return read_day(raw), []
    except ValueError:
        raise ValueError(f"“{shorten(raw)}” is not a day such as 2022-02-03") from None


def _mark(raw: str) -> tuple[Mark, list[str]]:
    mark = Mark.from_text(raw)
    try:
        written = mark.to_text()
    except UnicodeEncodeError:
        raise ValueError("it names half a character, which no address can hold") from None
    # As it will be written: "é" may be typed as one character and is written as six.
    if len(written) > MAX_MARK:
        raise ValueError(f"it is too long, with {len(written):,} characters where {MAX_MARK:,} have room")
    return mark, []


def _join(values: tuple[str, ...]) -> str:
    return ",".join(values)


def _one(value: bool) -> str:
    return "1" if value else "0"


#: In the order in which they stand in a URL.
PARAMETERS: tuple[Parameter, ...] = (
    Parameter("corpus", "corpus", _id, str),
    Parameter("generation", "generation", _id, str),
    Parameter("corrections", "corrections", _lines, str),
    Parameter("actors", "actor", _ids, _join, filters=True),
    Parameter("together", "together", _flag, _one, filters=True),
    Parameter("sources", "source", _ids, _join, filters=True),
    Parameter("since", "from", _date, dt.date.isoformat, filters=True),
    Parameter("until", "to", _date, dt.date.isoformat, filters=True),
    Parameter("dates", "dates", _choice(("reported", "happened")), str, filters=True),
    Parameter("types", "type", _choices(LABELS), _join, filters=True),
    Parameter("text", "text", _text, str, filters=True),
    Parameter("story", "story", _id, str, filters=True),
    Parameter("sure", "sure", _flag, _one, filters=True),
    Parameter("once", "once", _flag, _one, filters=True),
    Parameter("unit", "unit", _choice(UNITS), str),
    Parameter("rate", "rate", _flag, _one),
    Parameter("grain", "grain", _choice(("auto", *GRAINS)), str),
    Parameter("statuses", "status", _choices(STATUSES), _join),
    Parameter("differs", "differs", _choices(DIFFERENCES), _join),
    Parameter("entity", "entity", _id, str),
    Parameter("article", "article", _id, str),
    Parameter("at", "at", _place, str),
    Parameter("claim", "claim", _id, str),
    Parameter("outlet", "outlet", _id, str),
    Parameter("page", "page", _page, str),
    Parameter("events_page", "events", _page, str),
    Parameter("articles_page", "articles", _page, str),
    Parameter("alone_page", "alone", _page, str),
    Parameter("evidence_page", "evidence", _page, str),
    Parameter("mark", "open", _mark, Mark.to_text),
)
