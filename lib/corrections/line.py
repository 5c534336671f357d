"""One line of the log: a correction, or the undoing of one. What it may say, and how it is written.

    Correction.of("rename", {"entity": "ada-marsh", "name": "Ada M. Marsh"}).to_line()

Whatever is checked here can be written, read again as it was, and applied.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lib.interval import FIRST_YEAR, LAST_YEAR, read_day
from lib.schema import LABELS, SPAN_KINDS
from lib.schema.columns import ID

#: Kind → the fields that it needs, in the order in which they are shown.
KINDS: dict[str, tuple[str, ...]] = {
    "merge": ("entity", "into"),
    "rename": ("entity", "name"),
    "retype": ("entity", "label"),
    "hide": ("entity",),
    "alias": ("alias", "entity", "to", "name"),
    "published": ("article", "day"),
    "date": ("article", "start", "end", "first", "last"),
    "drop": ("article", "start", "end", "as"),
    "restore": ("article", "start", "end"),
    "same": ("claim", "article", "sentence"),
    "different": ("claim", "article", "sentence"),
}
#: Fields that may be empty: a form that moves to an entity that is there gives it no name.
MAY_BE_EMPTY = {"alias": frozenset({"name"})}
MAX_LINE = 20_000
#: What ends a line besides the newline for many programs, and stands in JSON as it is.
_BREAKS = {ord(c): f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"}


class CorrectionError(ValueError):
    """A correction that cannot be kept; says which value, what is allowed and what to do."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction. ``what``: its fields as text, by the names in ``KINDS``.

    ``who`` and ``when`` of a line that came with somebody's file are that file's word; ``imported_by`` and
    ``imported_at`` say who brought it, and when.
    """

    id: str
    kind: str
    what: Mapping[str, str]
    why: str
    who: str
    when: str
    imported_by: str = ""
    imported_at: str = ""

    @classmethod
    def of(cls, kind: str, what: Mapping[str, str], *, why: str = "", who: str = "") -> Correction:
        """A new one. Raises ``CorrectionError``."""
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        return checked(cls(uuid.uuid4().hex[:12], kind, dict(what), why.strip(), who.strip(), now))

    def to_line(self) -> str:
        return _json({"id": self.id, "kind": self.kind, **self.what, **_about(self)})


@dataclass(frozen=True, slots=True)
class Undo:
    """The line that undoes a correction."""

    id: str
    of: str
    why: str
    who: str
    when: str
    imported_by: str = ""
    imported_at: str = ""

    def to_line(self) -> str:
        return _json({"id": self.id, "undo": self.of, **_about(self)})


#: What every line may say about itself, in the order in which a line is made of it.
_ABOUT = ("why", "who", "when", "imported_by", "imported_at")


def _about(line: Correction | Undo) -> dict[str, str]:
    """Why, who and when; who brought it, and when, of a line that was brought."""
    said = {name: str(getattr(line, name)) for name in _ABOUT}
    return said if line.imported_at else {name: said[name] for name in ("why", "who", "when")}


def checked(correction: Correction) -> Correction:
    """The correction, if its kind and its fields are right. Raises ``CorrectionError``."""
    if correction.kind not in KINDS:
        raise CorrectionError(f"{correction.kind!r} is no kind of correction; allowed are {', '.join(KINDS)}")
    wanted = set(KINDS[correction.kind])
    blank = MAY_BE_EMPTY.get(correction.kind, frozenset())
    given = {name for name, value in correction.what.items() if value != "" or name in blank}
    if wanted != given:
        raise CorrectionError(f"a {correction.kind} needs {', '.join(sorted(wanted))}; given are {sorted(given)}")
    for name, value in correction.what.items():
        _check_field(name, value)
    if correction.kind == "merge" and correction.what["entity"] == correction.what["into"]:
        raise CorrectionError("an entity cannot be merged into itself; choose another one")
    if "start" in correction.what and int(correction.what["end"]) <= int(correction.what["start"]):
        raise CorrectionError("a stretch of text ends after it starts")
    if "first" in correction.what and correction.what["last"] < correction.what["first"]:
        raise CorrectionError(f"the last day, {correction.what['last']}, is before the first")
    check_line(correction)
    return correction


def _check_field(name: str, value: str) -> None:
    if len(value) > 500:
        raise CorrectionError(f"{name} has {len(value)} characters; allowed are 500")
    if name in ("entity", "into", "to", "article", "claim") and not ID.fullmatch(value):
        raise CorrectionError(f"{name} is {value!r}; it must be an id of at most 120 characters, such as ada-marsh")
    # No text is as long as nine digits say, and every engine's integers hold them.
    if name in ("start", "end", "sentence") and not re.fullmatch(r"\d{1,9}", value, re.ASCII):
        raise CorrectionError(f"{name} is {value!r}; it must be a number of at most nine digits")
    if name in ("day", "first", "last"):
        try:
            read_day(value)
        except ValueError:
            years = f"in a year from {FIRST_YEAR} to {LAST_YEAR}"
            raise CorrectionError(f"{name} is {value!r}; it must be a day such as 2022-02-03, {years}") from None
    if name == "label" and value not in LABELS:
        raise CorrectionError(f"type {value!r}; allowed are {', '.join(LABELS)}")
    if name == "as" and value not in SPAN_KINDS:
        raise CorrectionError(f"kind {value!r}; allowed are {', '.join(SPAN_KINDS)}")


def check_line(line: Correction | Undo) -> None:
    """Raise ``CorrectionError`` for what could not be read again after it was written."""
    written = line.to_line()
    if len(written) > MAX_LINE:
        raise CorrectionError(f"it has {len(written):,} characters; allowed are {MAX_LINE:,}, so give a shorter reason")
    try:
        written.encode("utf-8")
    except UnicodeEncodeError as error:
        half = written[error.start]
        raise CorrectionError(f"{half!r} is half a character, which no file can hold; write the whole one") from None


def _json(row: Mapping[str, str]) -> str:
    """One line that people can read, in any script."""
    return json.dumps(row, ensure_ascii=False).translate(_BREAKS)


def read_line(raw: str) -> Correction | Undo:
    """The line that a file has. Raises ``CorrectionError``."""
    if len(raw) > MAX_LINE:
        raise CorrectionError(f"it has {len(raw):,} characters; allowed are {MAX_LINE:,}")
    try:
        row: Any = json.loads(raw)
    except (ValueError, RecursionError):
        raise CorrectionError("it is not JSON") from None
    if not isinstance(row, dict) or not all(isinstance(value, str) for value in row.values()):
        raise CorrectionError("it is not an object of texts")
    about = {name: row.pop(name, "") for name in ("id", *_ABOUT)}
    line_id = about.pop("id")
    if not line_id:
        raise CorrectionError("it has no id")
    if "undo" in row:
        undoing = Undo(line_id, row["undo"], **about)
        check_line(undoing)
        return undoing
    kind = row.pop("kind", "")
    return checked(Correction(line_id, kind, row, **about))
