"""Links to earlier states of the corrections: each is a copy of the data, and strangers cannot have any number made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.corrections import Correction, keep
from lib.ui import standing
from tests.ui.driving import open_page

N = standing.OLDER + 4
PAGE = "pages/entities.py"


@pytest.fixture
def corpus(small_corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_small_corpus: None) -> Path:
    """A corpus of this test's own that was corrected ``N`` times."""
    mine = tmp_path / "small"
    shutil.copytree(small_corpus, mine)
    for n in range(1, N + 1):
        keep(mine, Correction.of("rename", {"entity": "russia", "name": f"Sarmatia {n}"}))
    monkeypatch.setenv("DATELINE_CORPUS", str(mine))
    standing._made.clear()
    return mine


def _warned(at: AppTest) -> bool:
    assert not at.exception
    return any("earlier states" in str(w.value) for w in at.warning)


def _opened(**query: str) -> AppTest:
    return open_page(PAGE, actor="russia", **query)


def _copies(corpus: Path) -> set[Path]:
    return set((corpus / ".corrected").rglob("*.duckdb"))


def test_a_stranger_has_few_earlier_states_made(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_HOSTED", "1")
    assert f"Sarmatia {N}" in _opened().title[0].value
    (current,) = _copies(corpus)
    states = [_opened(corrections=str(n)) for n in range(1, N)]
    assert [_warned(at) for at in states] == [n > standing.OLDER for n in range(1, N)]
    assert len(_copies(corpus)) == standing.OLDER + 1
    assert current in _copies(corpus)
    assert f"Sarmatia {standing.OLDER}" in states[standing.OLDER - 1].title[0].value
    # What stands now is shown in place of a state that is not made; one that was made, and none at all, stay open.
    assert f"Sarmatia {N}" in states[-1].title[0].value
    assert not _warned(_opened(corrections="2"))
    assert not _warned(_opened(corrections="0"))
    assert not _warned(_opened(corrections=str(N)))


def test_after_some_minutes_more_are_made(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_HOSTED", "1")
    now = standing.time.monotonic()
    standing._made.extend([now - standing.WITHIN - 1, *[now] * (standing.OLDER - 1)])
    assert not _warned(_opened(corrections="1"))
    assert _warned(_opened(corrections="2"))


def test_who_may_correct_is_not_limited(corpus: Path) -> None:
    standing._made.extend([standing.time.monotonic()] * standing.OLDER)
    at = _opened(corrections="1")
    assert not _warned(at)
    assert "Sarmatia 1" in at.title[0].value
