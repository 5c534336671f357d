"""The container without an engine: the Dockerfile's own steps in a fresh directory, with the files it copies and no
others. Installing is replaced by a check that this environment is the one that the lock describes."""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from lib.ui.pages import PAGES

ROOT = Path(__file__).resolve().parents[1]
#: Articles of the sample that the build step is given here: one of each kind, so that it takes seconds.
ARTICLES = ("corpus.toml", "feed-dump.jsonl", "2022-01-14_bsb_false-flag.html", "lantern_a81f.txt")


def _instructions() -> list[tuple[str, str]]:
    """(instruction, arguments) of the Dockerfile, continued lines joined, comments left out."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(encoding="utf-8"), flags=re.M)
    lines = re.sub(r"\\\n\s*", " ", text).splitlines()
    return [(name, rest.strip()) for line in lines if line.strip() for name, _, rest in [line.partition(" ")]]


STEPS = _instructions()


def _all(name: str) -> list[str]:
    return [rest for step, rest in STEPS if step == name]


def _environment() -> dict[str, str]:
    """What ENV sets, on top of nothing but a path."""
    pairs = (pair.partition("=") for line in _all("ENV") for pair in shlex.split(line))
    return {"PATH": os.environ["PATH"], **{key: value for key, _, value in pairs}}


def _copied() -> list[tuple[str, str]]:
    """(source, target) of every COPY."""
    found = []
    for line in _all("COPY"):
        *sources, target = line.split()
        found += [(source, f"{target}{source}" if target.endswith("/") else target) for source in sources]
    return found


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """/app as the image has it after its COPY and RUN steps."""
    folder = tmp_path_factory.mktemp("image") / "app"
    for source, target in _copied():
        here, there = ROOT / source, folder / target
        there.parent.mkdir(parents=True, exist_ok=True)
        if here.is_dir():
            shutil.copytree(here, there, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
        else:
            shutil.copyfile(here, there)
    for path in (folder / "data/sample").iterdir():
        if path.name not in ARTICLES:
            path.unlink()
    (step,) = [run for run in _all("RUN") if "lib.build" in run]
    command = [sys.executable, *shlex.split(step)[1:]]
    done = subprocess.run(command, cwd=folder, env=_environment(), capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def running(app: Path) -> Iterator[dict[str, str]]:
    """The image's CMD on a free port; its environment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **_environment(),
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_ALLOWED_HOSTS": "news.example.org 127.0.0.1",
        "STREAMLIT_SERVER_COOKIE_SECRET": "a secret of this test alone, 32 or more",
    }
    command = [sys.executable, *json.loads(_all("CMD")[-1])[1:]]
    process = subprocess.Popen(command, cwd=app, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield environment
    finally:
        process.terminate()
        process.wait(15)


def test_the_packages_are_those_of_the_lock() -> None:
    (install,) = [run for run in _all("RUN") if "pip install" in run]
    assert "--require-hashes -r requirements.txt" in install
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pinned = [Requirement(line.rstrip(" \\")) for line in lock.splitlines() if re.match(r"[a-z0-9]", line)]
    assert len(pinned) > 50
    for one in pinned:
        if one.marker is None or one.marker.evaluate():
            assert importlib.metadata.version(one.name) in one.specifier, one.name
    assert lock.count("--hash=sha256:") >= len(pinned)
    assert not re.search(r"^--(extra-)?index-url|^-i ", lock, re.M)


def test_what_is_copied_is_let_through_to_the_builder() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_through = {line[1:] for line in lines if line.startswith("!")}
    assert "*" in lines
    assert {source for source, _ in _copied()} == let_through


def test_every_page_runs_with_the_copied_files_alone(app: Path) -> None:
    script = (
        "from streamlit.testing.v1 import AppTest\n"
        f"for page in {[page.script for page in PAGES.values()]!r}:\n"
        "    at = AppTest.from_file('app.py', default_timeout=60)\n"
        "    if page != 'app.py':\n"
        "        at.switch_page(page)\n"
        "    at.run()\n"
        "    assert not at.exception, (page, at.exception[0].value)\n"
        "    assert at.title[0].value, page\n"
        "import lib.ui.frame; print(lib.ui.frame.__file__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=app, env=_environment(), capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.strip() == str(app / "lib/ui/frame.py")


def test_a_fresh_clone_shows_the_sample_under_the_volume_of_compose(app: Path, tmp_path: Path) -> None:
    """What ``docker compose up`` mounts is empty there, and nothing can be built in it: the volume is read-only."""
    mounted = re.findall(r'^\s+- "[^"]*:(/app/[^":]+):ro"', (ROOT / "compose.yaml").read_text(encoding="utf-8"), re.M)
    assert mounted
    image = tmp_path / "app"
    shutil.copytree(app, image)
    for path in mounted:
        hidden = image / Path(path).relative_to("/app")
        shutil.rmtree(hidden, ignore_errors=True)
        hidden.mkdir(parents=True)
    script = (
        "from streamlit.testing.v1 import AppTest\n"
        "at = AppTest.from_file('app.py', default_timeout=60).run()\n"
        "assert not at.exception, at.exception[0].value\n"
        "print(at.title[0].value)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=image, env=_environment(), capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert re.match(r"What all \w+ outlets reported", done.stdout)
    assert all(not list((image / Path(path).relative_to("/app")).iterdir()) for path in mounted)


def test_its_own_health_check_says_when_it_is_up(app: Path, running: dict[str, str]) -> None:
    check = next(step for step in _all("HEALTHCHECK"))
    command = [sys.executable, *json.loads(check[check.index("[") :])[1:]]
    end = time.monotonic() + 90
    while (done := subprocess.run(command, env=running, capture_output=True, timeout=30)).returncode:
        assert time.monotonic() < end, done.stderr
        time.sleep(0.3)
    port = running["STREAMLIT_SERVER_PORT"]
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/sources", timeout=10) as answer:
        assert answer.status == 200
    assert _handshake(int(port), "news.example.org") == 101
    assert _handshake(int(port), "evil.example.test") == 403


def _handshake(port: int, host: str) -> int:
    """The status of a websocket's opening handshake that names ``host``."""
    lines = [
        "GET /_stcore/stream HTTP/1.1", f"Host: {host}", "Upgrade: websocket", "Connection: Upgrade",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13", f"Origin: http://{host}", "", "",
    ]  # fmt: skip
    with socket.create_connection(("127.0.0.1", port), timeout=15) as connection:
        connection.sendall("\r\n".join(lines).encode())
        return int(connection.recv(200).split()[1])


def test_it_runs_as_nobody_in_particular() -> None:
    names = [name for name, _ in STEPS]
    assert _all("USER") == ["dateline"]
    assert names.index("USER") > max(i for i, name in enumerate(names) if name in ("COPY", "RUN"))
    assert _environment()["DATELINE_HOSTED"] == "1"
