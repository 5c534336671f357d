"""Scores of marks: characters right, wrong and missed; the sample's gold keeps its level."""

from pathlib import Path

import pytest

from lib.find.marks import Mark, mark
from lib.quality.marks import GoldMarks, main, read_gold, report, score, total

ROOT = Path(__file__).resolve().parents[2]


def test_characters_are_counted_without_white_space() -> None:
    gold = GoldMarks("a.txt", "Sign up\nThe talks opened.", "", ((0, 7),))
    found = [Mark(0, 4, "promo", "a test"), Mark(8, 11, "promo", "a test")]
    one = score(gold, found)
    assert (one.right, one.wrong, one.missed) == (4, 3, 2)
    assert (one.wrong_words, one.missed_words) == (("The",), ("up",))
    assert (one.precision, one.recall) == (4 / 7, 4 / 6)


def test_nothing_to_mark_is_no_fault() -> None:
    one = score(GoldMarks("a.txt", "The talks opened.", "", ()), [])
    assert (one.precision, one.recall) == (1.0, 1.0)


def test_the_sample_keeps_its_level() -> None:
    scores = [
        score(gold, mark(gold.text, gold.title)) for gold in read_gold(ROOT / "tests/gold/sample", ROOT / "data/sample")
    ]
    assert len(scores) == 15
    assert total(scores).precision >= 0.98, report(scores)
    assert total(scores).recall >= 0.95, report(scores)


def test_the_command_prints_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    main([str(ROOT / "tests/gold/sample"), "--articles", str(ROOT / "data/sample")])
    assert "15 articles" in capsys.readouterr().out


def test_an_article_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"file": "a.txt", "spans": []}', encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.txt cannot be read"):
        list(read_gold(tmp_path, tmp_path))
