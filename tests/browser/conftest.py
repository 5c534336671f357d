"""A real server on a small corpus and a real Chromium.

Without a Chromium these tests fail where CI=true and are skipped elsewhere, with a reason that says how to get one.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.driving import open_at

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def _chromium() -> str:
    wanted = os.environ.get("DATELINE_CHROMIUM", "")
    found = wanted if wanted and os.access(wanted, os.X_OK) else next(filter(None, map(shutil.which, NAMES)), "")
    if found:
        return found
    say = "BROWSER TESTS NOT RUN: no Chromium. Install chromium or google-chrome, or set DATELINE_CHROMIUM=/path/to/it."
    if os.environ.get("CI") == "true":
        pytest.fail(say)
    pytest.skip(say)


class Server:
    """The app on one corpus, as a visitor meets it."""

    def __init__(self, corpus: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"),
                *("--server.port", str(self.port), "--server.address", "127.0.0.1"),
            ],
            cwd=ROOT,
            env={**os.environ, "DATELINE_CORPUS": str(corpus)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait()

    def _wait(self, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            assert self._process.poll() is None, "the server stopped by itself"
            try:
                # Health only: no page is asked for, so that the first request stays the test's own.
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.1)
        raise TimeoutError("the server did not come up")

    def stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()


def _serve(corpus: Path) -> Iterator[Server]:
    server = Server(corpus)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def server(small_corpus: Path) -> Iterator[Server]:
    yield from _serve(small_corpus)


@pytest.fixture(scope="session")
def hostile_server(hostile_corpus: Path) -> Iterator[Server]:
    yield from _serve(hostile_corpus)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = _chromium()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One visitor's browser: what is downloaded once stays in its cache, as it does for a visitor."""
    opened = browser.new_context(viewport={"width": 1440, "height": 1000})
    opened.set_default_timeout(60_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    opened = context.new_page()
    yield opened
    opened.close()


@pytest.fixture
def visit(page: Page) -> Callable[[str], Page]:
    """Open an address and wait until it is drawn."""
    return lambda url: open_at(page, url)
