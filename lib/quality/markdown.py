"""The report for reading: what was missed first, then every figure, then what the data can be used to claim.

text = markdown(as_json(report))
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Plain = Mapping[str, Any]
_GOALS = (
    "The goals are meant for news that nobody here has read. None of the data below is such news unless it was given "
    "by path and no rule was changed after reading it: a goal that is met on development data, or on sentences of our "
    "own, is a good sign and no proof."
)


def markdown(report: Plain) -> str:
    """Markdown from the report's plain values."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Plain) -> Iterator[str]:
    yield "# How often Dateline is right"
    yield f"\nMeasured {report['made']} in {report['seconds']:.0f} s with {report['model']}."
    if report["limit"]:
        yield f"\n**Only the first {report['limit']} documents of each data set: a quick look, no measurement.**"
    yield f"\n{_GOALS}\n"
    yield from _goals(report)
    yield from _data(report)
    for measure in report["measures"]:
        yield from _measure(report, measure)
    if report["unusable"]:
        yield "\n## Not used\n"
        yield from _table(
            ("input", "what is wrong", "allowed"), [(u["path"], u["what"], u["allowed"]) for u in report["unusable"]]
        )


def _goals(report: Plain) -> Iterator[str]:
    figures = [f for f in report["figures"] if f["goal"] is not None]
    missed = [f for f in figures if f["by"] < 0]
    yield f"## Goals: {len(figures) - len(missed)} of {len(figures)} met\n"
    rows = [
        (_title(report, "measures", f["measure"]), f["name"], _title(report, "data", f["data"]), _number(f["rate"]),
         f"{f['goal']:.2f}", f"met by {f['by']:.3f}" if f["by"] >= 0 else f"**missed by {-f['by']:.3f}**")
        for f in figures
    ]  # fmt: skip
    yield from _table(("measure", "figure", "data", "value, 95 % interval", "goal", ""), rows)
    for f in missed:
        yield f"\n### Missed on {_title(report, 'data', f['data'])}: {f['name']}, {-f['by']:.3f} short of {f['goal']}\n"
        for kind in f["errors"]:
            shown = f": {'; '.join(map(_cell, kind['examples']))}" if kind["examples"] else ""
            yield f"- {kind['n']} × {kind['kind']}{shown}"
        yield f"- Next: {f['next']}."


def _data(report: Plain) -> Iterator[str]:
    yield "\n## Data\n"
    yield from _table(
        ("data", "documents", "what it is", "what its figures mean"),
        [(d["title"], d["documents"], d["note"], d["means"]) for d in report["data"]],
    )


def _measure(report: Plain, measure: Plain) -> Iterator[str]:
    figures = [f for f in report["figures"] if f["measure"] == measure["key"]]
    if not figures:
        return
    yield f"\n## {measure['title']}\n"
    yield from _table(
        ("data", "system", "figure", "value, 95 % interval", "precision", "recall", "gold items", "documents"),
        [
            (_title(report, "data", f["data"]), f["system"], f"{f['name']} ({f['unit']})", _number(f["rate"]),
             _number(f["precision"]), _number(f["recall"]), f["n_items"], f["n_documents"])
            for f in figures
        ],
    )  # fmt: skip
    for data in report["data"]:
        cells = [c for c in report["confusions"] if (c["measure"], c["data"]) == (measure["key"], data["key"])]
        if cells:
            yield f"\nClasses in {data['title']}: rows are the gold, columns what was found.\n"
            found = sorted({c["found"] for c in cells})
            counts = {(c["gold"], c["found"]): c["n"] for c in cells}
            gold = sorted({c["gold"] for c in cells})
            yield from _table(("", *found), [(g, *(counts.get((g, f), 0) for f in found)) for g in gold])


def _number(rate: Plain | None) -> str:
    if rate is None:
        return ""
    if rate["low"] is None:
        return f"{rate['value']:.3f}"
    return f"{rate['value']:.3f} ({rate['low']:.3f}–{rate['high']:.3f})"


def _title(report: Plain, table: str, key: str) -> str:
    return str(next(row["title"] for row in report[table] if row["key"] == key))


def _table(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[str]:
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(_cell(cell) for cell in row)} |"


def _cell(value: Any) -> str:
    return " ".join(str(value).split()).replace("|", "\\|")
