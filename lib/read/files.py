"""A file's bytes or text, or the problem that it has none: missing rights, too big, empty, no text.

opened = open_text(Path("talks.txt"), "talks.txt", Given())
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import TextIO

from lib.read.decode import Decoded, decode, stated_in
from lib.read.limits import MEGABYTE
from lib.read.raw import Given, problem
from lib.schema import Problem


def check_size(path: Path, shown: str, limit: int) -> Problem | None:
    """The problem of a file that cannot be opened, is empty or is too big; None where it can be read."""
    try:
        size = path.stat().st_size
        with path.open("rb"):
            pass
    except (OSError, ValueError) as error:
        what = f"the file cannot be opened: {getattr(error, 'strerror', None) or error}"
        return problem(shown, what, "a file that this user may read", "check its permissions")
    if size == 0:
        return problem(shown, "the file is empty (0 bytes)", "an article needs words", "check the export, or delete it")
    if size > limit:
        what, why = f"the file has {size:,} bytes", f"a {path.suffix} file may have {limit:,}"
        megabytes = -(-size // MEGABYTE)
        remedy = (
            f"split it into smaller files, or build with --limit-mb {megabytes} (it needs about ten times the memory)"
        )
        return problem(shown, what, why, remedy)
    return None


def read_bytes(path: Path, shown: str, given: Given, *, many: bool = False) -> bytes | Problem:
    """All bytes of a file; ``many`` where it holds many articles, so that it may be bigger."""
    limit = given.limits.file_bytes if many else given.limits.document_bytes
    if fault := check_size(path, shown, limit):
        return fault
    try:
        return path.read_bytes()
    except OSError as error:
        return problem(shown, f"the file cannot be read: {error.strerror or error}", "a whole file", "copy it again")


def open_text(
    path: Path, shown: str, given: Given, *, many: bool = False, page: bool = False, breaks: bool = True
) -> Decoded | Problem:
    """The decoded file, or the problem that it cannot be opened, is too big, empty or no text.

    ``page`` where it may state its encoding, as HTML does; ``breaks`` as for ``decode``.
    """
    data = read_bytes(path, shown, given, many=many)
    if isinstance(data, Problem):
        return data
    decoded = decode(data, stated_in(data) if page else "", breaks=breaks)
    if decoded.fault:
        why = "text in UTF-8, UTF-16 with a byte-order mark, or an 8-bit encoding"
        return problem(shown, decoded.fault, why, "save it as plain text in UTF-8, or give it its own suffix")
    return decoded


@contextmanager
def stream_text(path: Path, shown: str, given: Given) -> Iterator[TextIO | Problem]:
    """The text of a big file, a line at a time where it is UTF-8; one in another encoding is decoded whole."""
    fault = check_size(path, shown, given.limits.file_bytes)
    if fault is None and _is_utf8(path):
        with path.open(encoding="utf-8-sig", errors="replace", newline=None) as file:
            yield file
        return
    opened = fault or open_text(path, shown, given, many=True, breaks=False)
    yield opened if isinstance(opened, Problem) else StringIO(opened.text)


def _is_utf8(path: Path) -> bool:
    """Whether every byte is UTF-8 text without NUL; read in pieces."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while piece := file.read(MEGABYTE):
                if 0 in piece:
                    return False
                decoder.decode(piece)
            decoder.decode(b"", final=True)
    except (OSError, UnicodeDecodeError):
        return False
    return True
