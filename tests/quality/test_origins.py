"""The score of wire copies: pairs, not groups, and an answer that says what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.link.origins import Origins
from lib.quality.origins import Score, merged, pairs, read_gold, report, score


def test_pairs_of_groups() -> None:
    assert pairs([["b", "a", "c"], ["d"]]) == {("a", "b"), ("a", "c"), ("b", "c")}


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ([["a", "b"]], [["a", "b"]], Score(1, 1, 1)),
        ([["a", "b", "c"]], [["a", "b"]], Score(1, 1 / 3, 0.5)),
        ([["a", "b"]], [["a", "b", "c"]], Score(1 / 3, 1, 0.5)),
        ([["a", "b"]], [], Score(1, 0, 0)),
        ([], [["a", "b"]], Score(0, 1, 0)),
        ([], [], Score(1, 1, 1)),
    ],
)
def test_score(gold: list[list[str]], found: list[list[str]], expected: Score) -> None:
    assert score(pairs(gold), pairs(found)) == expected


def test_the_report_names_wrong_pairs() -> None:
    origins = Origins({"a": "a", "b": "a", "c": "c"}, [])
    assert merged(origins) == [["a", "b"]]
    text = report([["b", "c"]], origins)
    assert "not a copy: a = b" in text
    assert "missed: b = c" in text


def test_gold_of_another_shape_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text('{"a": ["b"]}')
    with pytest.raises(ValueError, match="a JSON list of groups"):
        read_gold(path)
