"""Parquet: typed columns; the citation stands in the file's metadata under ``dateline``."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from lib.export.citation import Citation
from lib.export.table import Cell, Table
from lib.export.zipped import zipped


def one(table: Table, citation: Citation) -> bytes:
    """A table as Parquet. A column of mixed types becomes text."""
    columns = list(zip(*table.rows, strict=True)) or [() for _ in table.columns]
    arrow = pa.Table.from_arrays([_column(values) for values in columns], names=list(table.columns))
    about = {**citation.fields(), "table": table.title, "table note": table.note}
    arrow = arrow.replace_schema_metadata({"dateline": json.dumps(about, ensure_ascii=False)})
    out = io.BytesIO()
    pq.write_table(arrow, out)
    return out.getvalue()


def _column(values: Sequence[Cell]) -> Any:
    types = {type(value) for value in values if value is not None}
    if len(types) == 1 and types != {str}:
        return pa.array(list(values))
    if types == {int, float}:
        return pa.array(list(values), pa.float64())
    # Lone surrogates, which Parquet's UTF-8 cannot hold, are replaced.
    text = [None if value is None else str(value).encode("utf-8", "replace").decode() for value in values]
    return pa.array(text, pa.string())


def every(tables: Sequence[Table], citation: Citation) -> bytes:
    """A zip of Parquet files."""
    return zipped({f"{t.key}.parquet": one(t, citation) for t in tables})
