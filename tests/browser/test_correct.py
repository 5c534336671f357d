"""A visitor corrects: from the entity's page to the form, the effect, the kept correction, the charts, and back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page

from lib.corrections import read
from lib.evidence import Mark
from lib.generation import current
from lib.store.corrected import corrected
from lib.store.engine import Store
from lib.store.facts import total
from lib.view import View
from tests.browser.conftest import Server
from tests.browser.driving import open_at, query, settle, stated

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def corpus(small_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    mine = tmp_path_factory.mktemp("corrected") / "small"
    shutil.copytree(small_corpus, mine)
    return mine


@pytest.fixture(scope="module")
def desk(corpus: Path) -> Iterator[Server]:
    server = Server(corpus)
    yield server
    server.stop()


def _choose(page: Page, label: str, name: str) -> None:
    box = page.locator(".st-key-correct-form .stSelectbox", has_text=label).locator("input")
    box.click()
    box.fill(name)
    page.locator('[role="option"]').first.click()
    settle(page)


def _mentions(corpus: Path, entity: str) -> int:
    folder = current(corpus)
    with closing(Store.open(folder, corrected(folder, read(corpus).standing()))) as store:
        return total(store, View(), Mark("mentions", (("entity", entity),)))


def test_a_merge_from_the_entity_to_the_charts_and_back(desk: Server, corpus: Path, page: Page) -> None:
    russia, ukraine = _mentions(corpus, "russia"), _mentions(corpus, "ukraine")
    mark = "open=mentions:entity%3Drussia"
    open_at(page, f"{desk.url}/entities?entity=ukraine")
    page.get_by_role("link", name="Correct this: it is the same as another").click()
    page.wait_for_selector(".st-key-correct-form")
    settle(page)
    assert query(page) == {"entity": "ukraine", "form": "merge"}
    _choose(page, "is the same as", "Russia")
    page.wait_for_selector(".st-key-correct-form .stDataFrame canvas")
    assert read(corpus).lines == ()

    page.get_by_label("Why (kept with the correction)").fill("One, for this test.")
    page.get_by_label("Your name").fill("Ada")
    page.get_by_label("Your name").press("Tab")
    settle(page)
    page.get_by_role("button", name="Keep this correction").click()
    page.get_by_text("Kept. Every page now counts with 1 correction.").wait_for()
    settle(page)
    (kept,) = read(corpus).standing()
    assert (kept.why, kept.who) == ("One, for this test.", "Ada")
    assert query(page) == {"entity": "russia"}

    open_at(page, f"{desk.url}/entities?{mark}")
    assert stated(page) == russia + ukraine == _mentions(corpus, "russia")
    shared = open_at(page, f"{desk.url}/entities?{mark}&corrections=0")
    assert stated(shared) == russia
    shared.get_by_role("button", name="Look with them").click()
    page.wait_for_function("() => !location.search.includes('corrections')")

    open_at(page, f"{desk.url}/correct")
    page.get_by_text("Ukraine is the same as Russia.").wait_for()
    page.get_by_role("button", name="Undo", exact=True).click()
    page.get_by_label("Why (kept in the file)").fill("Two after all.")
    page.get_by_label("Why (kept in the file)").press("Tab")
    settle(page)
    page.get_by_role("button", name="Undo this correction").click()
    page.get_by_text("Undone. Every page counts without it again").wait_for()
    open_at(page, f"{desk.url}/entities?{mark}")
    assert stated(page) == russia
