"""What the timeline lists as dated differently is in view, and its button opens as many dates."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ask.told import Date, dates
from tests.ui.driving import html, open_page, passages

DAYS = {"Ash Post": 3, "Birch Echo": 5, "Cove Mail": 8}


@pytest.fixture(autouse=True)
def _corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    days = {source: dt.date(2022, 3, n) for source, n in DAYS.items()}
    dates(tmp_path, [Date(source, f"on {day.day} March", day, day) for source, day in days.items()]).close()
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path))


def _listed(at: AppTest) -> list[str]:
    return re.findall(r'dl-difference">.*?<span>(.*?)</span>', html(at))


@pytest.mark.parametrize("sources", [("Ash Post", "Birch Echo", "Cove Mail"), ("Ash Post", "Cove Mail")])
def test_the_outlets_listed_are_those_in_view_and_are_opened(sources: tuple[str, ...]) -> None:
    at = open_page("pages/timeline.py", source=",".join(name.lower().replace(" ", "-") for name in sources))
    assert not at.exception
    assert _listed(at) == list(sources)
    (button,) = [b for b in at.button if str(b.key).startswith("conflict-open")]
    assert button.label == f"{len(sources)} sentences"
    opened = passages(button.click().run())
    assert len(opened) == len(sources)
    assert all(f"<mark>on {DAYS[source]} March</mark>" in "".join(opened) for source in sources)


def test_one_outlet_is_dated_differently_from_nobody() -> None:
    at = open_page("pages/timeline.py", source="ash-post")
    assert not at.exception
    assert "Dated differently" not in [s.value for s in at.subheader]
    assert not _listed(at)


def test_of_many_the_page_lists_some_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lib.ask.conflicts.MOST", 0)
    at = open_page("pages/timeline.py")
    assert any("The 0 of 1 statements that have most dates." in c.value for c in at.caption)
