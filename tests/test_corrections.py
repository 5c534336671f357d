"""The log of corrections: only added to, readable by people, and never lost to one bad line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.corrections import FILE, KINDS, Correction, CorrectionError, keep, parse, read, take_in, undo

MERGE = {"entity": "b", "into": "a"}


def test_a_correction_says_who_when_and_why(tmp_path: Path) -> None:
    keep(tmp_path, Correction.of("merge", MERGE, why="one person", who="ada@example.test"))
    row = json.loads((tmp_path / FILE).read_text())
    assert (row["kind"], row["entity"], row["into"]) == ("merge", "b", "a")
    assert (row["why"], row["who"], row["when"][:2]) == ("one person", "ada@example.test", "20")


def test_lines_are_added_and_undone_never_removed(tmp_path: Path) -> None:
    first, second = Correction.of("merge", MERGE), Correction.of("hide", {"entity": "c"})
    keep(tmp_path, first)
    keep(tmp_path, second)
    undo(tmp_path, first.id)
    log = read(tmp_path)
    assert len(log.lines) == 3
    assert log.standing() == (second,)
    assert log.standing(2) == (first, second)
    with pytest.raises(CorrectionError, match="undone already"):
        undo(tmp_path, first.id)


def test_one_bad_line_hides_no_other(tmp_path: Path) -> None:
    keep(tmp_path, Correction.of("merge", MERGE))
    with (tmp_path / FILE).open("a") as file:
        file.write('{"id": "x", "kind": "explode", "why": ""}\nnot json')
    keep(tmp_path, Correction.of("hide", {"entity": "c"}))
    log = read(tmp_path)
    assert [c.kind for c in log.standing()] == ["merge", "hide"]
    assert len(log.faults) == 2
    assert "'explode' is no kind of correction; allowed are merge" in log.faults[0]


def test_a_log_is_taken_in_once(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    keep(there, Correction.of("merge", MERGE))
    text = (there / FILE).read_text()
    assert take_in(here, text) == (1, ())
    assert take_in(here, text) == (0, ())
    assert read(here) == read(there)


@pytest.mark.parametrize(
    ("kind", "what", "said"),
    [
        ("merge", {"entity": "a", "into": "a"}, "into itself"),
        ("merge", {"entity": "a"}, "needs entity, into"),
        ("retype", {"entity": "a", "label": "ALIEN"}, "allowed are PERSON"),
        ("published", {"article": "a", "day": "Thursday"}, "such as 2022-02-03"),
        ("drop", {"article": "a", "start": "9", "end": "3", "as": "promo"}, "ends after it starts"),
        ("drop", {"article": "a", "start": "x", "end": "3", "as": "promo"}, "must be a number"),
        ("date", {"article": "a", "start": "1", "end": "3", "first": "2022-02-02", "last": "2022-01-01"}, "before"),
        ("rename", {"entity": "a", "name": "x" * 501}, "allowed are 500"),
        ("nonsense", {}, "no kind of correction"),
    ],
)
def test_bad_corrections_say_what_is_allowed(kind: str, what: dict[str, str], said: str) -> None:
    with pytest.raises(CorrectionError, match=said):
        Correction.of(kind, what)


@given(st.text())
def test_any_text_is_read_as_a_log(text: str) -> None:
    log = parse(text)
    assert len(log.lines) + len(log.faults) <= len(text.splitlines())


def test_every_kind_can_be_applied() -> None:
    from lib.store.applying import APPLY

    assert set(APPLY) == set(KINDS)
