"""Time from ``streamlit run`` to a page: the server's health, then the first and second run of the first page.

Where Playwright and a Chromium are at hand (``DATELINE_CHROMIUM``), also to the first chart on the screen.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

_RUN = """
import sys, time
from streamlit.testing.v1 import AppTest
start = time.perf_counter()
page = AppTest.from_file(sys.argv[1], default_timeout=600).run()
first = time.perf_counter() - start
page.run()
print(len(page.exception), first, time.perf_counter() - start - first)
"""


def measure_start(root: Path, corpus: Path) -> list[tuple[str, str]]:
    """Rows of (what, seconds)."""
    environment = {**os.environ, "DATELINE_CORPUS": str(corpus)}
    rows = []
    start = time.perf_counter()
    server, url = _serve(root, environment)
    try:
        rows.append(("command to a healthy server", f"{time.perf_counter() - start:.1f}"))
        drawn = _first_chart(url)
        if drawn is not None:
            rows.append(("… then cold visit to the first chart, in Chromium", f"{drawn:.1f}"))
    finally:
        server.terminate()
        server.wait()
    command = [sys.executable, "-c", _RUN, str(root / "app.py")]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    failed, first, second = (done.stdout.split() or ["no output", "", ""])[-3:]
    if failed == "0":
        rows.append(("first run of the overview's script, imports included", f"{float(first):.1f}"))
        rows.append(("second run of it", f"{float(second):.2f}"))
    else:
        rows.append(("first run of the overview's script", f"failed: {done.stderr[-200:]}"))
    return rows


def _serve(root: Path, environment: dict[str, str]) -> tuple[subprocess.Popen[bytes], str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    command += ["--server.port", str(port), "--server.address", "127.0.0.1"]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, cwd=root, env=environment, stdout=quiet, stderr=quiet)
    url = f"http://127.0.0.1:{port}"
    end = time.monotonic() + 120
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return server, url
        except OSError:
            time.sleep(0.05)
    server.kill()
    raise TimeoutError("the server did not come up within two minutes")


def _first_chart(url: str) -> float | None:
    """Seconds from opening the address to a drawn chart; None without Playwright or Chromium."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    path = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        return None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        page = browser.new_page()
        start = time.perf_counter()
        page.goto(url)
        page.wait_for_selector(".js-plotly-plot .point", timeout=120_000, state="attached")
        taken = time.perf_counter() - start
        browser.close()
    return taken
