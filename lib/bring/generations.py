"""The builds of a corpus that are still there, and the way back to one of them.

returns_to(corpus, generations_of(corpus)[1].name)      # the one before; the newer one stays and can be returned to
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from lib import generation
from lib.bring.inputs import set_aside
from lib.build.lock import KEEPING, hold


@dataclass(frozen=True, slots=True)
class Kept:
    """One build of a corpus."""

    name: str
    built: dt.datetime
    n_articles: int
    is_current: bool


def generations_of(corpus: Path) -> list[Kept]:
    """The builds that are still there, newest first; ``lib.generation.KEEP`` of them are kept."""
    try:
        now = generation.current(corpus).name
    except generation.NoGenerationError:
        now = ""
    found = []
    for name in reversed(generation.generations(corpus)):
        built = dt.datetime.strptime(name[:15], "%Y%m%dT%H%M%S").replace(tzinfo=dt.UTC)
        path = corpus / generation.FOLDER / name / "articles.parquet"
        found.append(Kept(name, built, pq.ParquetFile(path).metadata.num_rows, name == now))
    return found


def returns_to(corpus: Path, name: str) -> None:
    """Make an older (or a newer) generation the current one; additions that it is without wait and are not lost.

    Raises ``NoGenerationError`` where it is gone and ``CorpusBusyError`` while a build runs or articles are added.
    """
    with hold(corpus, KEEPING), hold(corpus):
        generation.switch(corpus, name)
        set_aside(corpus, name)
