"""How a generation was made."""

from __future__ import annotations

from dataclasses import dataclass

from lib.schema.columns import column


@dataclass(frozen=True, slots=True)
class BuildFact:
    """One fact on how this generation was made."""

    kind: str = column("'corpus', 'stage', 'model', 'input', 'count' or 'run'")
    name: str = column("which stage, input, …")
    value: str = column("its version, hash, number or time")
