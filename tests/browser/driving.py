"""What a visitor does: open an address, wait, click a mark, read the evidence."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, TimeoutError

READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
#: Nothing is still being loaded, and every chart whose figure has been asked for is also drawn.
DRAWN = """() => !document.querySelector('[data-testid="stSkeleton"]') &&
    [...document.querySelectorAll('.stPlotlyChart')].every(e => e.querySelector('.js-plotly-plot .main-svg'))"""
#: Resolves once nothing in the document has changed for a while: React and Plotly have come to rest.
QUIET = """ms => new Promise(rest => {
    let timer = setTimeout(done, ms), latest = setTimeout(done, 20 * ms);
    const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, ms); });
    watch.observe(document.body, {subtree: true, childList: true, attributes: true});
    function done() { clearTimeout(timer); clearTimeout(latest); watch.disconnect(); rest(); }
})"""
OPENED = "mark => new URLSearchParams(location.search).get('open') === mark"
WITH_MARKS = '[class*="st-key-chart-"]:has(.js-plotly-plot .point)'
#: The mark that a drawn point carries, read from the element's own data.
MARK = """e => e.closest('.js-plotly-plot')
    .data[e.closest('.trace').__data__[0].trace.index].customdata[e.__data__.i]"""


def settle(page: Page) -> None:
    """Wait until the script has run and what it sent is drawn."""
    page.wait_for_selector(READY)
    page.wait_for_function(DRAWN)
    page.evaluate(QUIET, 350)
    # A rerun may have started meanwhile.
    page.wait_for_selector(READY)
    page.wait_for_function(DRAWN)


def open_at(page: Page, url: str) -> Page:
    page.goto(url)
    page.wait_for_selector(".st-key-navigation")
    settle(page)
    return page


def query(page: Page) -> dict[str, str]:
    """The parameters in the address bar."""
    return {key: values[-1] for key, values in parse_qs(urlsplit(page.url).query).items()}


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def charts(page: Page, least: int) -> list[str]:
    """Keys of the charts on the page that have marks to click, once there are ``least`` of them."""
    page.wait_for_function("([css, n]) => document.querySelectorAll(css).length >= n", arg=[WITH_MARKS, least])
    settle(page)
    keys: list[str] = page.eval_on_selector_all(
        WITH_MARKS, "all => all.map(e => [...e.classList].find(c => c.startsWith('st-key-chart-')))"
    )
    return keys


def click_mark(page: Page, chart: str, which: int = 0) -> str:
    """Click the middle of a chart's mark by coordinates (Plotly's drag layer takes the click); return its mark."""
    point = page.locator(f".{chart} .js-plotly-plot .point").nth(which)
    # Out from under the header and whatever else is fixed.
    point.evaluate("e => e.scrollIntoView({block: 'center'})")
    page.evaluate(QUIET, 150)
    mark: str = point.evaluate(MARK)
    _click(page, chart, point)
    try:
        page.wait_for_function(OPENED, arg=mark, timeout=8_000)
    except TimeoutError:
        # On a busy machine a redraw may swallow a click, a visitor's too; a chart that takes none fails all the same.
        settle(page)
        _click(page, chart, point)
        page.wait_for_function(OPENED, arg=mark)
    page.wait_for_selector(".st-key-evidence")
    settle(page)
    return mark


def _click(page: Page, chart: str, point: Locator) -> None:
    box = point.bounding_box()
    assert box, f"{chart} has no mark on the page"
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y, steps=3)
    page.wait_for_selector(f".{chart} .hoverlayer .hovertext", state="attached")
    page.mouse.click(x, y)


def drawer(page: Page) -> Locator:
    return page.locator(".st-key-evidence")


def stated(page: Page) -> int:
    """The number that the evidence panel's heading states."""
    found = re.match(r"[\d,]+", drawer(page).locator("h3").first.inner_text())
    assert found, drawer(page).inner_text()
    return int(found.group().replace(",", ""))


def marks_by_passage(page: Page) -> list[int]:
    """For each passage shown: how many spans are marked in it."""
    found: list[int] = (
        drawer(page).locator(".dl-passage").evaluate_all("all => all.map(e => e.querySelectorAll('mark').length)")
    )
    return found
