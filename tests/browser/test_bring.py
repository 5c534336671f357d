"""Articles all the way in: pasted, checked, corrected, kept, opened; more from files; and back to the build before."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import Server
from tests.browser.driving import QUIET, drawer, open_at, query, settle

pytestmark = pytest.mark.browser
FERRY = """Ferry talks resume in Halden

Source: Harbor Wire
Published: 2022-02-04

HALDEN — Transport Minister Clara Voss met union leaders on Thursday to discuss the ferry strike.
"We are close to an agreement," Voss said after the meeting. "But nothing is signed."
"""
DOCKS = """Dock workers <img src=x onerror=window.hacked=1> walk out

Source: Meridian Post

Dock workers in Halden walked out on Friday after talks with the port authority failed.
The union said that the strike would last until 9 February. Mayor Olaf Brandt called it "a mistake".
"""
#: The app with new corpora put elsewhere than into the repository's own ``data/built``.
ELSEWHERE = """
import sys; from pathlib import Path
sys.path.insert(0, "."); import lib.ui.corpus; lib.ui.corpus.ROOT = Path(sys.argv.pop(1))
from streamlit.web.cli import main; sys.argv[0] = "streamlit"; main()
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, small_corpus: Path) -> Path:
    """A folder of corpora with one in it that may be added to."""
    folder = tmp_path_factory.mktemp("bring") / "built"
    shutil.copytree(small_corpus, folder / "small")
    return folder


@pytest.fixture(scope="module")
def own_server(built: Path) -> Iterator[Server]:
    class Own(Server):
        def __init__(self) -> None:
            super().__init__(built / "small")

    patch = pytest.MonkeyPatch()
    run = subprocess.Popen

    def popen(command: list[str], **more: object) -> subprocess.Popen[bytes]:
        return run([sys.executable, "-c", ELSEWHERE, str(built), *command[3:]], **more)  # type: ignore[call-overload]  # passed on

    patch.setattr("tests.browser.conftest.subprocess.Popen", popen)
    try:
        server = Own()
    finally:
        patch.undo()
    yield server
    server.stop()


@pytest.fixture
def bring(own_server: Server, page: Page) -> Page:
    return open_at(page, f"{own_server.url}/bring")


def _press(page: Page, key: str) -> None:
    page.locator(f".st-key-{key} button").click()
    page.evaluate(QUIET, 200)


def _choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label, exact=True).click()
    page.get_by_role("option", name=option, exact=True).click()
    settle(page)


def _checked(page: Page) -> None:
    """Until what was read is listed."""
    page.locator(".st-key-bring-do-keep").wait_for()
    settle(page)


def _kept(page: Page) -> None:
    _press(page, "bring-do-keep")
    page.locator(".st-key-bring-after").wait_for(timeout=240_000)
    settle(page)


def test_from_pasting_to_the_new_corpus_and_back(bring: Page, own_server: Server, tmp_path: Path) -> None:
    page = bring
    _choose(page, "Add to", "A new corpus")
    page.get_by_label("Name of the new corpus").fill("Halden strike")
    page.get_by_label("The text of one article").fill(f"{FERRY}\n===\n{DOCKS}")
    _press(page, "bring-read-pasted")
    _checked(page)
    listed = page.locator(".st-key-bring-list")
    assert "2 articles understood, 2 to keep" in page.locator("h3").first.inner_text()
    assert "Dock workers <img src=x onerror=window.hacked=1> walk out" in listed.inner_text()
    assert page.evaluate("() => window.hacked") is None
    assert "day not known" in listed.inner_text()

    _press(page, "bring-open-1")
    settle(page)
    day = page.locator(".st-key-bring-day-1")
    day.get_by_role("spinbutton").first.click()
    page.keyboard.type("20220205", delay=60)
    # The day is taken when its field is left; the button beside it belongs to the field.
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.locator(".st-key-bring-article-1 .dl-bring-facts", has_text="5 Feb 2022").wait_for()
    assert "set by hand" in listed.inner_text()

    _kept(page)
    assert "2 articles kept in “Halden strike”" in page.locator("h3").first.inner_text()
    page.locator(".st-key-bring-open-corpus a").click()
    page.locator(".st-key-numbers").wait_for()
    settle(page)
    assert query(page)["corpus"] == "Halden-strike"
    assert page.locator(".st-key-number-articles").inner_text().split()[-1] == "2"
    open_at(page, f"{own_server.url}/about?corpus=Halden-strike")
    assert page.locator("h1").inner_text()

    open_at(page, f"{own_server.url}/bring?corpus=Halden-strike")
    table = tmp_path / "more.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["saying", "paper"])
        writer.writerow(
            ["The ferries of Halden sailed again on Monday. Minister Clara Voss thanked the crews.", "Bay Post"]
        )
        writer.writerow(["", "Bay Post"])
    page.get_by_role("tab", name="Files").click()
    page.locator(".st-key-bring-files input[type=file]").set_input_files(table)
    page.get_by_text("which one holds the text?").wait_for()
    settle(page)
    _choose(page, "Text", "saying")
    _choose(page, "Outlet", "paper")
    _press(page, "bring-read-files")
    _checked(page)
    assert "1 article understood" in page.locator("h3").first.inner_text()
    assert "the text is empty" in page.locator(".st-key-bring-problems").inner_text()
    _kept(page)
    assert page.locator(".st-key-number-articles-now").inner_text().split()[-1] == "3"

    _press(page, "bring-return")
    page.get_by_text("is back at its build with 2 articles").wait_for()
    settle(page)
    page.locator('[class*="st-key-bring-build-"]').nth(1).wait_for()
    builds = page.locator('[class*="st-key-bring-build-"]').all_inner_texts()
    assert ["3 articles" in builds[0], "2 articles" in builds[1]] == [True, True]
    assert "the current one" in builds[1]
    open_at(page, f"{own_server.url}/?corpus=Halden-strike")
    assert page.locator(".st-key-number-articles").inner_text().split()[-1] == "2"


def test_brought_corrected_linked_and_reported(
    bring: Page, own_server: Server, context: BrowserContext, browser: Browser, tmp_path: Path
) -> None:
    """One article all the way: in, put right, explored, seen by link in another browser, read from disk alone."""
    page = bring
    _choose(page, "Add to", "A new corpus")
    page.get_by_label("Name of the new corpus").fill("Whole way")
    page.get_by_label("The text of one article").fill(FERRY)
    _press(page, "bring-read-pasted")
    _checked(page)
    _kept(page)

    open_at(page, f"{own_server.url}/correct?corpus=Whole-way&entity=clara-voss&form=rename")
    page.get_by_label("is called").fill("Clara Voss-Brandt")
    page.get_by_label("is called").press("Tab")
    settle(page)
    page.get_by_role("button", name="Keep this correction").click()
    page.get_by_text("Kept. Every page now counts with 1 correction.").wait_for()
    settle(page)

    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=own_server.url)
    open_at(page, f"{own_server.url}/entities?corpus=Whole-way&open=mentions:entity%3Dclara-voss")
    found = drawer(page).locator("h3").first.inner_text()
    assert "Clara Voss-Brandt" in found
    page.locator(".st-key-copy-link button").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).includes('corrections=1')")
    link = page.evaluate("navigator.clipboard.readText()")

    other, alone = browser.new_context(), browser.new_context(offline=True)
    other.set_default_timeout(60_000)
    try:
        seen = open_at(other.new_page(), link)
        assert drawer(seen).locator("h3").first.inner_text() == found
        seen.locator(".st-key-ways-out").get_by_role("button", name="Cite or save").click()
        settle(seen)
        with seen.expect_download() as download:
            seen.locator(".st-key-share-report button").click()
        report = tmp_path / "report.html"
        download.value.save_as(report)
        read = alone.new_page()
        read.goto(report.as_uri())
        assert "Clara Voss-Brandt" in read.locator("body").inner_text()
        said = seen.locator("h1").inner_text()
        assert read.locator("h1").inner_text() == f"Entities: {said[:1].lower()}{said[1:]}"
    finally:
        other.close()
        alone.close()


def test_a_build_is_cancelled_and_the_preview_stays(bring: Page, built: Path) -> None:
    page = bring
    _choose(page, "Add to", "small")
    page.get_by_label("The text of one article").fill(FERRY)
    _press(page, "bring-read-pasted")
    _checked(page)
    before = (built / "small" / "CURRENT").read_text(encoding="ascii")
    _press(page, "bring-do-keep")
    page.locator(".st-key-bring-cancel button").click()
    page.get_by_text("Cancelled: nothing was changed").wait_for(timeout=90_000)
    settle(page)
    assert "1 article understood, 1 to keep" in page.locator("h3").first.inner_text()
    assert (built / "small" / "CURRENT").read_text(encoding="ascii") == before


def test_a_file_over_the_limit_is_refused_before_it_is_sent(bring: Page, tmp_path: Path) -> None:
    page = bring
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(300_000_000)
    page.get_by_role("tab", name="Files").click()
    assert "At most 100 MB a file" in page.locator(".stMain").inner_text()
    page.locator(".st-key-bring-files input[type=file]").set_input_files(huge)
    page.locator(".st-key-bring-files").get_by_text("huge.txt").wait_for()
    settle(page)
    _press(page, "bring-read-files")
    page.get_by_text("No file was chosen yet").wait_for()


@pytest.mark.parametrize(("width", "scheme"), [(420, "dark"), (1440, "light")])
def test_every_step_fits_a_narrow_screen(own_server: Server, browser: Browser, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    context.set_default_timeout(60_000)
    too_wide = "() => { const m = document.querySelector('.stMain'); return m.scrollWidth - m.clientWidth }"
    try:
        page = open_at(context.new_page(), f"{own_server.url}/bring")
        for name in ("Files", "Web address", "Paste"):
            page.get_by_role("tab", name=name).click()
            settle(page)
            assert page.evaluate(too_wide) <= 0, name
        _choose(page, "Add to", "A new corpus")
        page.get_by_label("Name of the new corpus").fill("Narrow")
        page.get_by_label("The text of one article").fill(FERRY + "x" * 300)
        _press(page, "bring-read-pasted")
        _checked(page)
        _press(page, "bring-open-0")
        settle(page)
        assert page.evaluate(too_wide) <= 0
    finally:
        context.close()


def test_hosted_copies_show_no_inputs(browser: Browser, small_corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_HOSTED", "1")
    server = Server(small_corpus)
    context = browser.new_context()
    context.set_default_timeout(60_000)
    try:
        page = open_at(context.new_page(), f"{server.url}/bring")
        said = page.locator(".stMain").inner_text()
        assert "Visitors of this hosted copy cannot add articles" in said
        assert not page.locator(".stMain :is(textarea, input[type=file])").count()
    finally:
        context.close()
        server.stop()
