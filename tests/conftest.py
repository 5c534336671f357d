"""Fixtures that many tests share: a small store, opened once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.store.engine import Store
from tests import corpora


@pytest.fixture(scope="session")
def small_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a built corpus of twelve invented articles."""
    folder = tmp_path_factory.mktemp("built") / "small"
    corpora.build(folder)
    return folder


@pytest.fixture(scope="session")
def store(small_corpus: Path) -> Iterator[Store]:
    generation = small_corpus / "generations" / (small_corpus / "CURRENT").read_text()
    opened = Store.open(generation)
    yield opened
    opened.close()
