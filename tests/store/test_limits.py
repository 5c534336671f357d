"""What reading a file may hold and touch: a share of the memory, a temporary folder of its own, and no other file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lib.store import engine
from lib.store.engine import EngineError, Store
from lib.store.temporary import own_folder
from tests.corpora import build

#: A million rows in an order that needs far more memory than the limit below.
SORTED = "select sum(k) from (select row_number() over (order by hash(n), {long} || n) as k from range(1000000) r(n))"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def folder(tmp_path: Path, temporary: Path) -> Path:
    return build(tmp_path / "mine", 2)


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with closing(Store.open(folder)) as opened:
        yield opened


def test_an_open_file_has_limits(store: Store) -> None:
    assert store.one("select current_setting('memory_limit')") == "476.8 MiB"
    assert store.one("select current_setting('threads')") <= 4
    assert store.one("select current_setting('max_temp_directory_size')") == "1.8 GiB"


def test_no_question_reads_or_writes_another_file(store: Store, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n")
    for sql in (
        f"select * from read_csv('{tmp_path}/secret.csv')",
        f"select * from read_text('{tmp_path}/secret.csv')",
        f"copy (select 1) to '{tmp_path}/written.csv'",
        f"attach '{tmp_path}/other.duckdb'",
        "set enable_external_access = true",
    ):
        with pytest.raises(EngineError, match=r"disabled|Cannot enable external access"):
            store.rows(sql)
    assert not (tmp_path / "written.csv").exists()


def test_what_does_not_fit_waits_in_the_users_temporary_folder(
    folder: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(engine.READING, "memory_limit", "60MB")
    before = sorted(path.name for path in folder.iterdir())
    with closing(Store.open(folder)) as store:
        spilled = Path(store.one("select current_setting('temp_directory')"))
        assert spilled.parent == own_folder()
        assert spilled.is_relative_to(temporary)
        assert store.one(SORTED.format(long="repeat('x', 50)")) == 500_000_500_000
    assert sorted(path.name for path in folder.iterdir()) == before
    assert not list(own_folder().iterdir())


def test_two_files_never_wait_in_one_folder(store: Store, tmp_path: Path) -> None:
    with closing(Store.open(build(tmp_path / "other", 2))) as other, closing(Store.open(store.folder)) as again:
        setting = "select current_setting('temp_directory')"
        assert store.one(setting) == again.one(setting) != other.one(setting)


def _linked(path: Path) -> None:
    (path.parent / "elsewhere").mkdir()
    path.symlink_to(path.parent / "elsewhere")


def _open_to_all(path: Path) -> None:
    path.mkdir()
    path.chmod(0o777)


@pytest.mark.parametrize("made", [_linked, _open_to_all, Path.touch])
def test_a_temporary_folder_of_somebody_else_is_not_used(folder: Path, temporary: Path, made) -> None:  # type: ignore[no-untyped-def]
    made(temporary / f"dateline-{os.getuid()}")
    with pytest.raises(OSError, match="belongs to somebody else"):
        own_folder()
    with closing(Store.open(folder)) as store:
        assert not Path(store.one("select current_setting('temp_directory')")).is_relative_to(temporary)


def test_a_temporary_folder_that_another_user_made_is_not_used(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_folder()
    mine = os.getuid()
    (temporary / f"dateline-{mine}").rename(temporary / f"dateline-{mine + 1}")
    monkeypatch.setattr(os, "getuid", lambda: mine + 1)
    with pytest.raises(PermissionError, match="belongs to somebody else"):
        own_folder()


def test_the_folder_is_closed_to_others(temporary: Path) -> None:
    assert own_folder() == own_folder()
    assert own_folder().stat().st_mode & 0o777 == 0o700
