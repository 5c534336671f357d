"""Corrections made by people: one reviewable file beside the corpus, to which lines are only ever added.

    log = read(corpus)
    keep(corpus, Correction.of("merge", {"entity": "zelensky", "into": "volodymyr-zelenskyy"}, why="one person"))
    undo(corpus, correction_id, why="two after all")
    log.standing()                 # those that hold; ``standing(7)``: those that held after the first seven lines

An undone correction stays in the file, followed by the line that undoes it: whoever reads the file sees what was done,
by whom, when and why, and a link can name how many lines it was made on. Charts follow through
``lib.store.corrected``, without a rebuild.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from lib.schema import LABELS, SPAN_KINDS

FILE = "corrections.jsonl"
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
MAX_LINE = 20_000
#: Seconds to wait for another visitor's line.
PATIENCE = 10.0


class CorrectionError(ValueError):
    """A correction that cannot be kept; says which value, what is allowed and what to do."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction. ``what``: its fields as text, by the names in ``KINDS``."""

    id: str
    kind: str
    what: Mapping[str, str]
    why: str
    who: str
    when: str

    @classmethod
    def of(cls, kind: str, what: Mapping[str, str], *, why: str = "", who: str = "") -> Correction:
        """A new one. Raises ``CorrectionError``."""
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        return checked(cls(uuid.uuid4().hex[:12], kind, dict(what), why.strip(), who.strip(), now))

    def to_line(self) -> str:
        row = {"id": self.id, "kind": self.kind, **self.what, "why": self.why, "who": self.who, "when": self.when}
        return json.dumps(row, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Undo:
    """The line that undoes a correction."""

    id: str
    of: str
    why: str
    who: str
    when: str

    def to_line(self) -> str:
        row = {"id": self.id, "undo": self.of, "why": self.why, "who": self.who, "when": self.when}
        return json.dumps(row, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Log:
    """All lines of the file, and one message for each that cannot be read."""

    lines: tuple[Correction | Undo, ...] = ()
    faults: tuple[str, ...] = field(default=())

    def standing(self, n: int | None = None) -> tuple[Correction, ...]:
        """The corrections that hold after the first ``n`` lines (all of them without ``n``), oldest first."""
        seen = self.lines if n is None else self.lines[:n]
        undone = {line.of for line in seen if isinstance(line, Undo)}
        return tuple(line for line in seen if isinstance(line, Correction) and line.id not in undone)


def read(corpus: Path) -> Log:
    """The log of a corpus; empty where there is none. A line that cannot be read never hides the others."""
    try:
        text = (corpus / FILE).read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return Log()
    return parse(text)


def parse(text: str) -> Log:
    """The lines of a log."""
    lines: list[Correction | Undo] = []
    faults: list[str] = []
    for number, raw in enumerate(text.splitlines(), 1):
        if not raw.strip():
            continue
        try:
            lines.append(_line(raw))
        except CorrectionError as error:
            faults.append(f"line {number} of {FILE} was left out: {error}")
    return Log(tuple(lines), tuple(faults))


def keep(corpus: Path, correction: Correction) -> None:
    """Add a correction. Raises ``CorrectionError`` where it is not one, or the file is being written."""
    _append(corpus, [checked(correction)])


def undo(corpus: Path, correction_id: str, *, why: str = "", who: str = "") -> None:
    """Undo one correction. Raises ``CorrectionError`` where it does not stand."""
    if correction_id not in {c.id for c in read(corpus).standing()}:
        raise CorrectionError(f"no correction {correction_id!r} stands; it may have been undone already")
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    _append(corpus, [Undo(uuid.uuid4().hex[:12], correction_id, why.strip(), who.strip(), now)])


def take_in(corpus: Path, text: str) -> tuple[int, tuple[str, ...]]:
    """Add the lines of another log that are not here yet. Returns how many, and what could not be read."""
    known = {line.id for line in read(corpus).lines}
    brought = parse(text)
    new = [line for line in brought.lines if line.id not in known]
    _append(corpus, new)
    return len(new), brought.faults


def checked(correction: Correction) -> Correction:
    """The correction, if its kind and its fields are right. Raises ``CorrectionError``."""
    if correction.kind not in KINDS:
        raise CorrectionError(f"{correction.kind!r} is no kind of correction; allowed are {', '.join(KINDS)}")
    wanted = set(KINDS[correction.kind])
    given = {name for name, value in correction.what.items() if value != "" or name == "name"}
    if wanted - given - {"name"} or given - wanted:
        raise CorrectionError(f"a {correction.kind} needs {', '.join(sorted(wanted))}; given are {sorted(given)}")
    for name, value in correction.what.items():
        _check_field(name, value)
    if correction.kind == "merge" and correction.what["entity"] == correction.what["into"]:
        raise CorrectionError("an entity cannot be merged into itself; choose another one")
    if "start" in correction.what and int(correction.what["end"]) <= int(correction.what["start"]):
        raise CorrectionError("a stretch of text ends after it starts")
    if "first" in correction.what and correction.what["last"] < correction.what["first"]:
        raise CorrectionError(f"the last day, {correction.what['last']}, is before the first")
    return correction


def _check_field(name: str, value: str) -> None:
    if len(value) > 500:
        raise CorrectionError(f"{name} has {len(value)} characters; allowed are 500")
    if name in ("start", "end", "sentence") and not value.isdecimal():
        raise CorrectionError(f"{name} is {value!r}; it must be a number")
    if name in ("day", "first", "last"):
        try:
            dt.date.fromisoformat(value)
        except ValueError:
            raise CorrectionError(f"{name} is {value!r}; it must be a day such as 2022-02-03") from None
    if name == "label" and value not in LABELS:
        raise CorrectionError(f"type {value!r}; allowed are {', '.join(LABELS)}")
    if name == "as" and value not in SPAN_KINDS:
        raise CorrectionError(f"kind {value!r}; allowed are {', '.join(SPAN_KINDS)}")


def _line(raw: str) -> Correction | Undo:
    if len(raw) > MAX_LINE:
        raise CorrectionError(f"it has {len(raw):,} characters; allowed are {MAX_LINE:,}")
    try:
        row: Any = json.loads(raw)
    except ValueError:
        raise CorrectionError("it is not JSON") from None
    if not isinstance(row, dict) or not all(isinstance(value, str) for value in row.values()):
        raise CorrectionError("it is not an object of texts")
    about = {name: row.pop(name, "") for name in ("id", "why", "who", "when")}
    if not about["id"]:
        raise CorrectionError("it has no id")
    if "undo" in row:
        return Undo(about["id"], row["undo"], about["why"], about["who"], about["when"])
    kind = row.pop("kind", "")
    return checked(Correction(about["id"], kind, row, about["why"], about["who"], about["when"]))


def _append(corpus: Path, lines: Iterable[Correction | Undo]) -> None:
    text = "".join(line.to_line() + "\n" for line in lines)
    if not text:
        return
    path = corpus / FILE
    try:
        with FileLock(str(path) + ".lock", timeout=PATIENCE), path.open("ab") as file:
            if file.tell() and not _ends_with_newline(path):
                file.write(b"\n")  # a line that was cut off stays a line of its own
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
    except Timeout:
        raise CorrectionError("somebody else is writing corrections; nothing was kept, try again") from None
    except OSError as error:
        raise CorrectionError(f"{path.name} cannot be written ({error.strerror}); nothing was kept") from error


def _ends_with_newline(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
