"""Bytes to text, with the reason for the encoding; what is not text is a fault in words.

    decode(b"caf\\xe9").encoding      # 'cp1252'

Line ends become "\\n" here, once; nothing else of a text is ever rewritten.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MAGIC = (
    (b"PK\x03\x04", "a ZIP file (or a Word or Excel document)"), (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"), (b"PAR1", "a Parquet file"), (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel document"), (b"7z\xbc\xaf", "a 7-Zip file"),
    (b"SQLite format 3\x00", "an SQLite database"), (b"\x7fELF", "a program"),
)  # fmt: skip
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
#: Well-formed multi-byte UTF-8: a file full of it is UTF-8 although a few of its bytes are broken.
_MULTIBYTE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LINE_END = re.compile("[\f\v\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, its encoding, and a note where the encoding was guessed; or ``fault`` where there is no text."""

    text: str = ""
    encoding: str = ""
    note: str = ""
    fault: str = ""


def decode(data: bytes) -> Decoded:
    """Text of ``data``: UTF-8, UTF-16 with a mark, cp1252, else charset-normalizer's guess."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return Decoded(fault=f"the file is {what}")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return Decoded(line_ends(data.decode(encoding)), encoding)
            except UnicodeDecodeError as error:
                return Decoded(fault=f"the file says that it is {encoding} but breaks at byte {error.start}")
    if b"\x00" in data and (unmarked := _utf16(data)):
        return unmarked
    if b"\x00" in data:
        return Decoded(fault=f"there is a NUL byte at byte {data.index(0)}, which no text has")
    try:
        return Decoded(line_ends(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, error.start)


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 that lacks its mark: in Western text every second byte is NUL."""
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        high, low = data[first:4000:2], data[1 - first : 4000 : 2]
        if high.count(0) >= 0.7 * len(high) and not low.count(0):
            try:
                note = f"read as {encoding}: it has no byte-order mark, but every second byte is 0"
                return Decoded(line_ends(data.decode(encoding)), encoding, note)
            except UnicodeDecodeError:
                return None
    return None


def _guess(data: bytes, broken_at: int) -> Decoded:
    text = data.decode("utf-8", errors="replace")
    broken, whole = text.count("\ufffd"), len(_MULTIBYTE.findall(data))
    if whole >= 3 * broken:
        note = f"read as UTF-8 with {broken} broken bytes, the first at byte {broken_at}, shown as \ufffd"
        return Decoded(line_ends(text), "utf-8", note)
    # English that is not UTF-8 is nearly always cp1252; a detector fed a few accents and quotes guesses at random.
    foreign = sum(byte > 127 for byte in data)
    if foreign <= len(data) * 0.3:
        try:
            note = f"read as cp1252: byte {broken_at} is not UTF-8 and every byte is in cp1252"
            return Decoded(line_ends(data.decode("cp1252")), "cp1252", note)
        except UnicodeDecodeError:
            pass
    best = from_bytes(data[:200_000]).best()
    if best is not None and best.encoding != "utf_8":
        try:
            note = f"read as {best.encoding}, guessed from the bytes: byte {broken_at} is not UTF-8"
            return Decoded(line_ends(data.decode(best.encoding)), best.encoding, note)
        except UnicodeDecodeError:
            pass
    return Decoded(fault=f"byte {broken_at} is not UTF-8, and no other encoding fits the bytes")


def line_ends(text: str) -> str:
    """The text with one sign for a line's end; form feeds of PDF text and word processors' separators are ends too."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() and "\f" not in text and "\v" not in text else _LINE_END.sub("\n", text)
