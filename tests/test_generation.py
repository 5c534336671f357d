"""The pointer names a whole generation, always; old ones go, the current one never does."""

import datetime as dt
import re

import pytest

from lib import generation

NOON = dt.datetime(2026, 11, 22, 12, 0, 0, tzinfo=dt.UTC)


def _make(corpus, when=NOON, content="1a2b3c4d99"):
    name = generation.new_name(corpus, when, content)
    (generation.unfinished(corpus, name) / "articles.parquet").write_bytes(b"rows")
    generation.finish(corpus, name)
    return name


def test_name_is_a_utc_stamp_and_a_hash(tmp_path):
    berlin = dt.timezone(dt.timedelta(hours=1))
    name = generation.new_name(tmp_path, dt.datetime(2026, 11, 22, 4, 15, 2, tzinfo=berlin), "1a2b3c4d99")
    assert name == "20261122T031502-1a2b3c4d"


def test_names_are_unique_and_sort_by_time_even_when_the_clock_goes_back(tmp_path):
    first = _make(tmp_path)
    second = _make(tmp_path)
    third = _make(tmp_path, NOON - dt.timedelta(days=3), "00000000")
    assert [first, second, third] == sorted({first, second, third})
    assert generation.generations(tmp_path) == [first, second, third]


def test_current_is_what_was_switched_to(tmp_path):
    first, second = _make(tmp_path), _make(tmp_path)
    generation.switch(tmp_path, first)
    assert generation.current(tmp_path).name == first
    generation.switch(tmp_path, second)
    assert generation.current(tmp_path) == tmp_path / "generations" / second
    assert (generation.current(tmp_path) / "articles.parquet").read_bytes() == b"rows"


def test_unfinished_generations_do_not_exist(tmp_path):
    name = generation.new_name(tmp_path, NOON, "1a2b3c4d")
    generation.unfinished(tmp_path, name)
    assert generation.generations(tmp_path) == []
    with pytest.raises(generation.NoGenerationError, match=re.escape(name)):
        generation.switch(tmp_path, name)
    generation.remove_unfinished(tmp_path)
    assert list((tmp_path / "generations").iterdir()) == []


def test_nothing_built_names_the_command(tmp_path):
    with pytest.raises(generation.NoGenerationError, match=r"python -m lib\.build INPUT --into"):
        generation.current(tmp_path / "none")


@pytest.mark.parametrize("pointer", ["", "20261122T031502-1a2b3c4d", "../../etc", "\x00\xff"])
def test_a_pointer_to_nothing_is_said(tmp_path, pointer):
    (tmp_path / "CURRENT").write_text(pointer, encoding="utf-8")
    with pytest.raises(generation.NoGenerationError, match="not a generation"):
        generation.current(tmp_path)


def test_prune_keeps_the_newest_and_the_current(tmp_path):
    names = [_make(tmp_path) for _ in range(8)]
    generation.switch(tmp_path, names[0])
    assert generation.prune(tmp_path, keep=5) == names[1:3]
    assert generation.generations(tmp_path) == [names[0], *names[3:]]
    assert generation.current(tmp_path).name == names[0]


def test_prune_removes_corrected_copies_with_their_generation(tmp_path):
    names = [_make(tmp_path) for _ in range(4)]
    generation.switch(tmp_path, names[0])
    for name in (*names, "20200101T000000-00000000", "notes"):
        (tmp_path / ".corrected" / name).mkdir(parents=True)
        (tmp_path / ".corrected" / name / "a.duckdb").write_bytes(b"copy")
    generation.prune(tmp_path, keep=2)
    left = {path.name for path in (tmp_path / ".corrected").iterdir()}
    assert left == {names[0], names[2], names[3], "notes"}


def test_corpora_are_the_folders_with_a_pointer(tmp_path):
    for name in ("b", "a"):
        generation.switch(tmp_path / name, _make(tmp_path / name))
    (tmp_path / "unfinished").mkdir()
    assert generation.corpora(tmp_path) == ["a", "b"]
    assert generation.corpora(tmp_path / "nowhere") == []
