"""Saved views: a name, a note and the address of a view, in a file beside the corpus.

    save(corpus_folder, SavedView.new("First days", "", "timeline", view.to_query(), generation, who))
    saved(corpus_folder).views                    # newest first

``views.jsonl`` is a history: every save, rename and deletion is a line more, and the views are what the
lines add up to. A line that cannot be read stays where it is and is told, never dropped. Each change
writes a whole new file and renames it into place, under a lock, so that no reader sees half of one.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

FILE = "views.jsonl"
LOCK = ".views.lock"
MOST_NAME, MOST_NOTE, MOST_VIEWS = 80, 1_000, 1_000
#: Seconds to wait for another visitor's change, which takes some milliseconds.
PATIENCE = 5.0


class CannotSaveError(RuntimeError):
    """The change was not kept; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class SavedView:
    """One saved view. ``query`` is the view's; ``generation`` the data that it was saved on."""

    id: str
    name: str
    note: str
    page: str
    query: Mapping[str, str]
    generation: str
    who: str
    when: str

    @classmethod
    def new(cls, name: str, note: str, page: str, query: Mapping[str, str], generation: str, who: str) -> SavedView:
        """A view saved now. Raises ``CannotSaveError`` without a name."""
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        return cls(secrets.token_hex(6), _name(name), _note(note), page, dict(query), generation, who, now)


@dataclass(frozen=True, slots=True)
class Saved:
    """What the file holds: the views, newest first, and one notice for each line that cannot be read."""

    views: tuple[SavedView, ...] = ()
    notices: tuple[str, ...] = field(default=())


def saved(corpus: Path) -> Saved:
    """The saved views of a corpus; empty where there is no file."""
    try:
        text = (corpus / FILE).read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return Saved()
    except OSError as error:
        return Saved(notices=(f"The saved views cannot be read: {error.strerror}.",))
    views: dict[str, SavedView] = {}
    notices = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            _apply(views, json.loads(line))
        except (ValueError, TypeError, KeyError, AttributeError):
            notices.append(f"Line {number} of {FILE} is not a saved view; it was left as it is.")
    return Saved(tuple(reversed(views.values())), tuple(notices))


def save(corpus: Path, view: SavedView) -> None:
    """Keep a view. Raises ``CannotSaveError``."""
    if len(saved(corpus).views) >= MOST_VIEWS:
        raise CannotSaveError(f"There are {MOST_VIEWS:,} saved views already; delete some first.")
    _add(corpus, {"do": "save", **dataclasses.asdict(view)})


def rename(corpus: Path, view_id: str, name: str, note: str, who: str) -> None:
    """Give a view another name and note. Raises ``CannotSaveError``."""
    _add(corpus, {"do": "rename", "id": view_id, "name": _name(name), "note": _note(note), **_by(who)})


def delete(corpus: Path, view_id: str, who: str) -> None:
    """Take a view off the list; the history keeps its line. Raises ``CannotSaveError``."""
    _add(corpus, {"do": "delete", "id": view_id, **_by(who)})


def _by(who: str) -> dict[str, str]:
    return {"who": who, "when": dt.datetime.now(dt.UTC).isoformat(timespec="seconds")}


def _name(name: str) -> str:
    clean = " ".join(name.split())[:MOST_NAME]
    if not clean:
        raise CannotSaveError("A saved view needs a name.")
    return clean


def _note(note: str) -> str:
    return note.strip()[:MOST_NOTE]


def _apply(views: dict[str, SavedView], line: Mapping[str, Any]) -> None:
    """One line of the history. Raises where it is none."""
    do = line["do"]
    if do == "save":
        query = {str(key): str(value) for key, value in line["query"].items()}
        texts = {f.name: str(line[f.name]) for f in dataclasses.fields(SavedView) if f.name != "query"}
        views[texts["id"]] = SavedView(**texts, query=query)
    elif do == "rename":
        if line["id"] in views:  # it may have been deleted by somebody else meanwhile
            views[line["id"]] = dataclasses.replace(views[line["id"]], name=str(line["name"]), note=str(line["note"]))
    elif do == "delete":
        views.pop(line["id"], None)
    else:
        raise ValueError(do)


def _add(corpus: Path, line: Mapping[str, Any]) -> None:
    path = corpus / FILE
    try:
        with FileLock(corpus / LOCK, timeout=PATIENCE):
            before = path.read_bytes() if path.exists() else b""
            if before and not before.endswith(b"\n"):
                before += b"\n"
            draft = corpus / f".{FILE}.new"
            with draft.open("wb") as file:
                file.write(before + json.dumps(line, ensure_ascii=True).encode() + b"\n")
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
    except Timeout:
        raise CannotSaveError("Somebody else is changing the saved views; try again in a moment.") from None
    except OSError as error:
        raise CannotSaveError(
            f"The folder of this corpus cannot be written to ({error.strerror}); nothing was saved. Ask whoever runs "
            "this copy, or copy the link instead."
        ) from error
