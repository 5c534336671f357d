"""Each format read back by another reader than the one that wrote it: the same numbers, and no formula runs."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from lib.export import delimited, objects, parquet, workbook
from lib.export.citation import Citation
from lib.export.formats import FORMATS
from lib.export.formula import is_formula
from lib.export.table import Table, of_chart, of_rows
from lib.store.engine import Store
from tests.export.examples import VIEW, charts, citation

CELLS = [
    ("=1+1", 1, 1.5, dt.date(2022, 2, 3), None),
    ("+cmd|' /C calc'!A0", -2, -0.25, dt.date(1936, 1, 1), "x"),
    ("-2+3", 3, None, None, "ünï ☔ \u202eabc"),
    ("@SUM(A1)", 4, 4.0, dt.date(2022, 2, 3), 'a "quoted", cell\nof two lines'),
    ("\t=1", 5, 5.0, dt.date(2022, 2, 3), "\x00bell\x07"),
    ("-12.5", 6, 6.0, dt.date(2022, 2, 3), "＝1"),
]
HARD = of_rows("hard", "Hard cells", ("=name", "whole", "real", "day", "text"), CELLS)


@pytest.fixture
def tables(store: Store) -> list[Table]:
    found = [of_chart(chart) for chart in charts(store, VIEW)]
    assert all(t.rows for t in found)
    return found


@pytest.fixture
def cited(store: Store) -> Citation:
    return citation(store)


@pytest.mark.parametrize(
    ("text", "formula"),
    [("=1", True), ("-2+3", True), ("-2", False), ("+4.5e3", False), ("@x", True), ("\r=1", True), ("a=1", False)],
)
def test_what_a_spreadsheet_would_run(text: str, formula: bool) -> None:
    assert is_formula(text) is formula


def test_csv_has_the_same_numbers(tables: list[Table], cited: Citation) -> None:
    for table in tables:
        frame = pd.read_csv(io.BytesIO(delimited.one(table, cited)))
        assert tuple(frame.columns) == table.columns
        assert [tuple(row) for row in frame.itertuples(index=False)] == list(table.rows)


def test_several_csvs_are_zipped_with_their_citation(tables: list[Table], cited: Citation) -> None:
    with zipfile.ZipFile(io.BytesIO(delimited.every(tables, cited))) as archive:
        assert archive.namelist() == [*(f"{t.key}.csv" for t in tables), "CITATION.txt"]
        assert cited.line in archive.read("CITATION.txt").decode()


def test_csv_keeps_formulas_as_text_and_numbers_as_numbers(cited: Citation) -> None:
    frame = pd.read_csv(io.BytesIO(delimited.one(HARD, cited)), dtype={0: str}, keep_default_na=False)
    assert frame.columns[0] == "'=name"
    assert list(frame.iloc[:, 0]) == ["'=1+1", "'+cmd|' /C calc'!A0", "'-2+3", "'@SUM(A1)", "'\t=1", "-12.5"]
    assert list(frame["whole"]) == [1, -2, 3, 4, 5, 6]
    assert frame["text"].iloc[3] == CELLS[3][4]


def test_a_workbook_has_a_sheet_a_table_and_says_what_it_is_of(tables: list[Table], cited: Citation) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook.every(tables, cited)))
    assert book.sheetnames == ["About", *(t.key for t in tables)]
    about = {row[0]: row[1] for row in book["About"].iter_rows(values_only=True) if row[0]}
    assert about["citation"] == cited.line
    assert "Russia" in about["filters"]
    for table in tables:
        rows = list(book[table.key].iter_rows(values_only=True))
        assert rows[0] == table.columns
        assert rows[1:] == list(table.rows)


def test_a_workbook_holds_no_formula(cited: Citation) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook.every([HARD], cited)))
    rows = list(book["hard"].iter_rows())
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n", "d"}
    assert [row[0].value for row in rows[1:]] == [row[0] for row in CELLS]
    assert rows[1][0].quotePrefix
    assert not rows[6][0].quotePrefix
    assert [row[1].value for row in rows[1:]] == [1, -2, 3, 4, 5, 6]
    assert rows[5][4].value == "bell"


def test_names_of_sheets_are_what_excel_takes() -> None:
    names = list(workbook.sheet_names(["About", "about", "a/b:c*d", "x" * 40, "x" * 50, ""]))
    assert names == ["About", "about 2", "a b c d", "x" * 31, "x" * 29 + " 2", "table"]


def test_parquet_has_types_and_its_citation(tables: list[Table], cited: Citation) -> None:
    for table in [*tables, HARD]:
        read = pq.read_table(io.BytesIO(parquet.one(table, cited)))
        assert read.column_names == list(table.columns)
        assert [tuple(row.values()) for row in read.to_pylist()] == [tuple(row) for row in table.rows]
        assert json.loads(read.schema.metadata[b"dateline"])["citation"] == cited.line
    types = [str(field.type) for field in pq.read_schema(io.BytesIO(parquet.one(HARD, cited)))]
    assert types == ["string", "int64", "double", "date32[day]", "string"]


def test_parquet_of_mixed_and_empty_columns_and_of_no_rows(cited: Citation) -> None:
    mixed = of_rows("m", "Mixed", ("a", "b"), [(1, None), ("x", None), (dt.date(2022, 2, 3), None)])
    assert pd.read_parquet(io.BytesIO(parquet.one(mixed, cited)))["a"].tolist() == ["1", "x", "2022-02-03"]
    empty = of_rows("e", "Empty", ("a", "b"), [])
    assert pq.read_table(io.BytesIO(parquet.one(empty, cited))).num_rows == 0


def test_json_has_the_same_rows(tables: list[Table], cited: Citation) -> None:
    read = json.loads(objects.every([*tables, HARD], cited))
    assert read["citation"]["link"] == cited.address
    for table, found in zip([*tables, HARD], read["tables"], strict=True):
        assert found["columns"] == list(table.columns)
        wanted = [[c.isoformat() if isinstance(c, dt.date) else c for c in row] for row in table.rows]
        assert [list(row.values()) for row in found["rows"]] == wanted


@pytest.mark.parametrize("key", [f.key for f in FORMATS])
def test_any_text_can_be_written(key: str, cited: Citation) -> None:
    table = of_rows(
        "any", "Any", ("text",), [("\ud800 lone",), ("x" * 40_000,), (float("nan"),), (["a", "b"],), ("\x0b",)]
    )
    found = next(f for f in FORMATS if f.key == key)
    assert len(found.one(table, cited)) > 100
    assert len(found.every([table, table], cited)) > 100


def test_files_are_named_after_what_they_hold() -> None:
    assert [f.file("x")[0] for f in FORMATS] == ["x.csv", "x.xlsx", "x.parquet", "x.json"]
    assert [f.bundle("x")[0] for f in FORMATS] == ["x-csv.zip", "x.xlsx", "x-parquet.zip", "x.json"]


def test_a_long_table_is_cut_and_says_so() -> None:
    table = of_rows("long", "Long", ("n",), [(n,) for n in range(100_001)])
    assert len(table.rows) == 100_000
    assert "100,001" in table.note
