"""Rows of ``lib.schema`` as Arrow tables, checked: columns, types, nulls and closed vocabularies.

table = to_table(Sentence, [Sentence(article_id="a1", sentence_id=0, start=0, end=12, paragraph=0)])
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Iterable
from functools import cache
from operator import attrgetter
from typing import Any

import pyarrow as pa

_ARROW: dict[type, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    dt.date: pa.date32(),
}


def _arrow_type(annotation: Any) -> tuple[pa.DataType, bool]:
    """The Arrow type of a field annotation, and whether it may be null."""
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        inner = [a for a in typing.get_args(annotation) if a is not type(None)]
        return _arrow_type(inner[0])[0], True
    if typing.get_origin(annotation) is tuple:
        return pa.list_(_arrow_type(typing.get_args(annotation)[0])[0]), False
    if dataclasses.is_dataclass(annotation):
        return pa.struct(list(arrow_schema(typing.cast(type, annotation)))), False
    return _ARROW[annotation], False


def arrow_schema(row: type) -> pa.Schema:
    """The Arrow schema of a row class; each field's metadata holds its ``doc``."""
    return _schema(row)


@cache
def _schema(row: type) -> pa.Schema:
    hints = typing.get_type_hints(row)
    fields = []
    for f in dataclasses.fields(row):
        kind, nullable = _arrow_type(hints[f.name])
        fields.append(pa.field(f.name, kind, nullable=nullable, metadata={"doc": f.metadata["doc"]}))
    return pa.schema(fields)


def to_table(row: type, rows: Iterable[Any]) -> pa.Table:
    """Rows of one class as an Arrow table. Raises ``ValueError`` that names a value out of vocabulary."""
    schema = arrow_schema(row)
    known = list(rows)
    columns = [pa.array(_values(field, known), field.type) for field in schema]
    table = pa.Table.from_arrays(columns, schema=schema)
    check(row, table)
    return table


def _values(field: pa.Field[Any], rows: list[Any]) -> list[Any]:
    """One column of the rows. Column by column: ``dataclasses.asdict`` would copy every value of every row."""
    values = list(map(attrgetter(field.name), rows))
    inner = field.type.value_type if pa.types.is_list(field.type) else field.type
    return [_plain(value) for value in values] if pa.types.is_struct(inner) else values


def _plain(value: Any) -> Any:
    """A row inside of a row as a dictionary, also in a list."""
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return dataclasses.asdict(value) if dataclasses.is_dataclass(value) and not isinstance(value, type) else value


def check(row: type, table: pa.Table) -> None:
    """Raise ``ValueError`` where a table breaks its schema: columns, types, nulls or vocabularies."""
    schema = arrow_schema(row)
    if not table.schema.equals(schema):
        raise ValueError(f"{row.__name__}: columns are {table.schema}, the contract is {schema}")
    for f in dataclasses.fields(row):
        values = table.column(f.name)
        if not schema.field(f.name).nullable and values.null_count:
            raise ValueError(f"{row.__name__}.{f.name}: {values.null_count} nulls where none is allowed")
        allowed = f.metadata["allowed"]
        if allowed:
            strange = set(values.unique().to_pylist()) - set(allowed)
            if strange:
                raise ValueError(
                    f"{row.__name__}.{f.name}: {sorted(map(str, strange))!r}; allowed are {', '.join(allowed)}"
                )
