"""Which corrected copies stay: the one that stands now, always; of the others those that were used last."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.corrections import Correction
from lib.store.corrected import corrected, trial
from lib.store.kept import KEPT, used
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
