"""A link is the whole view: cold, in another browser, through the navigation, back, and copied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from lib.ui.pages import PAGES
from tests.browser.conftest import Server
from tests.browser.driving import click_mark, drawer, heading, open_at, query, settle, stated

pytestmark = pytest.mark.browser
Visit = Callable[[str], Page]
PATHS = {key: "/" + Path(page.script).stem if key != "overview" else "/" for key, page in PAGES.items()}
FILTERS = "actor=russia&source=harbor-wire,the-meridian-post&from=2022-01-29"
RAIL = {"actor": "russia", "source": "harbor-wire,the-meridian-post", "from": "2022-01-29"}


def _rail(page: Page) -> str:
    return " ".join(page.locator(".stSidebar").inner_text().split())


def test_a_cold_deep_link_works_on_every_page(small_corpus: Path, context: BrowserContext) -> None:
    fresh = Server(small_corpus)
    try:
        page = context.new_page()  # with its own server: the very first request is a deep link
        said = set()
        for key in ("timeline", *(k for k in PATHS if k != "timeline")):
            open_at(page, f"{fresh.url}{PATHS[key]}?{FILTERS}")
            if PAGES[key].filtered:
                said.add(heading(page))
            assert query(page) == RAIL
            kept = "Russia" if PAGES[key].filtered else "the other pages keep yours"
            assert kept in _rail(page), f"{key}: the rail does not tell of the filter"
            assert not page.locator(".stException").count()
            assert page.locator(f".st-key-nav-here-{key}").count() == 1
        assert len(said) == 1
        assert "Russia" in said.pop()
    finally:
        fresh.stop()


def test_another_browser_sees_the_same(server: Server, visit: Visit, browser: Browser) -> None:
    page = visit(f"{server.url}/entities?{FILTERS}")
    click_mark(page, "st-key-chart-entities")
    other = browser.new_context(viewport={"width": 1440, "height": 1000})
    other.set_default_timeout(60_000)
    try:
        there = open_at(other.new_page(), page.url)
        assert heading(there) == heading(page)
        assert _rail(there) == _rail(page)
        assert drawer(there).inner_text() == drawer(page).inner_text()
    finally:
        other.close()


def test_the_overview_opened_in_a_new_tab_is_the_overview(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/article?{FILTERS}")
    link = page.locator(".st-key-nav-overview a")
    link.hover()
    address = link.evaluate("link => link.href")
    assert address.startswith(f"{server.url}/?")
    assert "actor=russia" in address
    assert page.locator(".st-key-nav-claims a").evaluate("link => link.href").startswith(f"{server.url}/claims?")


def test_filters_follow_through_the_navigation(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/?{FILTERS}")
    first = heading(page)
    for key in [k for k in PATHS if k != "overview"] + ["overview"]:
        page.locator(f".st-key-nav-{key} a").click()
        page.wait_for_selector(f".st-key-nav-here-{key}")
        settle(page)
        assert query(page) == RAIL, key
        assert heading(page) == (first if PAGES[key].filtered else PAGES[key].question), key


def test_back_returns_to_the_former_view(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/entities?actor=russia")
    first = heading(page)
    page.locator(".st-key-rail-sure input").dispatch_event("click")
    page.wait_for_url("**sure=1**")
    settle(page)
    mark = click_mark(page, "st-key-chart-entities")
    page.go_back()
    page.wait_for_selector(".st-key-evidence", state="detached")
    settle(page)
    assert query(page) == {"actor": "russia", "sure": "1"}
    page.go_back()
    page.wait_for_function("() => !location.search.includes('sure')")
    settle(page)
    assert query(page) == {"actor": "russia"}
    assert heading(page) == first
    assert page.locator(".st-key-rail-sure input").is_checked() is False
    page.go_forward()
    page.go_forward()
    page.wait_for_selector(".st-key-evidence")
    settle(page)
    assert query(page) == {"actor": "russia", "sure": "1", "open": mark}
    assert page.locator(".st-key-rail-sure input").is_checked() is True


def test_back_returns_to_the_former_page(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/sources?actor=russia")
    page.locator(".st-key-nav-timeline a").click()
    page.wait_for_selector(".st-key-nav-here-timeline")
    settle(page)
    page.go_back()
    page.wait_for_selector(".st-key-nav-here-sources")
    settle(page)
    assert page.url.endswith("/sources?actor=russia")
    assert page.locator(".st-key-chart-volume").count() == 1


def test_back_from_an_article_is_one_step(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/?actor=russia")
    page.locator('[class*="st-key-article-row-"] a').first.click()
    page.wait_for_selector(".st-key-nav-here-article")
    settle(page)
    assert query(page)["article"]
    page.go_back()
    page.wait_for_selector(".st-key-nav-here-overview")
    settle(page)
    assert query(page) == {"actor": "russia"}


def test_a_copied_link_opens_the_same(server: Server, visit: Visit, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.url)
    page = visit(f"{server.url}/entities?{FILTERS}&open=mentions:entity%3Drussia")
    was = heading(page), stated(page), _rail(page)
    page.locator(".st-key-copy-link button").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).includes('generation=')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{server.url}/entities?")
    visit(copied)
    assert (heading(page), stated(page), _rail(page)) == was
    assert query(page)["corpus"] == "small"
