"""A whole build beside the bare language model on the same texts: medians of runs that take turns.

CPU seconds, not wall-clock: the machine may be shared. Both sides have the model loaded before the clock starts.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from lib.build.options import Options
from lib.build.progress import Progress
from lib.build.run import build
from lib.find.parse import load_model
from lib.read import expand, read
from lib.read.raw import RawArticle


def measure_building(inputs: Path, repeat: int) -> list[tuple[str, str]]:
    """Rows of (what, value): CPU seconds of the bare pipeline, of a whole build, and their ratio."""
    nlp = load_model()
    paths, _ = expand([str(inputs)])
    articles = [path for path in paths if path.stem.upper() != "README"]
    texts = [found.text for path in articles for found in read(path) if isinstance(found, RawArticle)]
    bare, whole = [], []
    # The first run of each side fills caches and is not counted.
    for number in range(repeat + 1):
        seconds = (_clock(lambda: list(nlp.pipe(texts, batch_size=8))), _clock(lambda: _build(inputs)))
        if number:
            bare.append(seconds[0])
            whole.append(seconds[1])
    a, b = statistics.median(bare), statistics.median(whole)
    return [
        (f"the bare model on {len(texts)} articles, CPU seconds", f"{a:.2f}"),
        ("the whole build of the same, CPU seconds", f"{b:.2f}"),
        ("whole build ÷ bare model", f"{b / a:.2f}"),
    ]


def _clock(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _build(inputs: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as place:
        build(Options((str(inputs),), Path(place) / "corpus", quiet=True), Progress(quiet=True))
