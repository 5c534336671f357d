"""The app on the small corpus, or on another one."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def on_small_corpus(monkeypatch: pytest.MonkeyPatch, small_corpus: Path) -> None:
    monkeypatch.setenv("DATELINE_CORPUS", str(small_corpus))


@pytest.fixture
def on_hostile_corpus(monkeypatch: pytest.MonkeyPatch, hostile_corpus: Path, on_small_corpus: None) -> None:
    monkeypatch.setenv("DATELINE_CORPUS", str(hostile_corpus))


@pytest.fixture
def on_empty_corpus(monkeypatch: pytest.MonkeyPatch, empty_corpus: Path, on_small_corpus: None) -> None:
    monkeypatch.setenv("DATELINE_CORPUS", str(empty_corpus))


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """New corpora are put below here."""
    monkeypatch.setattr("lib.ui.corpus.ROOT", tmp_path / "built")
    return tmp_path / "built"
