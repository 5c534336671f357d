"""One build as a child process: its steps as they come, stopped when asked; the app's other visitors are not held up.

code, end = run_build(command_of(corpus), progress=print, cancel=lambda: False)       # 0, {"state": "built", …}
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from lib.bring.inputs import folder_of
from lib.read.limits import DEFAULT, MEGABYTE

ROOT = Path(__file__).resolve().parents[2]
#: Seconds between two looks at whether to stop; that a build has to end by itself when it is stopped.
EVERY, TO_END = 0.1, 20.0


@dataclass(frozen=True, slots=True)
class Step:
    """How far a build is. ``fraction`` is 0 to 1 of the whole; ``seconds_left`` is None until it can be guessed."""

    doing: str
    fraction: float
    seconds_left: float | None
    done: int = 0
    total: int | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """How keeping ended. ``state``: 'built', 'stopped', 'refused' (a build is running), 'failed' or 'nothing'."""

    state: str
    words: str
    #: The generation that is current now, and the one that was before; empty where there was none.
    generation: str = ""
    before: str = ""
    n_kept: int = 0
    n_left_out: int = 0
    #: Articles of the corpus now.
    n_articles: int = 0
    n_problems: int = 0
    sources: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_built(self) -> bool:
        return self.state == "built"


def command_of(corpus: Path) -> list[str]:
    """The command that builds a corpus from its own inputs."""
    folder = folder_of(corpus)
    biggest = max((path.stat().st_size for path in folder.iterdir() if path.is_file()), default=0)
    limit = max(DEFAULT.file_bytes, biggest) // MEGABYTE + 1
    return [
        sys.executable, "-m", "lib.build", str(folder.resolve()), "--into", str(corpus.resolve()),
        "--progress", "json", "--limit-mb", str(limit),
    ]  # fmt: skip


def run_build(
    command: list[str], progress: Callable[[Step], None], cancel: Callable[[], bool]
) -> tuple[int, dict[str, object]]:
    """Exit code, and the build's last line: its state, words and numbers."""
    child = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, encoding="utf-8", errors="replace",
    )  # fmt: skip
    coming: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    said: list[str] = []
    threads = [
        threading.Thread(target=_pass_on, args=(child.stdout, coming.put), daemon=True),
        threading.Thread(target=_pass_on, args=(child.stderr, lambda line: said.append(line or "")), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        end = _follow(child, coming, progress, cancel)
    finally:
        if child.poll() is None:
            _stop(child)
    for thread in threads:
        thread.join(timeout=5)
    words = "".join(said)[-2000:].strip()
    return child.returncode, end or {"state": "stopped" if child.returncode < 0 else "failed", "words": words}


def _follow(
    child: subprocess.Popen[str],
    coming: queue.SimpleQueue[str | None],
    progress: Callable[[Step], None],
    cancel: Callable[[], bool],
) -> dict[str, object]:
    end: dict[str, object] = {}
    stopping = False
    while True:
        if not stopping and cancel():
            stopping = True
            threading.Thread(target=_stop, args=(child,), daemon=True).start()
        try:
            line = coming.get(timeout=EVERY)
        except queue.Empty:
            continue
        if line is None:
            child.wait(timeout=2 * TO_END)
            return end
        try:
            read = json.loads(line)
        except ValueError:
            continue  # a library's own words on stdout
        if "state" in read:
            end = read
        elif "doing" in read:
            progress(_step(read))


def _step(read: Mapping[str, object]) -> Step:
    left, total = read.get("seconds_left"), read.get("total")
    return Step(
        doing=str(read["doing"]), fraction=float(str(read.get("fraction") or 0)),
        seconds_left=float(str(left)) if left is not None else None,
        done=int(str(read.get("done") or 0)), total=int(str(total)) if total else None,
        unit=str(read.get("unit") or ""),
    )  # fmt: skip


def _pass_on(stream: IO[str] | None, put: Callable[[str | None], None]) -> None:
    """Lines of a pipe as they come, then None."""
    if stream is not None:
        with stream:
            for line in stream:
                put(line)
    put(None)


def _stop(child: subprocess.Popen[str]) -> None:
    """Ask a build to end, which leaves the last good one; make it end where it does not."""
    child.terminate()
    try:
        child.wait(timeout=TO_END)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
