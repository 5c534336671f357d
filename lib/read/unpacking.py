"""What a packed file would unpack to, before any of it is unpacked; shared by ZIP and the formats that are ZIPs inside.

fault = packed_fault(Path("news.xlsx"), "news.xlsx", Given())      # None, or the Problem: a bomb, a password, damage
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

from lib.read.files import check_size
from lib.read.raw import Given, problem
from lib.schema import Problem

#: Below so many unpacked bytes a ratio says nothing: a page of blanks packs well too.
SMALL = 5_000_000
_OLE = b"\xd0\xcf\x11\xe0"


def packed_fault(path: Path, shown: str, given: Given) -> Problem | None:
    """Why a ZIP, XLSX or DOCX is not opened; None where it can be. Sizes are those that it states of itself."""
    if fault := check_size(path, shown, given.limits.file_bytes):
        return fault
    try:
        with path.open("rb") as file:
            if file.read(4) == _OLE:
                what = "the file is protected with a password, or saved in the format of before 2007"
                return problem(shown, what, f"a {path.suffix} file without a password", "open it and save it anew")
        with zipfile.ZipFile(path) as archive:
            return size_fault(archive.infolist(), path.stat().st_size, shown, given)
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        what = f"the file cannot be unpacked: {error}"
        return problem(shown, what, f"a whole {path.suffix} file", "copy or download it again")


def size_fault(members: Sequence[zipfile.ZipInfo], packed: int, shown: str, given: Given) -> Problem | None:
    """Too many files, too many bytes, or too many bytes for one packed byte."""
    limits, unpacked = given.limits, sum(member.file_size for member in members)
    if len(members) > limits.members:
        what, why = f"the archive holds {len(members):,} files", f"one archive may hold {limits.members:,}"
        return problem(shown, what, why, "split it into smaller archives")
    if unpacked > limits.unpacked_bytes:
        what, why = f"the archive unpacks to {unpacked:,} bytes", f"at most {limits.unpacked_bytes:,} are unpacked"
        return problem(shown, what, why, "split it, or unpack it and build from the folder")
    # Each member by its own size: one bomb beside much honest text must not hide in the sum.
    ratios = [member.file_size / max(member.compress_size, 1) for member in members if member.file_size > SMALL]
    worst = max([*ratios, unpacked / max(packed, 1) if unpacked > SMALL else 0.0])
    if worst > limits.ratio:
        what = f"the archive unpacks to {worst:,.0f} times its size, as a bomb does"
        return problem(shown, what, f"at most {limits.ratio} times", "unpack it by hand and look at what it holds")
    return None
