"""Vocabulary is data, not code: names, aliases, reporting verbs and rules live in ``data/vocabulary``.

load("reporting_verbs")["say"]        # data/vocabulary/reporting_verbs.toml
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "data" / "vocabulary"


@cache
def load(name: str) -> dict[str, Any]:
    """One vocabulary file as a dict. Raises ``FileNotFoundError`` that lists the files there are."""
    path = FOLDER / f"{name}.toml"
    if not path.exists():
        there = ", ".join(sorted(p.stem for p in FOLDER.glob("*.toml")))
        raise FileNotFoundError(f"no vocabulary {name!r} in data/vocabulary; there are: {there}")
    with path.open("rb") as file:
        return tomllib.load(file)
