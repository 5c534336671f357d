"""The page 'Add articles' without a browser: paste, drop, click, wait, and an engine that loads no model."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib import bring
from lib.bring import Preview, Step, Summary
from lib.ui.bring.state import Bringing
from lib.ui.bring.target import NEW
from tests.ui.driving import open_page

PAGE = "pages/bring.py"
FERRY = """Ferry talks resume in Halden

Source: Harbor Wire
Published: 2022-02-04

HALDEN — Minister Clara Voss met union leaders on Thursday to discuss the ferry strike.
"We are close to an agreement," Voss said after the meeting.

Read more: Ten things to know about ferries
"""
DOCKS = """Dock workers <img src=x onerror=window.hacked=1> walk out

Source: Meridian Post

Dock workers in Halden walked out on Friday after talks with the port authority failed.
"""
HALL = "text,source\n" + "".join(f'"The talks of day {n} went on in the city hall.",Paper {n % 3}\n' for n in range(25))


def state_of(at: AppTest) -> Bringing:
    found: Bringing = at.session_state["bring"]
    return found


def wait(at: AppTest) -> AppTest:
    """Until the work under way is done and drawn."""
    end = time.monotonic() + 60
    while (state := state_of(at)).reading or state.keeping:
        assert time.monotonic() < end
        time.sleep(0.05)
        at.run()
    assert not at.exception
    return at


def click(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click().run()
    assert not at.exception
    return at


def read(text: str, name: str = "Grain talks") -> AppTest:
    at = open_page(PAGE, corpus="small")
    at.selectbox(key="bring-choice").set_value(NEW).run()
    at.text_input(key="bring-name").set_value(name)
    at.text_area(key="bring-words").set_value(text)
    return wait(click(at, "bring-read-pasted"))


def words(at: AppTest) -> str:
    """Everything that is said in text on the page."""
    found = [*at.text, *at.caption, *at.warning, *at.subheader, *at.success]
    return "\n".join(element.value for element in found).replace("\\", "")


def drop(*files: tuple[str, bytes]) -> AppTest:
    """The page with files in the browser's box and a new corpus named."""
    at = open_page(PAGE, corpus="small")
    at.selectbox(key="bring-choice").set_value(NEW).run()
    at.text_input(key="bring-name").set_value("From files")
    at.file_uploader(key="bring-files").set_value([(name, data, "") for name, data in files]).run()
    assert not at.exception
    return at


def keeping(
    monkeypatch: pytest.MonkeyPatch, answer: Callable[[Path], Summary], copies: list[Path | None] | None = None
) -> list[Path]:
    """The engine's ``keep`` replaced: no model is loaded. The corpora that were built; ``copies`` gets what of."""
    asked: list[Path] = []

    def keep(
        preview: Preview,
        corpus: Path,
        progress: Callable[[Step], None],
        cancel: object,
        *,
        title: str,
        copy_of: Path | None,
    ) -> Summary:
        asked.append(corpus)
        if copies is not None:
            copies.append(copy_of)
        progress(Step("parsing", 0.5, 3.0, 1, 2, "articles"))
        return answer(corpus)

    monkeypatch.setattr(bring, "keep", keep)
    return asked
