"""One report in two forms: JSON for the app and for comparisons, Markdown for reading.

    report = Report(made, seconds, model, sets, rows, unusable)
    write(report, Path("reports"))             # reports/quality.json, reports/quality.md

``FORMAT`` goes up when a field changes its meaning; ``lib.ask.quality`` refuses any other than its own.
"""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lib.quality.dataset import ROLES, DataSet, Unusable
from lib.quality.figures import Confusion, ErrorKind, Figure, Row
from lib.quality.goals import goal_of
from lib.quality.markdown import markdown
from lib.quality.measures import MEASURES

FORMAT = 1
#: Error kinds that a missed goal shows.
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured, on what, when (UTC, ISO 8601), with which model, and what could not be used."""

    made: str
    seconds: float
    model: str
    sets: Sequence[DataSet]
    rows: Sequence[Row]
    unusable: Sequence[Unusable]
    limit: int | None = None


def as_json(report: Report) -> dict[str, Any]:
    """Plain values only; a figure has its goal and by how much it is met (negative: missed)."""
    return {
        "format": FORMAT,
        "made": report.made,
        "seconds": round(report.seconds, 1),
        "model": report.model,
        "limit": report.limit,
        "measures": [{"key": key, "title": title} for key, title, _ in MEASURES],
        "data": [_data(one) for one in report.sets],
        "figures": [_figure(row, report.rows) for row in report.rows if isinstance(row, Figure)],
        "errors": [dataclasses.asdict(row) for row in report.rows if isinstance(row, ErrorKind)],
        "confusions": [dataclasses.asdict(row) for row in report.rows if isinstance(row, Confusion)],
        "unusable": [dataclasses.asdict(one) for one in report.unusable],
    }


def _data(one: DataSet) -> dict[str, Any]:
    return {
        "key": one.key, "title": one.title, "role": one.role, "means": ROLES[one.role], "note": one.note,
        "documents": len(one.documents),
    }  # fmt: skip


def _figure(figure: Figure, rows: Sequence[Row]) -> dict[str, Any]:
    goal = goal_of(figure)
    plain = dataclasses.asdict(figure)
    plain["goal"] = goal.least if goal else None
    plain["by"] = round(figure.rate.value - goal.least, 6) if goal else None
    missed = goal is not None and figure.rate.value < goal.least
    plain["next"] = goal.next if goal and missed else ""
    plain["errors"] = _commonest(figure, rows) if missed else []
    return plain


def _commonest(figure: Figure, rows: Sequence[Row]) -> list[dict[str, Any]]:
    kinds = [r for r in rows if isinstance(r, ErrorKind) and (r.measure, r.data) == (figure.measure, figure.data)]
    return [dataclasses.asdict(kind) for kind in kinds if not kind.keys or figure.key in kind.keys][:SHOWN]


def write(report: Report, folder: Path) -> tuple[Path, Path]:
    """Write both forms and return their paths; a reader never meets half a file."""
    folder.mkdir(parents=True, exist_ok=True)
    plain = as_json(report)
    text = json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
    paths = folder / "quality.json", folder / "quality.md"
    for path, content in zip(paths, (text, markdown(plain)), strict=True):
        draft = path.with_suffix(path.suffix + ".part")
        draft.write_text(content, encoding="utf-8")
        os.replace(draft, path)
    return paths
