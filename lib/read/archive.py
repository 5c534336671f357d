"""ZIP archives of any of the other formats: each file is read under its own name, the archive's before it.

list(read_zip(Path("news.zip"), "news.zip", Given()))[0].path      # 'news.zip/harbor-wire_2022-02-03.txt'

Nothing is unpacked to a name that the archive chose: a member is a file of ours in a folder that is deleted afterwards.
"""

from __future__ import annotations

import lzma
import stat
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from lib.read import registry
from lib.read.raw import Given, RawArticle, problem
from lib.read.unpacking import packed_fault
from lib.schema import Problem

_PIECE = 1_000_000
#: What unpacking raises on damage, and on what it does not know.
_DAMAGED = (
    OSError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, ValueError,
)  # fmt: skip
#: Systems' own files, which nobody means to bring.
_SYSTEM = ("__macosx", "thumbs.db", "desktop.ini")


def read_zip(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """Articles and problems of every file, in the archive's order; one bad file never stops the others."""
    if fault := packed_fault(path, shown, given):
        yield fault
        return
    strange: Counter[str] = Counter()
    n, left = 0, given.limits.unpacked_bytes
    with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        for number, member in enumerate(archive.infolist()):
            if member.is_dir() or _is_hidden(member.filename):
                continue
            place = f"{shown}/{_printable(member.filename)}"
            if fault := _member_fault(member, place):
                yield fault
                continue
            suffix = registry.suffix_of(member.filename)
            if registry.reader_of(suffix) is None:
                strange[suffix or "no suffix"] += 1
                continue
            out = Path(folder) / str(number) / _file_name(member.filename)
            size = _unpack(archive, member, out, left)
            if isinstance(size, str):
                yield problem(place, size, "a file that unpacks to what it states", "pack it again")
                continue
            left -= size
            for item in _read(suffix, out, place, given):
                if n == given.limits.articles:
                    what, why = f"the archive holds more than {n:,} articles", f"one file may hold {n:,}"
                    yield problem(shown, f"{what}; the others were not read", why, "split it")
                    return
                n += isinstance(item, RawArticle)
                yield item
            out.unlink(missing_ok=True)
    if strange:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in strange.most_common(8))
        what = f"files of other kinds were not read: {kinds}"
        yield problem(shown, what, f"one of: {registry.supported()}", "nothing, unless one of them holds an article")
    if not n and not strange and not any(not member.is_dir() for member in archive.infolist()):
        yield problem(shown, "the archive holds no files", "at least one article", "pack it again")


def _read(suffix: str, path: Path, place: str, given: Given) -> Iterator[RawArticle | Problem]:
    """As ``registry.read_as``; a reader that stumbles ends its own file and no other."""
    try:
        yield from registry.read_as(suffix, path, place, given)
    except Exception as error:  # whatever it was, the files behind it can be read
        said = " ".join(str(error).split())[:160] or type(error).__name__
        yield problem(place, f"the file cannot be read: {said}", f"a whole {suffix} file", "bring it by itself")


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name.casefold().replace("\\", "/")).parts
    readme = bool(parts) and parts[-1].startswith("readme")
    return readme or any(part in _SYSTEM or (part[:1] == "." and part != "..") for part in parts)


def _member_fault(member: zipfile.ZipInfo, place: str) -> Problem | None:
    name = member.filename.replace("\\", "/")
    parts = PurePosixPath(name).parts
    if name.startswith("/") or ".." in parts or any(part[1:2] == ":" for part in parts[:1]) or "\0" in name:
        what = f"the name {member.filename[:120]!r} leads out of the archive"
        return problem(place, what, "names below the archive's own folder", "pack the file again under a plain name")
    if stat.S_ISLNK(member.external_attr >> 16):
        return problem(place, "the entry is a link, not a file", "files", "pack the file itself")
    if member.flag_bits & 0x1:
        what = "the file is protected with a password"
        return problem(place, what, "an archive without a password", "unpack it by hand and bring the files")
    if name.casefold().endswith((".zip", ".docm")):
        what = "the file is an archive inside an archive"
        return problem(place, what, "one level of packing", "unpack the inner archive and bring it by itself")
    return None


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, out: Path, left: int) -> int | str:
    """Bytes written, or what is wrong. Counts what comes, since a header may state less."""
    out.parent.mkdir()
    size = 0
    try:
        with archive.open(member) as packed, out.open("wb") as file:
            while piece := packed.read(_PIECE):
                size += len(piece)
                if size > left or size > member.file_size:
                    return f"the file unpacks to more than the {member.file_size:,} bytes that it states"
                file.write(piece)
    except _DAMAGED as error:
        return f"the file cannot be unpacked: {error}"
    return size


def _file_name(name: str) -> str:
    """The last part of a member's name as a file of ours; its words may name the outlet and the day."""
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(c if c.isalnum() or c in " ._-()" else "_" for c in last)
    stem, suffix = PurePosixPath(kept).stem[:80], PurePosixPath(kept).suffix[:12]
    return f"{stem or 'file'}{suffix}"


def _printable(name: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in name)[:200]
