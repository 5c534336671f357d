"""A click on a mark opens as many sentences as the mark's number says, and the address says which."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from lib.ask.opened import PAGE
from lib.evidence import Mark
from lib.store.engine import Store
from lib.store.facts import total
from lib.view import View
from tests.browser.conftest import Server
from tests.browser.driving import charts, click_mark, drawer, marks_by_passage, query, settle, stated

pytestmark = pytest.mark.browser
Visit = Callable[[str], Page]


def _check_drawer(page: Page, store: Store) -> int:
    view = View.from_query(query(page))
    assert view.mark
    n = stated(page)
    assert n == total(store, view, view.mark)
    assert marks_by_passage(page) == [1] * min(n, PAGE)
    return n


@pytest.mark.parametrize(
    ("path", "least"),
    [
        ("/", 2),
        ("/entities", 3),
        ("/timeline", 2),
        ("/timeline?status=planned&actor=russia", 2),
        ("/sources", 5),
        ("/wording", 4),
    ],
)
def test_a_mark_of_every_chart_opens_its_evidence(
    server: Server, visit: Visit, store: Store, path: str, least: int
) -> None:
    page = visit(server.url + path)
    for key in charts(page, least):
        mark = click_mark(page, key)
        assert query(page)["open"] == mark
        assert _check_drawer(page, store) == total(store, View.from_query(query(page)), Mark.from_text(mark))


def test_a_square_of_a_claim_opens_its_sentences_and_the_claim(server: Server, visit: Visit, store: Store) -> None:
    page = visit(server.url + "/claims")
    assert "st-key-chart-agreement" in charts(page, 1)
    mark = click_mark(page, "st-key-chart-agreement", 4)
    assert _check_drawer(page, store) == total(store, View.from_query(query(page)), Mark.from_text(mark))
    claim = Mark.from_text(mark).value("claim")
    gist = store.one("select gist from claims where claim_id = ?", [claim])
    assert page.locator(".st-key-set-claim input").input_value() == gist


def test_numbers_stand_on_one_scale_for_each_thing(server: Server, visit: Visit) -> None:
    page = visit(server.url + "/numbers")
    assert all(key.startswith("st-key-chart-ledger-") for key in charts(page, 2))


def test_the_evidence_closes_and_the_mark_leaves_the_address(server: Server, visit: Visit) -> None:
    page = visit(server.url + "/?open=mentions:entity%3Drussia&actor=russia")
    drawer(page).locator(".st-key-evidence-close button").click()
    page.wait_for_selector(".st-key-evidence", state="detached")
    settle(page)
    assert query(page) == {"actor": "russia"}


def test_evidence_over_several_pages_adds_up(server: Server, visit: Visit, store: Store) -> None:
    page = visit(server.url + "/")
    page.locator(".st-key-numbers button", has_text=f"{total(store, View(), Mark('mentions')):,}").first.click()
    page.wait_for_selector(".st-key-evidence")
    settle(page)
    n = _check_drawer(page, store)
    assert n > PAGE
    seen = 0
    for number in range(1, -(-n // PAGE) + 1):
        if number > 1:
            drawer(page).get_by_role("button", name=f"Page {number}", exact=True).click()
            page.wait_for_selector(f'.st-key-evidence [aria-current="page"][aria-label="Page {number}"]')
            page.wait_for_timeout(300)
            settle(page)
        seen += len(marks_by_passage(page))
    assert seen == n


def test_the_reader_highlights_what_the_evidence_counts(server: Server, visit: Visit) -> None:
    which = "open=mentions:entity%3Drussia,source%3Dharbor-wire"
    page = visit(server.url + "/about?" + which)
    n, seen = stated(page), 0
    keys: set[str] = set(
        drawer(page)
        .locator("a")
        .evaluate_all("all => all.map(e => new URL(e.href).searchParams.get('article')).filter(Boolean)")
    )
    assert keys
    for key in sorted(keys):
        visit(f"{server.url}/article?article={key}&{which}")
        seen += page.locator(".dl-article mark[data-span]").count()
    assert seen == n
