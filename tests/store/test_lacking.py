"""A generation of before lacks a table that was added since: it opens, and says so."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from lib.ask.claims import claims
from lib.ask.unshared import every_unshared, unshared
from lib.corrections import Correction
from lib.store.corrected import trial
from lib.store.engine import SERVING, writing
from lib.store.lacking import LATER, lacks
from lib.store.serving import opened
from lib.view import View
from tests.corpora import build


def _of_before(folder: Path) -> None:
    """What the version before wrote: no Parquet of the later tables, a serving file of another format."""
    for name in LATER:
        (folder / f"{name}.parquet").unlink()
    with writing(folder / SERVING) as file:
        for name in LATER:
            file.execute(f"drop table {name}")
        file.execute("create or replace table serving as select 1 as format")


def test_a_generation_of_before_opens_without_what_it_lacks(tmp_path: Path) -> None:
    folder = build(tmp_path / "mine", 8)
    with closing(opened(folder)) as store:
        assert not lacks(store, "unshared")
        assert not unshared(store, View()).too_old
        told = claims(store, View())
    _of_before(folder)
    with closing(opened(folder)) as store:
        assert lacks(store, "unshared")
        answer = unshared(store, View())
        assert answer.too_old
        assert (answer.outlets, every_unshared(store, View())) == ((), ())
        assert claims(store, View()) == told
    assert not (folder / "unshared.parquet").exists()


def test_it_can_be_corrected(tmp_path: Path) -> None:
    folder = build(tmp_path / "mine", 8)
    _of_before(folder)
    opened(folder).close()
    with trial(folder, [Correction.of("rename", {"entity": "russia", "name": "Russian Federation"})]) as store:
        assert lacks(store, "unshared")
