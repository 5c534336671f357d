"""Sign-in from end to end: a real OIDC exchange with a provider of our own, and the lists that follow from it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from lib.export.saved import saved
from tests.browser.conftest import ROOT
from tests.browser.driving import READY, open_at, settle
from tests.browser.identity import CLIENT, Provider

pytestmark = pytest.mark.browser
SECRETS = """
[auth]
redirect_uri = "{app}/oauth2callback"
cookie_secret = "a secret of this test alone, 32 or more"
client_id = "{client}"
client_secret = "no secret"
server_metadata_url = "{provider}/.well-known/openid-configuration"

[access]
read = ["@example.org"]
save = ["ada@example.org"]
"""


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with Provider("ada@example.org") as running:
        yield running


@pytest.fixture(scope="module")
def corpus(small_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small corpus that a test may write beside."""
    return Path(shutil.copytree(small_corpus, tmp_path_factory.mktemp("closed") / "own"))


@pytest.fixture(scope="module")
def app(provider: Provider, corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A hosted copy that only example.org may read."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    secrets = tmp_path_factory.mktemp("secrets") / "secrets.toml"
    secrets.write_text(SECRETS.format(app=url, client=CLIENT, provider=provider.url), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true", "--server.port", str(port),
         "--server.address", "127.0.0.1", "--secrets.files", str(secrets)],
        cwd=ROOT, env={**os.environ, "DATELINE_CORPUS": str(corpus), "DATELINE_HOSTED": "1"},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    end = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=2)
            break
        except OSError:
            assert process.poll() is None, "the server stopped by itself"
            assert time.monotonic() < end, "the server did not come up"
            time.sleep(0.2)
    yield url
    process.terminate()
    process.wait(15)


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    """A browser of its own: no cookie of another test."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def _sign_in(page: Page, app: str) -> None:
    page.goto(f"{app}/sources?actor=russia")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_selector(READY)


def test_who_is_on_the_list_reads_and_saves(app: str, provider: Provider, visitor: Page, corpus: Path) -> None:
    provider.email = "ada@example.org"
    visitor.goto(f"{app}/sources?actor=russia")
    visitor.get_by_text("Sign in to read here.").wait_for()
    assert not visitor.locator(".js-plotly-plot").count()
    _sign_in(visitor, app)
    visitor.get_by_text("ada@example.org").wait_for()
    open_at(visitor, f"{app}/sources?actor=russia")
    assert visitor.locator(".js-plotly-plot").count()
    visitor.get_by_role("button", name="Cite or save").click()
    visitor.locator(".st-key-save-name input").fill("Russia, by outlet")
    visitor.locator(".st-key-save-name input").press("Enter")
    settle(visitor)
    visitor.locator(".st-key-save-view button").click()
    visitor.get_by_text("Saved as “Russia, by outlet”").wait_for()
    (one,) = saved(corpus).views
    assert (one.name, one.who, one.page) == ("Russia, by outlet", "ada@example.org", "sources")


def test_who_is_on_no_list_of_savers_reads_only(app: str, provider: Provider, visitor: Page) -> None:
    provider.email = "bo@example.org"
    _sign_in(visitor, app)
    visitor.get_by_text("bo@example.org").wait_for()
    open_at(visitor, f"{app}/sources")
    visitor.get_by_role("button", name="Cite or save").click()
    visitor.get_by_text("bo@example.org may not save views").wait_for()
    assert not visitor.locator(".st-key-save-view").count()


def test_a_stranger_who_signs_in_still_reads_nothing(app: str, provider: Provider, visitor: Page) -> None:
    provider.email = "eve@example.org.evil.test"
    _sign_in(visitor, app)
    visitor.get_by_text("may not read here").wait_for()
    assert not visitor.locator(".js-plotly-plot").count()
    assert visitor.get_by_role("button", name="Sign out").count() == 1
