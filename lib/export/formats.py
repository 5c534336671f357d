"""Every format of tables, in the order of the menus: one explicit list.

    FORMATS[0].file("claims")                   # ('claims.csv', 'text/csv')
    FORMATS[1].every(tables, citation)          # bytes of one workbook with all of them

CSV and Parquet hold one table a file: all of a page's come as a zip. Nothing here is called before
somebody asks for the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lib.export import delimited, objects, parquet
from lib.export.citation import Citation
from lib.export.table import Table


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how one table is written, and how every table of a page is."""

    key: str
    name: str
    suffix: str
    mime: str
    one: Callable[[Table, Citation], bytes]
    every: Callable[[Sequence[Table], Citation], bytes]
    zipped: bool = False

    def file(self, stem: str) -> tuple[str, str]:
        """File name and media type of one table."""
        return f"{stem}.{self.suffix}", self.mime

    def bundle(self, stem: str) -> tuple[str, str]:
        """File name and media type of all tables of a page."""
        return (f"{stem}-{self.suffix}.zip", "application/zip") if self.zipped else self.file(stem)


def _sheet(table: Table, citation: Citation) -> bytes:
    from lib.export import workbook  # its library takes as long to load as a page: only for who asks for the file

    return workbook.one(table, citation)


def _sheets(tables: Sequence[Table], citation: Citation) -> bytes:
    from lib.export import workbook

    return workbook.every(tables, citation)


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS: tuple[Format, ...] = (
    Format("csv", "CSV", "csv", "text/csv", delimited.one, delimited.every, zipped=True),
    Format("xlsx", "Excel", "xlsx", _XLSX, _sheet, _sheets),
    Format("parquet", "Parquet", "parquet", "application/vnd.apache.parquet", parquet.one, parquet.every, zipped=True),
    Format("json", "JSON", "json", "application/json", objects.one, objects.every),
)
