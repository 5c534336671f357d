"""Saved views: what was kept is listed, changes add up, nothing is lost to a second writer or a bad line."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from lib.export.saved import FILE, CannotSaveError, SavedView, delete, rename, save, saved
from lib.view import View


def _view(name: str) -> SavedView:
    query = View(actors=("russia",), text="ä & b").to_query()
    return SavedView.new(name, "a note\nof two lines", "timeline", query, "g1", "ada@example.test")


def test_saved_renamed_deleted(tmp_path: Path) -> None:
    assert saved(tmp_path).views == ()
    first, second = _view("First"), _view("  Second \n view ")
    save(tmp_path, first)
    save(tmp_path, second)
    assert [v.name for v in saved(tmp_path).views] == ["Second view", "First"]
    assert View.from_query(saved(tmp_path).views[1].query) == View(actors=("russia",), text="ä & b")
    rename(tmp_path, first.id, "Renamed", "", "bo@example.test")
    delete(tmp_path, second.id, "bo@example.test")
    (left,) = saved(tmp_path).views
    assert (left.name, left.note, left.who) == ("Renamed", "", "ada@example.test")
    history = [json.loads(line) for line in (tmp_path / FILE).read_text().splitlines()]
    assert [line["do"] for line in history] == ["save", "save", "rename", "delete"]
    assert history[-1]["who"] == "bo@example.test"


def test_a_line_that_cannot_be_read_stays_and_is_told(tmp_path: Path) -> None:
    save(tmp_path, _view("First"))
    path = tmp_path / FILE
    bad = ["{half a li", "[1]", '{"do": "burn", "id": "x"}', '{"do": "save", "id": "x"}', "", "\ufffd"]
    path.write_text("\n".join([*bad, path.read_text()]))
    found = saved(tmp_path)
    assert [v.name for v in found.views] == ["First"]
    assert len(found.notices) == 5
    save(tmp_path, _view("Second"))
    assert "{half a li" in path.read_text()
    assert len(saved(tmp_path).views) == 2


def test_many_at_once_are_all_kept(tmp_path: Path) -> None:
    everybody = [threading.Thread(target=save, args=(tmp_path, _view(f"View {n}"))) for n in range(12)]
    for one in everybody:
        one.start()
    for one in everybody:
        one.join()
    assert {v.name for v in saved(tmp_path).views} == {f"View {n}" for n in range(12)}


def test_what_cannot_be_kept_says_why(tmp_path: Path) -> None:
    with pytest.raises(CannotSaveError, match="needs a name"):
        _view(" \n ")
    (tmp_path / "a file").touch()
    with pytest.raises(CannotSaveError, match="cannot be written"):
        save(tmp_path / "a file" / "corpus", _view("First"))
    assert len(_view("x" * 200).name) == 80


def test_changing_what_is_gone_changes_nothing(tmp_path: Path) -> None:
    rename(tmp_path, "gone", "Name", "", "")
    delete(tmp_path, "gone", "")
    assert saved(tmp_path) == type(saved(tmp_path))()
