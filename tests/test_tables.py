"""The tables are the contract: what breaks it is refused with the value and what is allowed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing

import pyarrow as pa
import pytest

from lib import schema
from lib.tables import arrow_schema, check, to_table


def _value(annotation: object, allowed: tuple[str, ...] | None) -> object:
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        annotation = next(a for a in typing.get_args(annotation) if a is not type(None))
    if typing.get_origin(annotation) is tuple:
        return (_value(typing.get_args(annotation)[0], None),)
    if dataclasses.is_dataclass(annotation):
        return _row(typing.cast(type, annotation))
    examples = {str: "x", int: 1, float: 0.5, bool: True, dt.date: dt.date(2022, 2, 3)}
    return allowed[0] if allowed else examples[typing.cast(type, annotation)]


def _row(row: type, **changes: object) -> object:
    hints = typing.get_type_hints(row)
    values = {f.name: _value(hints[f.name], f.metadata["allowed"]) for f in dataclasses.fields(row)}
    return row(**{**values, **changes})


@pytest.mark.parametrize("name", schema.TABLES)
def test_rows_survive_the_table(name: str) -> None:
    row = schema.TABLES[name]
    table = to_table(row, [_row(row), _row(row)])
    assert table.num_rows == 2
    assert table.schema.equals(arrow_schema(row))
    assert table.column_names == [f.name for f in dataclasses.fields(row)]
    first = table.slice(0, 1).to_pylist()[0]
    again = dataclasses.asdict(_row(row))  # type: ignore[call-overload]
    assert first == {k: list(v) if isinstance(v, tuple) else v for k, v in again.items()}


@pytest.mark.parametrize("name", schema.TABLES)
def test_an_empty_table_keeps_its_columns(name: str) -> None:
    row = schema.TABLES[name]
    assert to_table(row, []).schema.equals(arrow_schema(row))


@pytest.mark.parametrize("name", schema.TABLES)
def test_every_column_says_what_it_means(name: str) -> None:
    row = schema.TABLES[name]
    assert row.__doc__
    for field in arrow_schema(row):
        assert field.metadata[b"doc"], f"{name}.{field.name}"


CLOSED = [(t, f.name) for t, row in schema.TABLES.items() for f in dataclasses.fields(row) if f.metadata["allowed"]]


@pytest.mark.parametrize(("name", "column"), CLOSED)
def test_a_value_out_of_vocabulary_is_refused(name: str, column: str) -> None:
    row = schema.TABLES[name]
    with pytest.raises(ValueError, match=rf"{row.__name__}\.{column}: \['ghostly'\]; allowed are"):
        to_table(row, [_row(row, **{column: "ghostly"})])


def test_a_null_where_none_is_allowed_is_refused() -> None:
    with pytest.raises(ValueError, match=r"Sentence\.start: 1 nulls"):
        to_table(schema.Sentence, [_row(schema.Sentence, start=None)])
    assert to_table(schema.Article, [_row(schema.Article, published=None)]).column("published").null_count == 1


def test_other_columns_are_refused() -> None:
    good = to_table(schema.Word, [_row(schema.Word)])
    for bad in (good.drop_columns(["pos"]), good.append_column("more", pa.array([1]))):
        with pytest.raises(ValueError, match="the contract is"):
            check(schema.Word, bad)
