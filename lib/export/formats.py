"""Every format of tables, in the order of the menus: one explicit list.

    by_key("xlsx").write(tables, citation)      # bytes

A format writes any number of tables into one file; CSV and Parquet, which hold one table a file,
come as a zip when there are several. Nothing here is called before somebody asks for the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lib.export import delimited, objects, parquet, workbook
from lib.export.citation import Citation
from lib.export.table import Table

Write = Callable[[Sequence[Table], Citation], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One format. ``several``: (suffix, mime) where more than one table is written."""

    key: str
    name: str
    suffix: str
    mime: str
    write: Write
    several: tuple[str, str] = ("", "")

    def file(self, stem: str, n: int) -> tuple[str, str]:
        """File name and media type for ``n`` tables."""
        suffix, mime = self.several if n > 1 and self.several[0] else (self.suffix, self.mime)
        return f"{stem}.{suffix}", mime


_ZIP = ("zip", "application/zip")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS: tuple[Format, ...] = (
    Format("csv", "CSV", "csv", "text/csv", delimited.write, _ZIP),
    Format("xlsx", "Excel", "xlsx", _XLSX, workbook.write),
    Format("parquet", "Parquet", "parquet", "application/vnd.apache.parquet", parquet.write, _ZIP),
    Format("json", "JSON", "json", "application/json", objects.write),
)


def by_key(key: str) -> Format:
    """The format of that key. Raises ``KeyError`` that names those there are."""
    for found in FORMATS:
        if found.key == key:
            return found
    raise KeyError(f"no format {key!r}; there are {', '.join(f.key for f in FORMATS)}")
