"""The quality page with a report, without one, and with one that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lib.ask.quality import FORMAT, Quality, Rate, quality
from lib.ui.quality_words import in_hundred, likely, sentence
from tests.ui.driving import open_page

PAGE = "pages/quality.py"


def rate(value: float, spread: float | None = 0.04) -> dict[str, float | None]:
    low, high = (None, None) if spread is None else (max(0, value - spread), min(1, value + spread))
    return {"value": value, "low": low, "high": high}


def figure(measure: str, key: str, value: float, **more: Any) -> dict[str, Any]:
    return {
        "measure": measure, "key": key, "name": f"{measure} {key}", "data": "mine", "unit": "F1", "system": "Dateline",
        "rate": rate(value), "precision": rate(value - 0.05), "recall": rate(value + 0.05), "n_documents": 12,
        "n_items": 310, "goal": None, "by": None, "next": "", "errors": [],
    } | more  # fmt: skip


HOSTILE = "![x](http://example.test/a.png) <script>1</script>"


def report(**more: Any) -> dict[str, Any]:
    figures = [
        figure("times", "relaxed", 0.9),
        figure("times", "value", 0.79, goal=0.82, by=-0.03, next="read the errors",
               errors=[{"kind": "day missed", "n": 7, "examples": []}]),
        figure("sentences", "right", 1.0), figure("names", "trimmed", 0.8),
        figure("names", "trimmed", 0.7, system="the language model alone"), figure("entities", "b3", 0.9),
        figure("events", "all", 0.7), figure("quotes", "content", 0.9), figure("quotes", "speaker", 0.8),
        figure("quotes", "attribution", 0.95, goal=0.9, by=0.05), figure("marks", "precision", 0.99),
        figure("marks", "recall", 0.9), figure("days", "inferred", 0.5, n_items=12),
        figure("days", "inferred-right", 1.0, n_items=6), figure("days", "inside", 1.0, n_items=9),
        figure("copies", "precision", 1.0, n_items=1), figure("copies", "recall", 1.0, n_items=1),
        figure("stories", "b3", 0.9), figure("stories", "b3", 0.6, system="TF-IDF, single pass"),
        figure("claims", "precision", 0.9), figure("claims", "recall", 0.7), figure("claims", "apart", 0.95),
        figure("claims", "found", 0.8, n_items=68, n_documents=10),
        figure("claims", "found", 0.5, system="MiniLM alone"),
        figure("quantities", "value", 0.9), figure("quantities", "hedge", 0.85), figure("standings", "status", 0.7),
        figure("standings", "by", 0.9),
    ]  # fmt: skip
    keys = ("times", "sentences", "names", "entities", "events", "quotes", "marks", "days", "copies", "stories",
            "claims", "quantities", "standings")  # fmt: skip
    return {
        "format": FORMAT, "made": "2026-01-02 03:04 UTC", "seconds": 60.0, "model": "en_test 1.0", "limit": None,
        "measures": [{"key": key, "title": key.title()} for key in keys],
        "data": [{"key": "mine", "title": HOSTILE, "role": "given", "means": "m", "note": "n", "documents": 12}],
        "figures": figures, "errors": [], "confusions": [],
        "unusable": [{"path": HOSTILE, "what": "broken", "allowed": "sound files"}],
    } | more  # fmt: skip


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "quality.json"
    monkeypatch.setattr("lib.ui.quality.REPORT", path)
    return path


def test_a_report_is_told_in_sentences_with_counts_goals_and_details(place: Path) -> None:
    place.write_text(json.dumps(report()), encoding="utf-8")
    at = open_page(PAGE)
    assert not at.exception
    assert not at.warning
    words = " ".join(e.value for e in (*at.markdown, *at.caption, *at.subheader)).replace("\\", "")
    assert "finds 95 and reads 84 of the 100 right (likely between 80 and 88)" in words
    assert "310 marked by hand in 12 documents" in words
    assert "1 of 2 goals are missed" in words
    assert "79.0 of 100, the goal is 82. Most often: day missed (7). Next: read the errors." in words
    assert len(at.dataframe) == 1
    assert len(at.dataframe[-1].value) == 28
    assert "Dateline finds 80; of 100 pairs of sentences that tell them, it sets 70 side by side" in words
    assert "and of 100 that it sets side by side, 90 state the same" in words
    assert "by likeness of meaning alone would have found 50 of the 100" in words
    assert "68 shared statements in 10 pairs of articles" in words
    assert "By shared words alone it would be 65 and 55." in words


def test_titles_of_data_stay_text(place: Path) -> None:
    place.write_text(json.dumps(report()), encoding="utf-8")
    at = open_page(PAGE)
    for element in (*at.markdown, *at.caption, *at.subheader):
        assert "![" not in element.value.replace("\\!\\[", "")
        assert "<script" not in element.value.replace("\\<", "")


def test_a_quick_look_and_known_data_are_called_so(place: Path) -> None:
    known = [{"key": "mine", "title": "Ours", "role": "written by us", "means": "m", "note": "n", "documents": 12}]
    place.write_text(json.dumps(report(limit=3, data=known)), encoding="utf-8")
    at = open_page(PAGE)
    assert any("quick look" in w.value for w in at.warning)
    assert any("expect somewhat less" in i.value for i in at.info)


def test_without_a_report_the_command_is_shown(place: Path) -> None:
    at = open_page(PAGE)
    assert not place.exists()
    assert not at.exception
    assert not at.warning
    assert [block.value for block in at.code][-1] == "make quality"
    assert any("of 100 dates how many are found" in block.value for block in at.text)


BAD: dict[str, tuple[str, str]] = {
    "cut off": (json.dumps(report())[:400], "broken"),
    "no report": ("[1, 2]", "broken"),
    "another format": (json.dumps(report(format=FORMAT + 1)), "old"),
    "no format": ("{}", "old"),
    "no figures": (json.dumps({k: v for k, v in report().items() if k != "figures"}), "broken"),
    "figures of another shape": (json.dumps(report(figures=[{"measure": "times"}])), "broken"),
    "no number": (json.dumps(report(figures=[figure("times", "value", 0.5, rate=rate(float("nan"), None))])), "broken"),
    "a figure without a value": (json.dumps(report(figures=[figure("times", "value", 0.5, rate=None)])), "broken"),
    "deep": ("[" * 100_000, "broken"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_report_that_cannot_be_read_says_why_and_what_to_type(case: str, place: Path) -> None:
    content, state = BAD[case]
    place.write_text(content, encoding="utf-8")
    answer = quality(place)
    assert answer.state == state
    assert "quality.json" in answer.why
    at = open_page(PAGE)
    assert not at.exception
    assert at.warning
    assert "make quality" in [block.value for block in at.code]


def test_bytes_that_are_no_text_and_a_folder_are_answers_too(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(b"\xff\xfe\x00")
    assert quality(tmp_path / "x.json").state == "broken"
    assert quality(tmp_path).state == "broken"


def test_a_report_without_figures_says_nothing_wrong(place: Path) -> None:
    place.write_text(json.dumps(report(figures=[])), encoding="utf-8")
    assert not open_page(PAGE).exception
    assert sentence(quality(place), "times", "mine") is None
    assert sentence(Quality("ready"), "ghosts", "mine") is None


@pytest.mark.parametrize(
    ("value", "words"), [(0.0, "0"), (0.001, "1"), (0.794, "79"), (0.999, "99"), (1.0, "100"), (0.005, "1")]
)
def test_all_and_none_are_said_only_of_all_and_none(value: float, words: str) -> None:
    assert in_hundred(value) == words


def test_an_interval_is_said_where_there_is_one() -> None:
    assert likely(Rate(0.8, 0.7, 0.9)) == " (likely between 70 and 90)"
    assert likely(Rate(0.8, 0.801, 0.804)) == " (likely 80)"
    assert likely(Rate(1.0, 0.51, 1.0)) == " (likely between 51 and 100)"
    # An earlier version wrote these where it could not tell: they are no interval.
    assert likely(Rate(1.0, 1.0, 1.0)) == ""
    assert likely(Rate(0.8, None, None)) == ""
    assert likely(None) == ""


def test_what_kind_of_text_it_was_is_said_once_for_all_of_that_kind(place: Path) -> None:
    one = report()["data"][0]
    data = [one, one | {"key": "other", "title": "Other"}, one | {"key": "far", "title": "Far", "means": "by others"}]
    place.write_text(json.dumps(report(data=data)), encoding="utf-8")
    at = open_page(PAGE)
    said = [e.value for e in at.markdown]
    assert (said.count("M"), said.count("By others")) == (1, 1)
