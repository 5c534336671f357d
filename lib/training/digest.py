"""The digest of the texts that an adapter was learnt from, which ``adapter.json`` keeps."""

from __future__ import annotations

import hashlib
from pathlib import Path


def digest(folder: Path) -> str:
    """Of the names and contents of ``*/*.txt``, 16 hexadecimal digits."""
    total = hashlib.sha256()
    for path in sorted(folder.glob("*/*.txt")):
        total.update(f"{path.parent.name}/{path.name}\0".encode() + path.read_bytes() + b"\0")
    return total.hexdigest()[:16]
