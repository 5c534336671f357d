"""A file's text, or the problem that it has none: missing rights, too big, empty, no text.

opened = open_text(Path("talks.txt"), "talks.txt")
"""

from __future__ import annotations

from pathlib import Path

from lib.read.checks import MAX_FILE_BYTES
from lib.read.decode import Decoded, decode
from lib.read.raw import problem
from lib.schema import Problem


def open_text(path: Path, shown: str, limit: int = MAX_FILE_BYTES) -> Decoded | Problem:
    """The decoded file, or the problem that it cannot be opened, is too big, empty or no text."""
    try:
        size = path.stat().st_size
        if size > limit:
            what, why = f"the file has {size:,} bytes", f"a {path.suffix} file may have {limit:,}"
            return problem(shown, what, why, "split it into smaller files, or write it as Parquet")
        decoded = decode(path.read_bytes())
    except OSError as error:
        what = f"the file cannot be opened: {error.strerror or error}"
        return problem(shown, what, "a file that this user may read", "check its permissions")
    if size == 0:
        return problem(shown, "the file is empty (0 bytes)", "an article needs words", "check the export, or delete it")
    if decoded.fault:
        why = "text in UTF-8, UTF-16 with a byte-order mark, or an 8-bit encoding"
        return problem(shown, decoded.fault, why, "save it as plain text in UTF-8, or give it its own suffix")
    return decoded
