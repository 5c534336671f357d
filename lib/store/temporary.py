"""This user's folder in the machine's temporary one: for what need not last and must not lie beside a corpus."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


def own_folder() -> Path:
    """The folder, made where it is not there. Anybody may write in the temporary folder, nobody else in this one.

    Raises ``OSError`` where it cannot be made, or where somebody else made it first or can write into it.
    """
    folder = Path(tempfile.gettempdir()) / f"dateline-{os.getuid()}"
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    found = folder.lstat()  # not what a link points to
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o022:
        said = "the temporary folder for it belongs to somebody else, or others can write into it"
        raise PermissionError(errno.EACCES, said, str(folder))
    return folder
