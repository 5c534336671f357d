"""CSV: UTF-8 with a mark that spreadsheets recognise; text that could be a formula is kept as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from lib.export.citation import Citation
from lib.export.formula import is_formula
from lib.export.table import Cell, Table
from lib.export.zipped import zipped


def one(table: Table, _citation: Citation | None = None) -> bytes:
    """A table as CSV with a header line; CSV has no place for a citation."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_safe(name) for name in table.columns])
    writer.writerows([_safe(value) for value in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig", errors="replace")


def _safe(value: Cell) -> Cell:
    return f"'{value}" if isinstance(value, str) and is_formula(value) else value


def every(tables: Sequence[Table], citation: Citation) -> bytes:
    """A zip of CSVs with the citation beside them."""
    text = "".join(f"{name}: {value}\r\n" for name, value in citation.fields().items() if value)
    return zipped({**{f"{t.key}.csv": one(t) for t in tables}, "CITATION.txt": text.encode()})
