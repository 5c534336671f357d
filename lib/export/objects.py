"""JSON: the citation, then every table as a list of objects; days are ISO 8601."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence

from lib.export.citation import Citation
from lib.export.table import Table


def one(table: Table, citation: Citation) -> bytes:
    """One table with its citation."""
    return every([table], citation)


def every(tables: Sequence[Table], citation: Citation) -> bytes:
    """``{"citation": {…}, "tables": [{"key", "title", "note", "columns", "rows": [{column: cell}]}]}``."""
    content = {
        "citation": citation.fields(),
        "tables": [
            {
                "key": t.key,
                "title": t.title,
                "note": t.note,
                "columns": list(t.columns),
                "rows": [dict(zip(t.columns, row, strict=True)) for row in t.rows],
            }
            for t in tables
        ],
    }
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1, default=dt.date.isoformat)
    return text.encode("utf-8", errors="replace")
