"""Fixtures that many tests share: a small store, opened once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.generation import current
from lib.store.engine import Store
from tests import corpora


@pytest.fixture(scope="session")
def small_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a built corpus of twelve invented articles."""
    folder = tmp_path_factory.mktemp("built") / "small"
    corpora.build(folder)
    return folder


@pytest.fixture(scope="session")
def hostile_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same kind of corpus, with names, titles and texts that try to be markup."""
    folder = tmp_path_factory.mktemp("built") / "hostile"
    corpora.build(folder, world=corpora.HOSTILE)
    return folder


@pytest.fixture(scope="session")
def empty_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus without a single article."""
    folder = tmp_path_factory.mktemp("built") / "empty"
    corpora.build(folder, n_articles=0)
    return folder


@pytest.fixture(scope="session")
def many_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seventy-five articles of twenty-five outlets."""
    folder = tmp_path_factory.mktemp("built") / "many"
    outlets = tuple(f"The Paper of Town {n:02}" for n in range(25))
    corpora.build(folder, n_articles=75, world=corpora.World(sources=outlets))
    return folder


@pytest.fixture(scope="session")
def many_store(many_corpus: Path) -> Iterator[Store]:
    yield from _open(many_corpus)


@pytest.fixture(scope="session")
def store(small_corpus: Path) -> Iterator[Store]:
    yield from _open(small_corpus)


@pytest.fixture(scope="session")
def hostile_store(hostile_corpus: Path) -> Iterator[Store]:
    yield from _open(hostile_corpus)


@pytest.fixture(scope="session")
def empty_store(empty_corpus: Path) -> Iterator[Store]:
    yield from _open(empty_corpus)


def _open(corpus: Path) -> Iterator[Store]:
    opened = Store.open(current(corpus))
    yield opened
    opened.close()
