"""Corrected copies: the oldest go, whatever other sessions write and remove beside them meanwhile."""

import os
from pathlib import Path

import pytest

from lib.corrections import Correction
from lib.store.corrected import corrected
from lib.store.kept import KEPT
from tests.corpora import build


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The folder of a corpus's corrected copies; ``KEPT`` + 2 old ones are there already, oldest first by name."""
    folder = build(tmp_path / "mine", 3)
    place = tmp_path / "mine" / ".corrected" / folder.name
    place.mkdir(parents=True)
    for number in range(KEPT + 2):
        copy = place / f"{number}.duckdb"
        copy.write_bytes(b"old")
        os.utime(copy, (1000 + number, 1000 + number))
    return place


def _made(place: Path) -> Path:
    folder = place.parent.parent / "generations" / place.name
    return corrected(folder, [Correction.of("hide", {"entity": "geneva"})])


def test_the_oldest_copies_go_and_drafts_of_others_stay(place: Path) -> None:
    draft = place / ".unfinished-other.duckdb"
    draft.write_bytes(b"being written")
    os.utime(draft, (1, 1))
    new = _made(place)
    assert {p.name for p in place.iterdir()} == {draft.name, new.name, *(f"{n}.duckdb" for n in range(2, KEPT + 2))}


def test_a_copy_that_another_session_removes_meanwhile_is_no_failure(place: Path) -> None:
    (place / "gone.duckdb").symlink_to(place / "removed")  # listed, and not there when it is looked at
    new = _made(place)
    assert new.is_file()
    assert {p.name for p in place.iterdir()} == {new.name, *(f"{n}.duckdb" for n in range(2, KEPT + 2))}


def test_a_copy_that_cannot_be_removed_is_no_failure(place: Path) -> None:
    (place / "folder.duckdb").mkdir()
    os.utime(place / "folder.duckdb", (1, 1))
    assert _made(place).is_file()
