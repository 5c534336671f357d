"""A serving file that is damaged or gone is derived anew from the tables, once where several share a folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from lib.evidence import Mark
from lib.store.engine import SERVING, DamagedError, Store, writing
from lib.store.facts import total
from lib.store.serving import LOCK, opened
from lib.view import View
from tests.corpora import build

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return build(tmp_path / "mine", 4)


def _cut(path: Path, length: int) -> None:
    os.truncate(path, length)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "garbage": lambda path: path.write_bytes(b"no such file " * 5_000),
    "its beginning alone": lambda path: _cut(path, 5_000),
    "half of it": lambda path: _cut(path, path.stat().st_size // 2),
    "all but the last byte": lambda path: _cut(path, path.stat().st_size - 1),
    "another beginning": lambda path: path.write_bytes(bytes(9_000) + path.read_bytes()[9_000:]),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_told_and_derived_anew(folder: Path, damage: str) -> None:
    with closing(Store.open(folder)) as store:
        n = total(store, View(), Mark("mentions"))
    DAMAGES[damage](folder / SERVING)
    with pytest.raises(DamagedError, match=r"is damaged; .* python -m lib\.build ARTICLES --into"):
        Store.open(folder)
    with closing(opened(folder)) as store:
        assert total(store, View(), Mark("mentions")) == n > 0
    assert not list(folder.glob(".*"))


def test_a_file_that_is_gone_is_derived_anew(folder: Path) -> None:
    (folder / SERVING).unlink()
    with closing(opened(folder)) as store:
        assert total(store, View(), Mark("mentions"))


def test_a_damaged_file_without_its_tables_names_the_command(folder: Path) -> None:
    _cut(folder / SERVING, 5_000)
    (folder / "sentences.parquet").unlink()
    with pytest.raises(DamagedError, match=r"python -m lib\.build ARTICLES --into"):
        opened(folder)


def test_a_whole_file_is_as_long_as_it_says(folder: Path) -> None:
    with writing(folder / SERVING) as file:
        file.execute("create table more as select range as n from range(300000)")
        file.execute("drop table more")
    made = (folder / SERVING).stat().st_mtime_ns
    opened(folder).close()
    assert (folder / SERVING).stat().st_mtime_ns == made


def test_what_a_dead_process_left_is_removed(folder: Path) -> None:
    (folder / ".unfinished-old").mkdir()
    (folder / ".unfinished-old" / SERVING).write_bytes(b"half")
    _cut(folder / SERVING, 5_000)
    opened(folder).close()
    assert not list(folder.glob(".*"))


#: What one container does when its first visitor comes; in each of them the app is process 1.
_CONTAINER = """
import os, sys, time
from pathlib import Path
os.getpid = lambda: 1
from lib.store import serving
folder, start, me = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
derive = serving.derive
def told(where):
    print("derives")
    derive(where)
serving.derive = told
(start / me).touch()
while len(list(start.iterdir())) < 3:
    time.sleep(0.005)
store = serving.opened(folder)
print(store.one("select count(*) from sentences"), "sentences")
"""


def test_containers_that_share_a_folder_derive_one_file(folder: Path, tmp_path: Path) -> None:
    with closing(Store.open(folder)) as store:
        n = store.one("select count(*) from sentences")
    with writing(folder / SERVING) as file:
        file.execute("drop table serving")
    (tmp_path / "start").mkdir()
    started = [
        subprocess.Popen(
            [sys.executable, "-c", _CONTAINER, str(folder), str(tmp_path / "start"), str(number)],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for number in range(3)
    ]  # fmt: skip
    said = [process.communicate(timeout=120) for process in started]
    assert [process.returncode for process in started] == [0, 0, 0], said
    assert all(f"{n} sentences" in out for out, _ in said)
    assert sum(out.count("derives") for out, _ in said) == 1
    Store.open(folder).close()
    assert not list(folder.glob(".*"))


def test_files_made_at_once_do_not_touch_each_other(folder: Path, tmp_path: Path) -> None:
    """Where a lock is not seen by the others (some network folders), each has a folder of its own to write in."""
    script = _CONTAINER.replace("serving.opened(folder)", "(told(folder), serving.Store.open(folder))[1]")
    (tmp_path / "start").mkdir()
    started = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(folder), str(tmp_path / "start"), str(number)],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for number in range(3)
    ]  # fmt: skip
    said = [process.communicate(timeout=120) for process in started]
    assert [process.returncode for process in started] == [0, 0, 0], said
    assert not list(folder.glob(".*"))


def test_who_cannot_write_the_corpus_names_the_command(folder: Path) -> None:
    _cut(folder / SERVING, 5_000)
    lock = folder.parent.parent / LOCK
    lock.mkdir()  # as on a read-only volume: it cannot be opened for writing
    with pytest.raises(DamagedError, match=r"python -m lib\.build ARTICLES --into"):
        opened(folder)
