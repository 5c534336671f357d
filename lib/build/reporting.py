"""Progress as lines of JSON, for a program that started the build: what is done, how far, how long it will take.

    {"doing": "parsing", "unit": "articles", "done": 12, "total": 40, "fraction": 0.31, "seconds_left": 14}
    {"state": "built", "generation": "20260203T101500-1a2b3c4d", "articles": 40, "problems": 2, "words": "…"}

With ``--progress json`` stdout holds such lines and nothing else; the last one says how it ended.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from lib.build.progress import Progress
from lib.build.summary import Summary, describe

#: Stages in their order, and the share of a build's time that each begins at: as measured on the sample's 38 articles
#: (15 s), with more for parsing, whose share grows with their number. Other stages leave the fraction where it is.
BEGINS: list[tuple[str, float]] = [
    ("loading the model", 0.0), ("reading", 0.03), ("parsing", 0.07), ("inferring publication days", 0.72),
    ("sorting", 0.76), ("looking for copies", 0.78), ("completing names", 0.80), ("linking", 0.83),
    ("grouping into stories", 0.86), ("comparing accounts", 0.88), ("deriving", 0.95),
]  # fmt: skip
#: Seconds between two lines, and before the first guess at the time left.
EVERY, FIRST_GUESS = 0.2, 2.0


class JsonProgress(Progress):
    """The same stages and steps, as lines of JSON on stdout."""

    def __init__(self) -> None:
        super().__init__(quiet=True)
        self._began = self._said = time.monotonic()
        self._doing, self._unit, self._done, self._total = "", "", 0, 0
        self._from, self._to, self._fraction = 0.0, 0.0, 0.0

    def stage(self, doing: str, unit: str = "", total: int | None = None) -> None:
        self._doing, self._unit, self._done, self._total = doing, unit, 0, total or 0
        at = next((n for n, (name, _) in enumerate(BEGINS) if doing.startswith(name)), None)
        if at is not None:
            self._from = BEGINS[at][1]
            self._to = BEGINS[at + 1][1] if at + 1 < len(BEGINS) else 1.0
        self._say()

    def step(self, n: int = 1) -> None:
        self._done += n
        if time.monotonic() - self._said >= EVERY or self._done == self._total:
            self._say()

    def _say(self) -> None:
        self._said = time.monotonic()
        share = min(self._done / self._total, 1.0) if self._total else 0.0
        # Never backwards: a stage that comes twice (an article parsed again with its day) does not undo the bar.
        self._fraction = max(self._fraction, self._from + share * (self._to - self._from))
        spent = self._said - self._began
        guess = spent * (1 - self._fraction) / self._fraction if self._fraction > 0.05 else None
        emit(
            doing=self._doing, unit=self._unit, done=self._done, total=self._total or None,
            fraction=round(self._fraction, 4), seconds=round(spent, 1),
            seconds_left=round(guess, 1) if guess is not None and spent >= FIRST_GUESS else None,
        )  # fmt: skip


def emit(**line: Any) -> None:
    """One line; nothing where nobody reads any more (a build goes on when whoever started it is gone)."""
    try:
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()
    except (OSError, ValueError):
        return


def emit_built(summary: Summary) -> None:
    emit(
        state="built", generation=summary.generation, articles=summary.counts["articles"],
        sources=dict(summary.sources), problems=len(summary.problems), reused=summary.n_reused,
        seconds=round(summary.seconds, 1), words=describe(summary),
    )  # fmt: skip
