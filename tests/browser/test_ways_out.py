"""Out of the app and read elsewhere: a report opened from disk, files against the drawn charts, a frame, paper."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd
import pypdf
import pytest
from playwright.sync_api import Browser, Page

from lib.evidence import Mark
from lib.store.engine import Store
from lib.store.facts import total
from lib.view import View
from tests.browser.conftest import Server
from tests.browser.driving import QUIET, open_at, settle

pytestmark = pytest.mark.browser
Visit = Callable[[str], Page]
VIEW = View(actors=("russia",), sources=("harbor-wire", "the-meridian-post"))
FILTERS = "actor=russia&source=harbor-wire,the-meridian-post"
#: Numbers on the bars of a horizontal bar chart, by their mark, as the browser has them.
DRAWN_BARS = """e => Object.fromEntries(e.data.flatMap(t => t.customdata.map((mark, i) => [mark, t.x[i]])))"""


def _download(page: Page, css: str) -> bytes:
    with page.expect_download() as download:
        page.locator(f"{css} button").click()
    return Path(download.value.path()).read_bytes()


def _menu(page: Page, within: str, name: str) -> None:
    page.locator(within).get_by_role("button", name=name).click()
    settle(page)


@pytest.fixture
def sources(server: Server, visit: Visit) -> Page:
    return visit(f"{server.url}/sources?{FILTERS}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_report_opens_from_disk_without_a_network(
    sources: Page, browser: Browser, store: Store, tmp_path: Path, scheme: str
) -> None:
    _menu(sources, ".st-key-ways-out", "Cite or save")
    (tmp_path / "report.html").write_bytes(_download(sources, ".st-key-share-report"))
    drawn = sources.locator(".st-key-chart-volume .js-plotly-plot").evaluate(DRAWN_BARS)
    said = sources.locator("h1").inner_text()
    alone = browser.new_context(offline=True, color_scheme=scheme)  # type: ignore[arg-type]
    try:
        page = alone.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on(
            "request", lambda request: None if request.url.startswith(("file:", "data:")) else wrong.append(request.url)
        )
        page.goto((tmp_path / "report.html").as_uri())
        page.wait_for_function("() => [...document.querySelectorAll('.plot')].every(e => e.querySelector('.main-svg'))")
        assert page.locator("h1").inner_text() == f"Sources: {said[:1].lower()}{said[1:]}"
        plot = page.locator('.plot[data-figure="volume"]')
        assert plot.evaluate(DRAWN_BARS) == drawn
        assert page.locator(".plot").count() == sources.locator(".js-plotly-plot").count()
        # A click on a bar opens its sentences, as many as the bar says.
        bar = plot.locator(".point").first
        bar.scroll_into_view_if_needed()
        page.evaluate(QUIET, 200)
        box = bar.bounding_box()
        assert box
        page.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2, steps=3)
        page.mouse.click(box["x"] + 20, box["y"] + box["height"] / 2)
        opened = page.locator(".opened:target")
        opened.wait_for()
        mark = plot.evaluate("e => e.data[0].customdata[0]")
        assert opened.locator("blockquote").count() == total(store, VIEW, Mark.from_text(mark)) == drawn[mark]
        page.keyboard.press("Escape")
        assert not page.locator(".opened:target").count()
        background = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert background == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(18, 22, 28)")
        assert wrong == []
    finally:
        alone.close()


def test_every_file_of_a_chart_says_what_is_drawn(sources: Page) -> None:
    drawn = sources.locator(".st-key-chart-volume .js-plotly-plot").evaluate(DRAWN_BARS)
    _menu(sources, ".st-key-chart-volume", "Save or embed")
    css = '[class*="st-key-{}-volume-"]'
    frame = pd.read_csv(io.BytesIO(_download(sources, css.format("csv"))))
    assert dict(zip(frame["mark"], frame["sentences"], strict=True)) == drawn
    frame = pd.read_parquet(io.BytesIO(_download(sources, css.format("parquet"))))
    assert dict(zip(frame["mark"], frame["sentences"], strict=True)) == drawn
    rows = json.loads(_download(sources, css.format("json")))["tables"][0]["rows"]
    assert {row["mark"]: row["sentences"] for row in rows} == drawn
    book = openpyxl.load_workbook(io.BytesIO(_download(sources, css.format("xlsx"))))
    header, *lines = book["volume"].iter_rows(values_only=True)
    at, n = header.index("mark"), header.index("sentences")
    assert {line[at]: line[n] for line in lines} == drawn


def test_a_chart_as_a_picture(sources: Page) -> None:
    for form, begins in (("png", b"\x89PNG\r\n"), ("svg", b"<svg")):
        _menu(sources, ".st-key-chart-volume", "Save or embed")
        with sources.expect_download() as download:
            sources.locator(f'button[data-format="{form}"]').click()
        assert download.value.suggested_filename == f"dateline-volume.{form}"
        picture = Path(download.value.path()).read_bytes()
        assert picture.startswith(begins)
        assert len(picture) > 2_000
        sources.keyboard.press("Escape")
        settle(sources)


def test_a_picture_from_the_dark_theme_is_dark_on_white_and_says_where_it_is_from(
    server: Server, browser: Browser
) -> None:
    dark = browser.new_context(viewport={"width": 1440, "height": 1000}, color_scheme="dark")
    dark.set_default_timeout(60_000)
    try:
        page = open_at(dark.new_page(), f"{server.url}/sources?{FILTERS}")
        _menu(page, ".st-key-chart-volume", "Save or embed")
        with page.expect_download() as download:
            page.locator('button[data-format="svg"]').click()
        svg = Path(download.value.path()).read_text(encoding="utf-8")
    finally:
        dark.close()
    assert re.search(r"<svg[^>]*><rect[^>]*fill: rgb\(255, 255, 255\); fill-opacity: 1", svg)
    assert "Most in view" in svg
    assert "Dateline, corpus" in svg
    inks = {tuple(map(int, rgb)) for rgb in re.findall(r"<text[^>]*fill: rgb\((\d+), (\d+), (\d+)\)", svg)}
    # Numbers within the coloured bars are white; all else must be read on paper.
    assert inks
    assert all(max(rgb) < 110 or rgb == (255, 255, 255) for rgb in inks), inks


def test_a_chart_in_somebody_elses_page(server: Server, sources: Page, browser: Browser, tmp_path: Path) -> None:
    _menu(sources, ".st-key-chart-volume", "Save or embed")
    snippet = sources.locator('[data-testid="stPopoverBody"] code').inner_text()
    assert snippet.startswith(f'<iframe src="{server.url}/sources?')
    host = tmp_path / "paper.html"
    host.write_text(f"<!doctype html><p>A paper.</p>{snippet}", encoding="utf-8")
    other = browser.new_context(viewport={"width": 900, "height": 700})
    try:
        page = other.new_page()
        page.goto(host.as_uri())
        frame = page.frame_locator("iframe")
        frame.locator(".st-key-chart-volume .js-plotly-plot .point").first.wait_for(timeout=60_000)
        assert frame.locator(".js-plotly-plot").count() == 1
        drawn = sources.locator(".st-key-chart-volume .js-plotly-plot").evaluate(DRAWN_BARS)
        assert frame.locator(".js-plotly-plot").evaluate(DRAWN_BARS) == drawn
        seen = frame.locator("body").inner_text()
        assert "Russia" in seen
        for word in ("Timeline", "Actors", "As table", "Copy link"):
            assert word not in seen
        # All of it fits the height that the snippet gives it.
        box = frame.locator(".st-key-embedded-from").bounding_box()
        outer = page.locator("iframe").bounding_box()
        assert box
        assert outer
        assert box["y"] + box["height"] <= outer["y"] + outer["height"]
    finally:
        other.close()


def test_a_chart_that_is_not_there_is_told_in_the_frame(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/sources?embed=true&chart=nonsense")
    page.locator(".st-key-not-here").wait_for()
    # The names come one by one while the page is drawn, so the whole message is waited for, not read at one moment.
    page.wait_for_function(
        "() => ['no chart “nonsense”', 'It has: volume'].every(said => document.body.innerText.includes(said))"
    )
    assert not page.locator(".js-plotly-plot").count()


def test_a_page_on_paper(sources: Page) -> None:
    sources.emulate_media(color_scheme="dark")
    settle(sources)
    read = pypdf.PdfReader(io.BytesIO(sources.pdf(prefer_css_page_size=True)))
    assert len(read.pages) > 1
    assert [round(float(side)) for side in read.pages[0].mediabox[2:]] == [595, 842]
    text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in read.pages))
    assert sources.locator("h1").inner_text() in text
    assert "Dateline, corpus" in text
    for title in sources.locator(".stMain h3").all_inner_texts():
        assert title in text
    for word in ("Clear all filters", "Copy link", "As table", "About the data", "Words in the sentence"):
        assert word not in text


def test_a_row_of_a_file_opens_its_words_in_sight(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/timeline")
    _menu(page, ".st-key-chart-timeline", "Save or embed")
    row = pd.read_csv(io.BytesIO(_download(page, '[class*="st-key-csv-timeline-"]')), dtype=str).iloc[-1]
    page = visit(row["link"])
    here = page.locator("#dl-here")
    here.wait_for()
    assert here.inner_text() == row["happening"]
    page.wait_for_function("() => { const at = document.getElementById('dl-here').getBoundingClientRect();"
                           " return at.top > 0 && at.bottom < window.innerHeight; }")  # fmt: skip
    assert page.locator("[data-testid=stAlert]").count() == 0
    assert page.get_by_role("button", name="Download as CSV").count() == 0
