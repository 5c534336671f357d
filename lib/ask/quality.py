"""The latest report of ``make quality``, typed. A report that is missing or unreadable is an answer, not a fault.

    answer = quality(Path("reports/quality.json"))
    answer.state, answer.why               # 'ready', ''

The report is the build side's; like the tables it is known here by its format alone.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: The format that is understood; ``lib.quality.report`` writes it.
FORMAT = 1
#: Bytes of a report that are read at most.
LARGEST = 20_000_000
OURS = "Dateline"


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of 1 with its 95 % interval, where there is one."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure. ``by`` is how far it is above its goal (negative: missed); None where there is no goal."""

    measure: str
    key: str
    name: str
    data: str
    unit: str
    system: str
    rate: Rate
    precision: Rate | None
    recall: Rate | None
    n_documents: int
    n_items: int
    goal: float | None
    by: float | None
    next: str
    errors: tuple[tuple[str, int, tuple[str, ...]], ...]

    @property
    def missed(self) -> bool:
        return self.by is not None and self.by < 0


@dataclass(frozen=True, slots=True)
class DataUsed:
    """A data set: what it is, and what figures on it mean."""

    key: str
    title: str
    role: str
    means: str
    note: str
    documents: int


@dataclass(frozen=True, slots=True)
class Quality:
    """The answer. ``state``: 'ready', 'missing', 'broken' or 'old' (another format); ``why`` says what is wrong."""

    state: str
    why: str = ""
    made: str = ""
    model: str = ""
    limit: int | None = None
    titles: tuple[tuple[str, str], ...] = ()
    data: tuple[DataUsed, ...] = ()
    figures: tuple[Measured, ...] = ()
    unusable: tuple[tuple[str, str, str], ...] = ()

    def of(self, measure: str, key: str, data: str, system: str = OURS) -> Measured | None:
        """One figure, or None where it was not measured."""
        wanted = (measure, key, data, system)
        return next((f for f in self.figures if (f.measure, f.key, f.data, f.system) == wanted), None)


def quality(path: Path) -> Quality:
    """Read a report; no store, no filter: it tells how well finders do, not what is in a corpus."""
    try:
        if path.stat().st_size > LARGEST:
            return Quality("broken", f"{path.name} is larger than {LARGEST:,} bytes")
        plain = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Quality("missing", f"there is no {path.name}")
    except (OSError, ValueError, RecursionError) as error:
        return Quality("broken", f"{path.name} cannot be read: {error}")
    if not isinstance(plain, dict):
        return Quality("broken", f"{path.name} holds no report")
    if plain.get("format") != FORMAT:
        return Quality(
            "old", f"{path.name} has the format {str(plain.get('format'))[:20]}, this version reads {FORMAT}"
        )
    try:
        return _report(plain)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        return Quality("broken", f"{path.name} is incomplete: {type(error).__name__} {str(error)[:80]}")


def _report(plain: Mapping[str, Any]) -> Quality:
    return Quality(
        "ready", made=str(plain["made"]), model=str(plain["model"]),
        limit=None if plain["limit"] is None else int(plain["limit"]),
        titles=tuple((str(m["key"]), str(m["title"])) for m in plain["measures"]),
        data=tuple(_data(d) for d in plain["data"]),
        figures=tuple(_figure(f) for f in plain["figures"]),
        unusable=tuple((str(u["path"]), str(u["what"]), str(u["allowed"])) for u in plain["unusable"]),
    )  # fmt: skip


def _data(d: Mapping[str, Any]) -> DataUsed:
    key, title, role, means, note = (str(d[name]) for name in ("key", "title", "role", "means", "note"))
    return DataUsed(key, title, role, means, note, int(d["documents"]))


def _figure(f: Mapping[str, Any]) -> Measured:
    rate = _rate(f["rate"])
    if rate is None:
        raise ValueError("a figure without a value")
    return Measured(
        str(f["measure"]), str(f["key"]), str(f["name"]), str(f["data"]), str(f["unit"]), str(f["system"]), rate,
        _rate(f["precision"]), _rate(f["recall"]), int(f["n_documents"]), int(f["n_items"]), _number(f["goal"]),
        _number(f["by"]), str(f["next"]),
        tuple((str(e["kind"]), int(e["n"]), tuple(str(x) for x in e["examples"])) for e in f["errors"]),
    )  # fmt: skip


def _rate(plain: Any) -> Rate | None:
    if plain is None:
        return None
    value = _number(plain["value"])
    if value is None:
        raise ValueError("a rate without a value")
    return Rate(value, _number(plain["low"]), _number(plain["high"]))


def _number(value: Any) -> float | None:
    if value is None:
        return None
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"{value} is no number")
    return number
