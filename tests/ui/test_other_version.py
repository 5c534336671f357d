"""A corpus whose file another version made, or that is damaged, opens all the same, with corrections or without."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lib.corrections import Correction
from lib.evidence import Mark
from lib.store.corrected import corrected
from lib.store.engine import SERVING, writing
from lib.store.facts import total
from lib.ui import corpus as data
from lib.view import View
from tests.corpora import World, build

RENAMED = Correction.of("rename", {"entity": "russia", "name": "Russian Federation"})


@pytest.mark.parametrize("corrections", [(), (RENAMED,)])
def test_it_is_made_anew_before_it_is_read(tmp_path: Path, corrections: tuple[Correction, ...]) -> None:
    folder = build(tmp_path / "mine", 6, world=World(templates=("{a}’s envoy met {b} on {day}.",)))
    with writing(folder / SERVING) as file:
        file.execute("update sentences set folded = lower(text)")
        file.execute("drop table serving")
    store, notice = data.under(folder, corrections)
    assert notice == ""
    assert total(store, View(text="'s envoy met"), Mark("sentences")) == total(store, View(), Mark("sentences")) > 0


@pytest.mark.parametrize("corrections", [(), (RENAMED,)])
@pytest.mark.parametrize("length", [0, 20_000])
def test_a_damaged_file_is_made_anew(tmp_path: Path, corrections: tuple[Correction, ...], length: int) -> None:
    folder = build(tmp_path / "mine", 3)
    os.truncate(folder / SERVING, length)
    store, notice = data.under(folder, corrections)
    assert notice == ""
    assert total(store, View(), Mark("sentences")) > 0


def test_a_damaged_copy_is_made_anew(tmp_path: Path) -> None:
    folder = build(tmp_path / "mine", 3)
    copy = corrected(folder, (RENAMED,))
    os.truncate(copy, copy.stat().st_size // 2)
    store, notice = data.under(folder, (RENAMED,))
    assert notice == ""
    assert store.one("select name from entities where entity_id = 'russia'") == "Russian Federation"
