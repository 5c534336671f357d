"""Nothing that an article or an address says runs, loads or breaks anything."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Page, Request

from tests.browser.conftest import Server
from tests.browser.driving import charts, drawer, heading

pytestmark = pytest.mark.browser
Visit = Callable[[str], Page]


@pytest.fixture
def elsewhere(page: Page) -> list[str]:
    """Every request that left this machine's own server, filled while the test runs."""
    left: list[str] = []

    def note(request: Request) -> None:
        if urlsplit(request.url).hostname not in ("127.0.0.1", None):
            left.append(request.url)

    page.on("request", note)
    return left


@pytest.mark.parametrize(
    "path",
    [
        "/?open=mentions:entity%3Dada-marsh",
        "/entities?entity=ada-marsh",
        "/timeline",
        "/sources",
        "/article?article=0000000000000001&open=mentions:",
        "/about",
    ],
)
def test_hostile_articles_stay_text(hostile_server: Server, visit: Visit, elsewhere: list[str], path: str) -> None:
    page = visit(hostile_server.url + path)
    if path in ("/entities?entity=ada-marsh", "/timeline", "/sources"):
        charts(page, 2)
    # Tooltips of charts are HTML of Plotly's own making.
    for point in page.locator(".js-plotly-plot .point").all()[:6]:
        box = point.bounding_box()
        if box and box["y"] < 1000:
            page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=2)
            page.wait_for_timeout(60)
    assert page.evaluate("() => window.hacked") is None
    assert not page.locator('img[src*="example.test"], a[href*="example.test"]').count()
    assert not page.locator(".stException").count()
    assert elsewhere == []


def test_the_reader_shows_the_hostile_words(hostile_server: Server, visit: Visit) -> None:
    page = visit(f"{hostile_server.url}/?text={quote('![x](http')}&open=articles:")
    assert "![x](http://example.test/a.png)" in drawer(page).inner_text()
    assert "<script>window.hacked = 1</script>" in drawer(page).inner_text()


@pytest.mark.parametrize(
    "query",
    [
        "actor=%3Cscript%3Ewindow.hacked%3D1%3C%2Fscript%3E&from=never&colour=red",
        "open=mentions:entity%3D%3Cimg%20src%3Dx%20onerror%3Dwindow.hacked%3D1%3E&actor=nobody-known",
        "from=2022-02-09&to=2022-02-01&generation=../../etc&corpus=atlantis&unit=pounds&text=" + "x" * 3000,
    ],
)
def test_a_hostile_address_shows_a_notice(server: Server, visit: Visit, elsewhere: list[str], query: str) -> None:
    page = visit(f"{server.url}/sources?{query}")
    page.wait_for_selector('[data-testid="stAlert"]')
    assert page.evaluate("() => window.hacked") is None
    assert not page.locator(".stException").count()
    assert heading(page)
    assert elsewhere == []
