"""Which corpora are offered: one's own, and those of the image where there are none of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.ui import corpus as data
from lib.ui.bring.target import is_sample
from tests.corpora import build
from tests.ui.driving import open_page


@pytest.fixture
def image(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_small_corpus: None) -> Path:
    """An image with a sample, and an empty volume mounted where corpora are looked for."""
    monkeypatch.setattr(data, "ROOT", tmp_path / "built")
    monkeypatch.setattr(data, "INCLUDED", tmp_path / "included")
    monkeypatch.delenv("DATELINE_CORPUS")
    data.ROOT.mkdir()
    build(data.INCLUDED / "sample")
    return tmp_path


def test_an_empty_volume_does_not_hide_the_sample(image: Path) -> None:
    assert data.corpora() == {"sample": image / "included/sample"}
    at = open_page("app.py")
    assert not at.exception
    assert at.title[0].value == "What all three outlets reported"
    assert not list(data.ROOT.iterdir())


def test_the_sample_gives_way_to_the_first_corpus_of_ones_own(image: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(data.ROOT / "mine", 2)
    assert data.corpora() == {"mine": image / "built/mine"}
    build(image / "elsewhere", 2)
    monkeypatch.setenv("DATELINE_CORPUS", str(image / "elsewhere"))
    assert list(data.corpora()) == ["elsewhere", "mine"]


def test_nothing_is_added_to_a_sample(image: Path) -> None:
    assert is_sample(data.INCLUDED / "sample")
    assert is_sample(data.ROOT / "sample")
    assert not is_sample(data.ROOT / "mine")
