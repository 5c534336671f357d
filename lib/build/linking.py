"""Across the corpus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from lib.build.entries import Entry
from lib.build.parsed import ParsedRows
from lib.build.progress import Progress
from lib.build.spool import Spool


@dataclass(frozen=True, slots=True)
class Linked:
    """Small tables whole (``rows``), large ones as parts on disk (``parts``)."""

    rows: Mapping[str, Sequence[Any]]
    parts: Mapping[str, Sequence[Path]]

    def tables(self, name: str) -> Iterator[pa.Table]:
        raise NotImplementedError


def link_all(
    entries: Mapping[str, Entry], store: ParsedRows, spool: Spool, scratch: Path, progress: Progress
) -> Linked:
    return Linked({"entities": [], "aliases": [], "article_entities": []}, {})
