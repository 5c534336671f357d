"""Several files as one zip, the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

#: The earliest day that a zip can hold: a file's time says nothing here, and would make equal exports differ.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Name → content as a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _NO_TIME), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
