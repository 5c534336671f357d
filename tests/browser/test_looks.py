"""Narrow and wide, light and dark, and without a mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from lib.store.engine import Store
from lib.store.facts import total
from lib.view import View
from tests.browser.conftest import Server
from tests.browser.driving import charts, marks_by_passage, open_at, query, settle, stated

pytestmark = pytest.mark.browser
Visit = Callable[[str], Page]
PATHS = (
    "/", "/claims", "/numbers", "/entities", "/timeline", "/sources", "/wording", "/article?article=0000000000000001",
    "/bring", "/correct", "/about", "/quality",
)  # fmt: skip
#: Pixels by which the document, or the section that Streamlit scrolls inside of it, is wider than the window.
TOO_WIDE = """() => Math.max(...[document.documentElement, document.querySelector('.stMain')]
    .map(e => e.scrollWidth - e.clientWidth))"""
#: Relative luminance of a colour that the browser computed: 'rgb(18, 22, 28)'.
LUMINANCE = """e => { const [r, g, b] = getComputedStyle(e).backgroundColor.match(/[\\d.]+/g).map(Number);
    return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255; }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_every_page_without_sideways_scrolling(server: Server, browser: Browser, scheme: str) -> None:
    phone = browser.new_context(viewport={"width": 390, "height": 860}, color_scheme=scheme)  # type: ignore[arg-type]
    phone.set_default_timeout(60_000)
    try:
        page = phone.new_page()
        for path in PATHS if scheme == "light" else PATHS[:1]:
            open_at(page, server.url + path)
            assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0, path
            # Streamlit scrolls inside of its own section, not the document.
            assert (
                page.evaluate(
                    "() => { const m = document.querySelector('.stMain'); return m.scrollWidth - m.clientWidth }"
                )
                <= 0
            ), path
        open_at(page, server.url + "/?open=mentions:entity%3Drussia")
        assert page.evaluate(TOO_WIDE) <= 0
        assert page.locator(".st-key-evidence").is_visible()
    finally:
        phone.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_follow_the_colour_scheme(server: Server, browser: Browser, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, color_scheme=scheme)  # type: ignore[arg-type]
    context.set_default_timeout(60_000)
    try:
        page = open_at(context.new_page(), server.url + "/?open=mentions:entity%3Drussia")
        for place in (".stApp", ".st-key-evidence"):
            light = page.locator(place).evaluate(LUMINANCE)
            assert light > 0.8 if scheme == "light" else light < 0.2, place
    finally:
        context.close()


def test_the_keyboard_alone_opens_evidence(server: Server, visit: Visit, store: Store) -> None:
    page = visit(server.url + "/timeline?actor=russia")
    charts(page, 2)
    button = page.locator(".st-key-chart-reported").get_by_role("button", name="As table")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector('[data-testid="stPopoverBody"] [data-testid="data-grid-canvas"]')
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.dataset.testid === 'data-grid-canvas'"):
            break
    else:
        pytest.fail("the table cannot be reached with Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    page.wait_for_function("() => location.search.includes('open=')")
    page.wait_for_selector(".st-key-evidence")
    settle(page)
    view = View.from_query(query(page))
    assert view.mark
    assert stated(page) == total(store, view, view.mark) == len(marks_by_passage(page)) > 0


def test_every_chart_has_an_accessible_name(server: Server, visit: Visit) -> None:
    page = visit(server.url + "/sources")
    charts(page, 5)
    names = page.locator(".stPlotlyChart").evaluate_all("all => all.map(e => e.getAttribute('aria-label'))")
    assert names
    assert all(names)


def test_links_to_the_parts_of_a_page_bring_them_into_sight(server: Server, visit: Visit) -> None:
    page = visit(server.url + "/claims")
    charts(page, 1)
    address = page.url
    link = page.locator(".st-key-contents").get_by_role("link", name="sentences")
    link.focus()
    page.keyboard.press("Enter")
    part = page.locator(".st-key-part-sentences")
    page.wait_for_function(
        "() => { const box = document.querySelector('.st-key-part-sentences').getBoundingClientRect();"
        " return box.top >= 0 && box.top < innerHeight / 2; }"
    )
    assert part.evaluate("e => e === document.activeElement")
    assert page.locator(".st-key-contents").bounding_box()["y"] >= 0  # type: ignore[index]  # it is drawn
    assert page.url == address


def test_a_phone_keeps_the_statements_beside_their_squares(server: Server, browser: Browser) -> None:
    phone = browser.new_context(viewport={"width": 390, "height": 860})
    phone.set_default_timeout(60_000)
    try:
        page = open_at(phone.new_page(), server.url + "/claims")
        charts(page, 1)
        frame = page.locator('[class*="st-key-figure-wide-"][class*="-agreement"]')
        label = frame.locator(".ytick text").first
        before = label.bounding_box()
        assert frame.evaluate("e => e.scrollWidth > e.clientWidth")
        frame.evaluate("e => { e.scrollLeft = 150; }")
        page.wait_for_timeout(300)
        assert frame.evaluate("e => e.scrollLeft") == 150
        after = label.bounding_box()
        assert before
        assert after
        assert abs(before["x"] - after["x"]) < 2
    finally:
        phone.close()
