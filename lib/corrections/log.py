"""The log: the file beside a corpus to which lines are added, one after the other, while nobody else writes."""

from __future__ import annotations

import datetime as dt
import os
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from filelock import FileLock, Timeout

from lib.corrections.line import Correction, CorrectionError, Undo, check_line, checked, read_line

FILE = "corrections.jsonl"
#: Seconds to wait for another visitor's line.
PATIENCE = 10.0


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
    """The lines of a log; of two under one id, the first."""
    lines: dict[str, Correction | Undo] = {}
    faults: list[str] = []
    # ``str.splitlines`` would cut a line at signs that may stand inside of it, such as U+2028.
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if not raw.strip():
            continue
        try:
            line = read_line(raw)
            if line.id in lines:
                raise CorrectionError(
                    f"an earlier line has its id, {line.id!r}; remove one, or give it an id of its own"
                )
            lines[line.id] = line
        except CorrectionError as error:
            faults.append(f"line {number} of {FILE} was left out: {error}")
    return Log(tuple(lines.values()), tuple(faults))


def keep(corpus: Path, correction: Correction) -> None:
    """Add a correction. Raises ``CorrectionError`` where it is not one, or the file cannot be written."""
    _append(corpus, [checked(correction)])


def undo(corpus: Path, correction_id: str, *, why: str = "", who: str = "") -> None:
    """Undo one correction. Raises ``CorrectionError`` where it does not stand."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    line = Undo(uuid.uuid4().hex[:12], correction_id, why.strip(), who.strip(), now)
    check_line(line)
    _append(corpus, [line], undoes=correction_id)


def take_in(corpus: Path, text: str, *, who: str = "") -> tuple[int, tuple[str, ...]]:
    """Add the lines of another log that are not here yet. Returns how many, and what could not be read.

    Anybody can write any name and day into a file: each line keeps what it says, and is marked with who brought it
    (``who``; may be empty) and when, whatever it says of that itself. Raises ``CorrectionError`` where the file cannot
    be written.
    """
    brought = parse(text)
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    lines, faults = [], list(brought.faults)
    for line in brought.lines:
        marked = replace(line, imported_by=who.strip(), imported_at=now)
        try:
            check_line(marked)
            lines.append(marked)
        except CorrectionError as error:
            faults.append(f"line {line.id!r} was left out: with who brought it, {error}")
    return _append(corpus, lines), tuple(faults)


def _append(corpus: Path, lines: Iterable[Correction | Undo], undoes: str = "") -> int:
    """Add the lines whose ids the file does not have, looked at while nobody else writes; returns how many.

    Raises ``CorrectionError`` where ``undoes`` is given and does not stand, and where the file cannot be written.
    """
    path = corpus / FILE
    try:
        with FileLock(str(path) + ".lock", timeout=PATIENCE):
            log = read(corpus)
            if undoes and undoes not in {c.id for c in log.standing()}:
                raise CorrectionError(f"no correction {undoes!r} stands; it may have been undone already")
            known = {line.id for line in log.lines}
            new = [line for line in lines if line.id not in known]
            if new:
                _write(path, "".join(line.to_line() + "\n" for line in new))
            return len(new)
    except Timeout:
        raise CorrectionError("somebody else is writing corrections; nothing was kept, try again") from None
    except OSError as error:
        raise CorrectionError(f"{path.name} cannot be written ({error.strerror}); nothing was kept") from error


def _write(path: Path, text: str) -> None:
    with path.open("ab") as file:
        if file.tell() and not _ends_with_newline(path):
            file.write(b"\n")  # a line that was cut off stays a line of its own
        file.write(text.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())


def _ends_with_newline(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
