"""The log of corrections: only added to, readable by people, and never lost to one bad line."""

from __future__ import annotations

import datetime as dt
import json
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.corrections import FILE, KINDS, Correction, CorrectionError, keep, parse, read, take_in, undo
from lib.corrections.line import MAX_LINE

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
    (came,), (was,) = read(here).lines, read(there).lines
    assert replace(came, imported_at="") == was


FORGED = {"why": "", "who": "chief.editor@example.org", "when": "2020-01-01T00:00:00+00:00"}


@pytest.mark.parametrize("line", [{"id": "f1", "kind": "hide", "entity": "a"}, {"id": "f1", "undo": "b"}])
@pytest.mark.parametrize("claims", [{}, {"imported_by": "boss@example.org", "imported_at": "2019-01-01"}])
def test_a_line_that_is_brought_says_who_brought_it_whatever_it_says_itself(
    tmp_path: Path, line: dict[str, str], claims: dict[str, str]
) -> None:
    before = dt.datetime.now(dt.UTC).replace(microsecond=0)
    take_in(tmp_path, json.dumps(line | FORGED | claims), who="bo@example.org")
    row = json.loads((tmp_path / FILE).read_text())
    assert (row["who"], row["when"]) == (FORGED["who"], FORGED["when"])
    assert row["imported_by"] == "bo@example.org"
    assert before <= dt.datetime.fromisoformat(row["imported_at"]) <= dt.datetime.now(dt.UTC)
    (kept,) = read(tmp_path).lines
    assert (kept.who, kept.imported_by, kept.imported_at) == (FORGED["who"], "bo@example.org", row["imported_at"])


def test_a_line_that_is_too_long_with_who_brought_it_is_told_and_not_kept(tmp_path: Path) -> None:
    long = Correction.of("hide", {"entity": "a"})
    long = replace(long, why="x" * (MAX_LINE - len(long.to_line())))
    good = Correction.of("hide", {"entity": "b"})
    added, (fault,) = take_in(tmp_path, f"{long.to_line()}\n{good.to_line()}", who="bo@example.org")
    assert added == 1
    assert "allowed are 20,000" in fault
    assert ([c.id for c in read(tmp_path).standing()], read(tmp_path).faults) == ([good.id], ())


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
        (
            "date",
            {"article": "a", "start": "1", "end": "3", "first": "2022-02-03", "last": "20220101"},
            "such as 2022-",
        ),
        ("published", {"article": "a", "day": "20220203"}, "such as 2022-02-03"),
        ("published", {"article": "a", "day": "2022-W05-1"}, "such as 2022-02-03"),
        ("published", {"article": "a", "day": "9999-12-31"}, "from 1000 to 2999"),
        ("published", {"article": "a", "day": "٢٠٢٢-٠٢-٠٣"}, "such as 2022-02-03"),
        ("drop", {"article": "a", "start": "0", "end": "9" * 25, "as": "promo"}, "at most nine digits"),
        ("same", {"claim": "a", "article": "a", "sentence": "9" * 40}, "at most nine digits"),
        ("rename", {"entity": "a"}, "needs entity, name"),
        ("rename", {"entity": "a", "name": ""}, "needs entity, name"),
        ("alias", {"alias": "A", "entity": "a", "to": "b"}, "needs alias, entity, name, to"),
        ("rename", {"entity": "a", "name": "A\ud800"}, "half a character"),
        ("rename", {"entity": "a", "name": "x" * 501}, "allowed are 500"),
        ("nonsense", {}, "no kind of correction"),
    ],
)
def test_bad_corrections_say_what_is_allowed(kind: str, what: dict[str, str], said: str) -> None:
    with pytest.raises(CorrectionError, match=said):
        Correction.of(kind, what)


def test_a_form_that_moves_to_an_entity_that_is_there_gives_it_no_name() -> None:
    what = {"alias": "A", "entity": "a", "to": "b", "name": ""}
    assert Correction.of("alias", what).what == what


#: What programs other than this one take for the end of a line.
BREAKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


@settings(deadline=None, max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(BREAKS + "\r\n"), min_size=1, max_size=500))
def test_what_is_kept_stands(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    corpus = tmp_path_factory.mktemp("log")
    one = Correction.of("rename", {"entity": "a", "name": name}, why=name, who=name)
    two = Correction.of("hide", {"entity": "c"}, why=name)
    keep(corpus, one)
    keep(corpus, two)
    assert read(corpus) == parse((corpus / FILE).read_bytes().decode())
    assert read(corpus).standing() == (one, two)
    undo(corpus, two.id, why=name)
    assert read(corpus).standing() == (one,)
    assert read(corpus).faults == ()
    # For every other program too a line is a line, and a name is written in its own script.
    assert len((corpus / FILE).read_text(encoding="utf-8").splitlines()) == 3


def test_names_are_written_in_their_own_script(tmp_path: Path) -> None:
    keep(tmp_path, Correction.of("rename", {"entity": "a", "name": "Зеленський"}))
    assert "Зеленський" in (tmp_path / FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("inside", ["\x85", "\u2028", "\u2029"])
def test_a_line_ends_where_json_lines_end(end: str, inside: str) -> None:
    rows = [{"id": f"l{n}", "kind": "rename", "entity": "a", "name": f"A{inside}B"} for n in range(3)]
    log = parse("".join(json.dumps(row, ensure_ascii=False) + end for row in rows))
    assert [c.what["name"] for c in log.standing()] == [f"A{inside}B"] * 3
    assert log.faults == ()


def test_a_reason_too_long_to_be_read_again_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match="allowed are 20,000"):
        keep(tmp_path, Correction.of("hide", {"entity": "a"}, why="x" * 20_000))
    one = Correction.of("hide", {"entity": "a"})
    keep(tmp_path, one)
    with pytest.raises(CorrectionError, match="allowed are 20,000"):
        undo(tmp_path, one.id, why="x" * 20_000)
    assert read(tmp_path).standing() == (one,)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": "q", "kind": "hide", "entity": "a", "why": "\\ud800"}', "half a character"),
        ('{"id": "q", "undo": "a", "why": "\\ud800"}', "half a character"),
        ('{"id": "q", "kind": "hide", "entity": "a", "\\udfff": "x"}', "needs entity"),
        ('{"id": "q", "kind": "published", "article": "a", "day": "20220203"}', "such as 2022-02-03"),
        ("[" * 19_000, "not JSON"),
    ],
)
def test_a_line_that_could_not_be_applied_is_not_taken_in(tmp_path: Path, line: str, said: str) -> None:
    good = Correction.of("hide", {"entity": "b"})
    added, faults = take_in(tmp_path, f"{line}\n{good.to_line()}\n")
    assert added == 1
    assert said in faults[0]
    assert [c.id for c in read(tmp_path).standing()] == [good.id]


def test_of_two_lines_under_one_id_the_first_counts(tmp_path: Path) -> None:
    first, second = (json.dumps({"id": "q", "kind": "hide", "entity": entity}) + "\n" for entity in "ab")
    added, faults = take_in(tmp_path, first + second + first)
    assert added == 1
    assert [fault[:7] for fault in faults] == ["line 2 ", "line 3 "]
    assert all("an earlier line has its id, 'q'" in fault for fault in faults)
    assert [c.what["entity"] for c in read(tmp_path).standing()] == ["a"]
    with (tmp_path / FILE).open("a") as file:
        file.write(second)
    assert [c.what["entity"] for c in read(tmp_path).standing()] == ["a"]


def test_two_visitors_who_bring_one_log_add_it_once(tmp_path: Path) -> None:
    text = "".join(Correction.of("hide", {"entity": f"e{n}"}).to_line() + "\n" for n in range(200))
    with ThreadPoolExecutor(8) as visitors:
        added = [done.result()[0] for done in [visitors.submit(take_in, tmp_path, text) for _ in range(8)]]
    assert sorted(added) == [0] * 7 + [200]
    assert len((tmp_path / FILE).read_text().splitlines()) == 200


def test_two_visitors_who_undo_one_correction_undo_it_once(tmp_path: Path) -> None:
    one = Correction.of("hide", {"entity": "a"})
    keep(tmp_path, one)
    with ThreadPoolExecutor(2) as visitors:
        with FileLock(str(tmp_path / FILE) + ".lock"):
            waiting = [visitors.submit(undo, tmp_path, one.id) for _ in range(2)]
            time.sleep(0.3)  # both have come to the lock, and neither has written
        faults = [done.exception() for done in waiting]
    assert faults.count(None) == 1
    assert len(read(tmp_path).lines) == 2


@given(st.text())
def test_any_text_is_read_as_a_log(text: str) -> None:
    log = parse(text)
    assert len(log.lines) + len(log.faults) <= len(text.splitlines())


def test_every_kind_can_be_applied() -> None:
    from lib.store.applying import APPLY

    assert set(APPLY) == set(KINDS)
