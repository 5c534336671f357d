"""The numbers page says of the numbers in view what is true of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ask.told import Number, Row, numbers
from tests.ui.driving import html, open_page

WHY = "Compared: the same thing counted; “40 boats” (Ash Post) and “60 boats” (Cove Mail) exclude each other."


@pytest.fixture(autouse=True)
def _corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = [
        Number(source, 3, f"{n} boats", n, n) for source, n in (("Ash Post", 40), ("Birch Echo", 40), ("Cove Mail", 60))
    ]
    numbers(tmp_path, told, [Row("boats", True, WHY, 3)]).close()
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path))


def _says(at: AppTest) -> list[str]:
    assert not at.exception
    return [text.value.replace("\\", "") for text in (*at.subheader, *at.caption)]


def test_outlets_differ_where_those_in_view_do() -> None:
    said = _says(open_page("pages/numbers.py"))
    assert "Boats: outlets differ, from 40 to 60" in said
    assert WHY in said
    assert any("outlets differ on 1." in words for words in said)


def test_outlets_in_view_that_agree_are_not_said_to_differ() -> None:
    said = _says(open_page("pages/numbers.py", source="ash-post,birch-echo"))
    assert "Boats: Ash Post and Birch Echo agree" in said
    assert any("outlets differ on 0." in words for words in said)
    assert not any("60 boats" in words for words in said)


def test_a_table_that_is_cut_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    assert any(words.startswith("Every number in view,") for words in _says(open_page("pages/numbers.py")))
    monkeypatch.setattr("lib.ask.ledger.MOST", 2)
    said = _says(open_page("pages/numbers.py", text="boats"))
    assert any(words.startswith("The first 2 of 3 numbers in view, each with its place. Filters") for words in said)


def test_since_when_by_whom_and_why_not_compared_stand_with_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [Number("Ash Post", 3, "40 boats", 40, 40), Number("Cove Mail", 4, "60 boats", 60, 60, row="wrecks")]
    numbers(tmp_path / "two", told, [Row("boats", False, "Only one.", 1), Row("wrecks", False, WHY, 1)]).close()
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path / "two"))
    at = open_page("pages/numbers.py")
    assert not at.exception
    frame = next(table.value for table in at.dataframe if "first reported" in table.value)
    assert [str(day) for day in frame["first reported"]] == ["2022-03-03", "2022-03-04"]
    assert list(frame["said by"]) == ["the outlet itself", "the outlet itself"]
    assert f"<dt>boats</dt><dd>{WHY}</dd>" in html(at)
