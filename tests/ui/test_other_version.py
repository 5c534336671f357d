"""A corpus whose file another version made opens all the same, with corrections or without."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.corrections import Correction
from lib.evidence import Mark
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
