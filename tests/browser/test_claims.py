"""The claims page: a link to a statement leads to it, and shapes have room on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from lib.ask.claims import claims
from lib.store.engine import Store
from lib.view import View
from tests.browser.conftest import Server
from tests.browser.driving import open_at, settle

pytestmark = pytest.mark.browser
Visit = Callable[[str], Page]
FROM_TOP = "document.querySelector('.st-key-part-statement').getBoundingClientRect().top"
SCROLLED = "document.querySelector('.stMain').scrollTop"
#: Pairs of shapes whose boxes overlap by more than their outlines.
OVERLAPS = """() => {
    const boxes = [...document.querySelectorAll('.st-key-chart-agreement .point')].map(e => e.getBoundingClientRect());
    return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3)).length;
}"""


@pytest.fixture(scope="module")
def many_server(many_corpus: Path) -> Iterator[Server]:
    server = Server(many_corpus)
    yield server
    server.stop()


def test_a_link_to_a_statement_leads_to_it_and_the_visitor_may_leave_it(
    server: Server, visit: Visit, store: Store
) -> None:
    page = visit(server.url + "/claims")
    assert page.evaluate(SCROLLED) == 0  # no statement was asked for
    asked = list(claims(store, View()).choices)[-1]
    page = visit(f"{server.url}/claims?claim={asked}")
    page.wait_for_function(f"() => {FROM_TOP} > 0 && {FROM_TOP} < 200")
    page.mouse.move(800, 500)
    page.mouse.wheel(0, -5000)
    page.wait_for_function(f"() => {SCROLLED} === 0")
    page.wait_for_timeout(1000)
    assert page.evaluate(SCROLLED) == 0
    page.get_by_role("link", name="Numbers", exact=True).click()
    page.wait_for_url("**/numbers*")
    settle(page)
    page.get_by_role("link", name="Claims", exact=True).click()
    page.wait_for_selector(".st-key-part-statement")
    page.wait_for_function(f"() => {FROM_TOP} > 0 && {FROM_TOP} < 200")


@pytest.mark.parametrize("width", [390, 1440])
def test_shapes_of_many_outlets_stand_apart(many_server: Server, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_at(page, many_server.url + "/claims")
    assert page.locator(".st-key-chart-agreement .point").count() > 20
    assert page.evaluate(OVERLAPS) == 0
    assert (
        page.evaluate("() => { const m = document.querySelector('.stMain'); return m.scrollWidth - m.clientWidth }")
        <= 0
    )
