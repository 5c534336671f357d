"""How comparing grows: time and memory of stories, claims and ledger on 1,000 and on 10,000 articles.

    measure_comparing(((1000, 20), (10_000, 200)))      # rows of (what, value)

Each size runs in a process of its own, so that its peak of memory is its own. Sentence vectors are made of words at
random directions, which costs next to nothing; what MiniLM costs is a row of its own, because it is paid once a
sentence.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from lib.bench.coverage import cover
from lib.bench.memory import peak
from lib.build.linking import Sorted
from lib.build.progress import Progress
from lib.build.relating import relate_all, story_articles
from lib.relate.encoder import WIDTH, Encoder, unit
from lib.relate.stories import find_stories
from lib.relate.vectors import why_no_vectors

SIZES = ((1_000, 20), (10_000, 200))
ONE_STORY = (2, 500)
_ENCODED = 1_000
_VECTORS = "vectors"


class _Directions:
    """A sentence's vector is the sum of its words' random directions: near where words are shared, and free."""

    digest = "random directions"

    def __init__(self) -> None:
        self._known: dict[str, NDArray[np.float32]] = {}

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        found = np.zeros((len(texts), WIDTH), np.float32)
        for row, text in zip(found, texts, strict=True):
            for word in text.split():
                if word not in self._known:
                    seed = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")
                    self._known[word] = np.random.default_rng(seed).standard_normal(WIDTH).astype(np.float32)
                row += self._known[word]
        return unit(found)


_NAMES = {
    "stories": "finding the stories",
    "comparing": "stories, claims and ledger",
    "encoding": "the same with MiniLM's vectors, encoded and kept",
}


def measure_comparing(sizes: Sequence[tuple[int, int]] = SIZES) -> list[tuple[str, str]]:
    """Rows of (what, value), with how cost grows from the first size to the last."""
    rows: list[tuple[str, str]] = []
    seconds: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as place:
        for n_articles, n_stories in sizes:
            folder = Path(place) / str(n_articles)
            cover(folder, n_articles, n_stories)
            about = f"{n_articles:,} articles in {n_stories} stories"
            # The model's own vectors cost minutes: only at the first size.
            for what in ("stories", "comparing", *(("encoding",) if n_articles == sizes[0][0] else ())):
                figures = _apart(what, folder)
                seconds.setdefault(what, []).append(figures["seconds"])
                name = _NAMES[what]
                found = ", ".join(f"{v:,.0f} {k}" for k, v in figures.items() if k not in ("seconds", "megabytes"))
                value = f"{figures['seconds']:.1f} s, peak {figures['megabytes']:,.0f} MB ({found})"
                rows.append((f"{about}: {name}", value))
    if len(sizes) > 1:
        times = sizes[-1][0] / sizes[0][0]
        for what, taken in seconds.items():
            if len(taken) < 2:
                continue
            rows.append((f"{what}: growth in time ÷ growth in articles", f"{taken[-1] / taken[0] / times:.2f}"))
    return [*rows, *_stories_of_sizes(), _encoding()]


def _stories_of_sizes() -> list[tuple[str, str]]:
    """One story of 500 articles beside one of 2."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as place:
        for n in ONE_STORY:
            cover(Path(place) / str(n), n, 1)
            figures = _apart("comparing", Path(place) / str(n))
            value = f"{figures['seconds']:.2f} s, peak {figures['megabytes']:,.0f} MB ({figures['claims']:,.0f} claims)"
            rows.append((f"one story of {n} articles: stories, claims and ledger", value))
    return rows


def _apart(what: str, folder: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "lib.bench.comparing", what, str(folder)],
        capture_output=True, text=True, check=False,
        env={"OPENBLAS_NUM_THREADS": "1", **os.environ},  # as ``python -m lib.build`` sets it
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"measuring {what} failed: {done.stderr[-500:]}")
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _encoding() -> tuple[str, str]:
    if missing := why_no_vectors():
        return "encoding", missing
    texts = [
        f"The council of town {n} voted on Monday to close its bridge{' after days of rain' * (n % 4)}."
        for n in range(_ENCODED)
    ]
    encoder = Encoder()
    encoder.encode(texts[:32])
    start = time.process_time()
    encoder.encode(texts)
    return "encoding, new sentences a CPU second", f"{_ENCODED / (time.process_time() - start):.0f}"


def main() -> None:
    """One measurement, as JSON on the last line."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    articles = pq.read_table(folder / "linked" / "articles.parquet", columns=["article_id"])
    order = tuple(map(str, articles["article_id"].to_pylist()))
    tables = Sorted(folder / "found", folder / "linked", folder / "draft", order)
    start = time.process_time()
    if what == "stories":
        figures = {"stories": float(len(find_stories(story_articles(tables)).stories))}
    else:
        # None is the build's own.
        encoder = None if what == "encoding" else _Directions()
        counts = relate_all(tables, folder / f"{_VECTORS}-{what}", Progress(quiet=True), encoder)
        figures = {name: float(counts[name]) for name in ("claims", "claim_sentences", "ledger")}
    print(json.dumps({"seconds": time.process_time() - start, "megabytes": peak(), **figures}))


if __name__ == "__main__":
    main()
