"""Whose name stands where: a brought line says who brought it, and an editor's address is seen by editors alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from lib.corrections import FILE, Correction, keep, take_in, undo
from lib.export.saved import SavedView, save
from lib.ui import permissions
from lib.ui.correct import log as page_log
from lib.ui.frame import OpenPage
from tests.ui.driving import open_page

PAGE = "pages/correct.py"
ADA, BO, CHIEF = "ada@example.org", "bo@example.org", "chief.editor@example.org"
FORGED = {"id": "f1", "kind": "hide", "entity": "moscow", "why": "", "who": CHIEF, "when": "2020-01-01T08:00:00+00:00"}


@pytest.fixture
def corpus(small_corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_small_corpus: None) -> Path:
    """A corpus that two editors corrected: a line kept, one undone, one brought; and a view that one of them saved."""
    mine = tmp_path / "small"
    shutil.copytree(small_corpus, mine)
    monkeypatch.setenv("DATELINE_CORPUS", str(mine))
    gone = Correction.of("hide", {"entity": "russia"}, who="Cy")
    for correction in (Correction.of("hide", {"entity": "geneva"}, why="A place.", who=ADA), gone):
        keep(mine, correction)
    undo(mine, gone.id, why="No.", who=BO.upper())
    take_in(mine, json.dumps(FORGED), who=BO)
    save(mine, SavedView.new("First days", "", "overview", {}, "", ADA))
    return mine


def _as(monkeypatch: pytest.MonkeyPatch, email: str) -> None:
    """Somebody who visits a hosted copy that anybody reads and ``BO`` corrects."""
    access: dict[str, Any] = {"read": ["*"], "correct": [BO], "save": [BO]}
    monkeypatch.setattr(permissions, "_secrets", lambda: {"auth": {}, "access": access})
    monkeypatch.setattr(st, "user", {"is_logged_in": bool(email), "email": email})
    monkeypatch.setenv("DATELINE_HOSTED", "1")


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What a page gives away as files: the log as text, and the table of corrections as its exports hold it."""
    found: dict[str, str] = {}

    def download(label: str, data: Any, **more: Any) -> bool:
        if more.get("key") == "corrections-export":
            found[more["key"]] = data().decode()
        return False

    def offer(page: OpenPage, key: str, title: str, columns: Any, rows: Any) -> None:
        found[key] = "\n".join(" | ".join(row) for row in rows)

    monkeypatch.setattr(page_log.st, "download_button", download)
    monkeypatch.setattr(OpenPage, "offer", offer)
    return found


def _seen(at: Any) -> str:
    return "\n".join(_plain(e) for kind in (at.text, at.caption, at.markdown) for e in kind)


def _plain(element: Any) -> str:
    """What an element says, without what keeps Markdown from reading it."""
    return str(element.value).replace("\\", "").replace("\u2060", "")


def test_a_line_that_was_brought_says_who_brought_it_beside_what_it_says_itself(
    corpus: Path, left: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _as(monkeypatch, BO)
    at = open_page(PAGE)
    (line,) = [_plain(c) for c in at.caption if "chief" in c.value]
    assert line.startswith("brought with a file 20")
    assert f"UTC by {BO} · the file says: {CHIEF}, 2020-01-01 08:00 UTC" in line
    assert BO in next(row for row in left["corrections"].splitlines() if CHIEF in row)


def test_the_button_that_adds_lines_marks_them_with_who_is_signed_in(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as(monkeypatch, BO)
    at = open_page(PAGE)
    forged = json.dumps(FORGED | {"id": "f2", "imported_by": CHIEF, "imported_at": "2020"}).encode()
    at.file_uploader(key="corrections-import").set_value([("mine.jsonl", forged, "")]).run()
    at.button(key="corrections-add").click().run()
    assert not at.exception
    row = json.loads((corpus / FILE).read_text().splitlines()[-1])
    assert (row["id"], row["who"], row["imported_by"]) == ("f2", CHIEF, BO)


@pytest.mark.parametrize("email", ["", "eve@example.net"])
def test_no_address_is_seen_or_given_away_to_those_who_may_not_correct(
    corpus: Path, left: dict[str, str], monkeypatch: pytest.MonkeyPatch, email: str
) -> None:
    _as(monkeypatch, email)
    at = open_page(PAGE)
    assert not at.exception
    for given in (_seen(at).replace(email or "\0", ""), *left.values()):
        assert "@example" not in given.casefold()
    assert "editor 1" in _seen(at)
    lines = [json.loads(line) for line in left["corrections-export"].splitlines()]
    assert [line["who"] for line in lines] == ["editor 1", "Cy", "editor 2", "editor 3"]
    assert (lines[3]["imported_by"], lines[0]["why"], lines[3]["entity"]) == ("editor 2", "A place.", "moscow")
    assert [row.split(" | ")[4] for row in left["corrections"].splitlines()] == ["editor 1", "Cy", "editor 3"]


def test_a_line_that_cannot_be_read_is_not_given_away_either(
    corpus: Path, left: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with (corpus / FILE).open("a") as file:
        file.write(json.dumps(FORGED | {"id": "f3", "kind": CHIEF}) + f'\n{{"who": "{CHIEF}"\n')
    _as(monkeypatch, "")
    at = open_page(PAGE)
    assert "@" not in left["corrections-export"]
    assert not [w.value for w in at.warning if "chief" in w.value]
    assert [w.value for w in at.warning if "2 lines" in w.value]
    _as(monkeypatch, BO)
    open_page(PAGE)
    assert left["corrections-export"].encode() == (corpus / FILE).read_bytes()


def test_who_may_correct_sees_who_did(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _as(monkeypatch, BO)
    assert ADA in _seen(open_page(PAGE))


@pytest.mark.parametrize("script", ["app.py", PAGE])
def test_whoever_saved_a_view_is_named_to_those_who_may_save(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    _as(monkeypatch, BO)
    assert [c for c in open_page(script).caption if f"by {ADA}" in _plain(c)]
    _as(monkeypatch, "")
    assert not [c for c in open_page(script).caption if "Overview · saved" in c.value and "ada" in c.value]
