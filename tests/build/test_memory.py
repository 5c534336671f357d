"""Memory is given back in a large build, and the tables are the same for it."""

from __future__ import annotations

import os
import subprocess
import sys
import weakref
from functools import cache

import pytest

from lib.build import memory, run
from lib.build.memory import done_with
from lib.find.parse import load_model
from lib.relate.encoder import load_encoder
from lib.schema import TABLES
from tests.build.conftest import STRIKE, TALKS, UNDATED, Desk


class Model:
    """Something large that refers to itself, as models do."""

    def __init__(self) -> None:
        self.own = self


@cache
def load() -> Model:
    return Model()


def test_what_was_loaded_is_gone() -> None:
    kept = weakref.ref(load())
    assert kept() is not None
    done_with(load)
    assert kept() is None


def test_a_build_that_gives_memory_back_writes_the_same(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in (("talks.txt", TALKS), ("strike.txt", STRIKE), ("undated.txt", UNDATED)):
        desk.write(name, text)
    assert desk.build() == 0
    kept = {name: desk.rows(name) for name in TABLES if name != "build"}
    assert load_model.cache_info().currsize
    for module in (run, memory):
        monkeypatch.setattr(module, "MANY", 3)
    assert desk.build("--rebuild") == 0
    assert not load_model.cache_info().currsize
    assert not load_encoder.cache_info().currsize
    assert {name: desk.rows(name) for name in TABLES if name != "build"} == kept


def test_arrow_uses_the_system_s_allocator_in_a_build() -> None:
    said = "import lib.build.run, pyarrow; print(pyarrow.default_memory_pool().backend_name)"
    environment = {name: value for name, value in os.environ.items() if name != "ARROW_DEFAULT_MEMORY_POOL"}
    done = subprocess.run(
        [sys.executable, "-c", said], env=environment, capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == "system"
