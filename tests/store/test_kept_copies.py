"""Which corrected copies stay: the one that stands now, always; of the others those that were used last."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from lib.corrections import Correction
from lib.store import kept
from lib.store.corrected import corrected, trial
from lib.store.kept import KEPT, used
from lib.store.temporary import own_folder
from tests.corpora import build


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return build(tmp_path / "mine", 2)


def _log(n: int) -> list[Correction]:
    return [Correction.of("rename", {"entity": "geneva", "name": f"Geneva {i}"}) for i in range(n)]


def test_the_copy_that_stands_now_outlives_any_number_of_older_states(folder: Path) -> None:
    log = _log(KEPT + 4)
    now = corrected(folder, log, log)
    older = [corrected(folder, log[:n], log) for n in range(1, KEPT + 3)]
    assert now.exists()
    assert older[-1].exists()
    assert len(list(now.parent.glob("*.duckdb"))) == KEPT + 2
    # Nobody has to say what stands where it is asked for itself.
    assert corrected(folder, log) == now


def test_a_copy_that_is_looked_at_stays_longer_than_one_that_is_not(folder: Path) -> None:
    log = _log(KEPT + 3)
    first, second = (corrected(folder, log[:n], log) for n in (1, 2))
    for n in range(3, KEPT + 2):
        corrected(folder, log[:n], log)
        assert used(first)
    corrected(folder, log[: KEPT + 2], log)
    assert first.exists()
    assert not second.exists()
    assert not used(second)


def test_a_trial_removes_no_copy(folder: Path) -> None:
    log = _log(KEPT + 1)
    copies = [corrected(folder, log[:n], log) for n in range(1, KEPT + 2)]
    with trial(folder, log[:3]):
        pass
    assert all(path.exists() for path in copies)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary folder, which is where copies lie when the corpora cannot be written."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setattr(os, "access", lambda *_: False)
    return tmp_path / "temporary"


def _there(elsewhere: Path) -> set[Path]:
    return set(elsewhere.rglob("*.duckdb"))


def test_copies_elsewhere_go_with_their_generation(folder: Path, elsewhere: Path) -> None:
    log = _log(2)
    later, last = (folder.with_name(f"2022020{n}T000000-7e570001") for n in (7, 8))
    for generation in (later, last):
        shutil.copytree(folder, generation)
    old, newer = corrected(folder, log), corrected(later, log)
    assert {old, newer} == _there(elsewhere)
    shutil.rmtree(folder)  # as a build does with the oldest generation
    newest = corrected(last, log)
    assert _there(elsewhere) == {newer, newest}
    assert not old.parent.exists()


def test_copies_elsewhere_have_a_limit_over_all_corpora(
    folder: Path, tmp_path: Path, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, other = _log(4), build(tmp_path / "other", 2)
    first = corrected(other, log[:1], log[:1])
    size = first.stat().st_size
    monkeypatch.setattr(kept, "MOST_BYTES", int(size * 3.7))
    now = corrected(folder, log, log)
    copies = [corrected(folder, log[:n], log) for n in (1, 2, 3)]
    assert _there(elsewhere) == {now, *copies[1:]}
    # However small the limit, what stands now and what is asked for are there.
    monkeypatch.setattr(kept, "MOST_BYTES", 1)
    again = corrected(folder, log[:1], log)
    assert _there(elsewhere) == {now, again}


def test_no_copy_is_made_in_a_folder_of_somebody_else(folder: Path, elsewhere: Path, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (elsewhere / f"dateline-{os.getuid()}").symlink_to(tmp_path / "theirs")
    with pytest.raises(PermissionError, match="belongs to somebody else"):
        own_folder()
    with pytest.raises(PermissionError, match="belongs to somebody else"):
        corrected(folder, _log(1))
    assert not list((tmp_path / "theirs").iterdir())
