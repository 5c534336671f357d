"""A whole build beside spaCy's own pipeline, as it is shipped, on the same texts: medians of runs that take turns.

CPU seconds, not wall-clock: the machine may be shared. Both sides have the model loaded before the clock starts.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from lib.build.options import Options
from lib.build.progress import Progress
from lib.build.run import build
from lib.find.parse import installed, load_model
from lib.read import expand, read
from lib.read.raw import RawArticle


def measure_building(inputs: Path, repeat: int) -> list[tuple[str, str]]:
    """Rows of (what, value): CPU seconds of the bare pipeline, of a whole build with and without encoding, and ratios.

    Without encoding means that everything is parsed again and sentence vectors are kept from the build before.
    """
    nlp = installed()
    load_model()
    paths, _ = expand([str(inputs)])
    articles = [path for path in paths if path.stem.upper() != "README"]
    texts = [found.text for path in articles for found in read(path) if isinstance(found, RawArticle)]
    taken: dict[str, list[float]] = {"bare": [], "whole": [], "kept": []}
    # The first run of each side fills caches and is not counted.
    for number in range(repeat + 1):
        with tempfile.TemporaryDirectory(prefix="dateline-bench-") as place:
            again = partial(_build, inputs, Path(place))
            seconds = {
                "bare": _clock(lambda: list(nlp.pipe(texts, batch_size=8))),
                "whole": _clock(again),
                "kept": _clock(again),
            }
        if number:
            for what, value in seconds.items():
                taken[what].append(value)
    middle = {what: statistics.median(values) for what, values in taken.items()}
    return [
        (f"spaCy's own pipeline on {len(texts)} articles, CPU seconds", f"{middle['bare']:.2f}"),
        ("the whole build of the same, CPU seconds", f"{middle['whole']:.2f}"),
        ("the same with sentence vectors kept, CPU seconds", f"{middle['kept']:.2f}"),
        ("whole build ÷ spaCy's own pipeline", f"{middle['whole'] / middle['bare']:.2f}"),
        ("without encoding ÷ spaCy's own pipeline", f"{middle['kept'] / middle['bare']:.2f}"),
    ]


def _clock(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _build(inputs: Path, place: Path) -> None:
    build(Options((str(inputs),), place / "corpus", quiet=True, rebuild=True), Progress(quiet=True))
