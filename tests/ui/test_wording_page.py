"""The page of words says which of them may be chance."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.ask.wording import own_words
from lib.view import View
from tests.ask.worded import worded
from tests.ui.driving import figures, open_page

FEW = {"Ash": [["sea", "ice", "ice", "fog"]] * 3, "Birch": [["sea", "fog", "fog", "ice"]] * 3, "Cedar": [["sea"]]}
MANY = {"Ash": [["sea", "ice", "ice"]] * 60, "Birch": [["sea", "fog", "fog"]] * 60, "Cedar": [["sea"] * 3] * 60}


@pytest.mark.parametrize(("outlets", "own"), [(FEW, 0), (MANY, 2)])
def test_words_that_may_be_chance_are_grey_and_said_to_be(
    outlets: dict[str, list[list[str]]], own: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = worded(tmp_path / "mine", outlets)
    found = own_words(store, View(), ("ash", "birch", "cedar"))
    assert sum(w.significant for words in found.values() for w in words if w.word in ("ice", "fog")) == own
    assert {w.word for w in found["ash"]} == {"ice"}
    store.close()
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path / "mine"))
    at = open_page("pages/wording.py")
    assert not at.exception
    assert any("No word of these outlets is more than chance" in i.value for i in at.info) == (own == 0)
    bars = [trace for drawn in figures(at).values() for trace in drawn["data"] if trace["type"] == "bar"]
    marked = [
        (word, "#9AA1AC" in colour) for b in bars for word, colour in zip(b["y"], b["marker"]["color"], strict=True)
    ]
    assert ("ice", own == 0) in marked
    assert any("A grey bar may be chance" in c.value for c in at.caption)
