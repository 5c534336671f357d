"""Bytes to text, with the reason for the encoding; what is not text is a fault in words.

    decode(b"caf\\xe9").encoding      # 'cp1252'

Line ends become "\\n" here, once; nothing else of a text is ever rewritten.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

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
#: Where a page states its encoding, and what it looks like: <meta charset="…">, <?xml … encoding="…"?>.
_HEAD = 4096
_CHARSET = re.compile(
    rb"<(?:meta\b[^<>]{0,200}?\bcharset|\?xml\b[^<>]{0,100}?\bencoding)\s{0,4}=\s{0,4}[\"']?\s{0,4}([\w.:-]{2,40})",
    re.I,
)
#: Encodings of text on the web, as Python names them; others, such as punycode, are no page's.
_ENCODING = re.compile(r"(?:cp|iso8859|koi8|mac|gb|big5|euc|shift_jis|johab|tis|utf-8|ascii)")
#: What browsers read where a page states these: most who write Latin-1 mean Windows' own.
_MEANT = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("iso-8859-9", "iso8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("ks_c_5601-1987", "euc-kr"), "cp949"),
}
_LINE_END = re.compile("[\f\v\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, its encoding, and a note where the encoding was guessed; or ``fault`` where there is no text."""

    text: str = ""
    encoding: str = ""
    note: str = ""
    fault: str = ""


def decode(data: bytes, stated: str = "", *, breaks: bool = True) -> Decoded:
    """Text of ``data``: UTF-8, UTF-16 with a mark, the ``stated`` encoding, cp1252, else charset-normalizer's guess.

    ``stated`` is what the file or its server says of it; it is not asked where the bytes are UTF-8, which other
    encodings never are by chance. ``breaks`` False leaves the rarer line ends alone: in JSON they stand in strings.
    """
    decoded = _decoded(data, stated)
    return decoded if decoded.fault else replace(decoded, text=line_ends(decoded.text, breaks=breaks))


def stated_in(data: bytes) -> str:
    """The encoding that a page of HTML states in its head; empty where it states none."""
    match = _CHARSET.search(data[:_HEAD])
    return match[1].decode("ascii") if match else ""


def charset_of(content_type: str) -> str:
    """The encoding that a server's Content-Type states; empty where it states none."""
    match = re.search(r"charset\s?=\s?[\"']?([\w.:-]{2,40})", content_type, re.I)
    return match[1] if match else ""


def _decoded(data: bytes, stated: str) -> Decoded:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return Decoded(fault=f"the file is {what}")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError as error:
                return Decoded(fault=f"the file says that it is {encoding} but breaks at byte {error.start}")
    if b"\x00" in data and (unmarked := _utf16(data)):
        return unmarked
    if b"\x00" in data:
        return Decoded(fault=f"there is a NUL byte at byte {data.index(0)}, which no text has")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _as_stated(data, stated) or _guess(data, error.start)


def _as_stated(data: bytes, stated: str) -> Decoded | None:
    """The text in the encoding that is stated, where that is one of text and fits every byte."""
    try:
        name = codecs.lookup(_MEANT.get(stated.casefold(), stated)).name
        return Decoded(data.decode(name), name) if _ENCODING.match(name) else None
    except (LookupError, UnicodeError, ValueError):
        return None


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 that lacks its mark: in Western text every second byte is NUL."""
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        high, low = data[first:4000:2], data[1 - first : 4000 : 2]
        if high.count(0) >= 0.7 * len(high) and not low.count(0):
            try:
                note = f"read as {encoding}: it has no byte-order mark, but every second byte is 0"
                return Decoded(data.decode(encoding), encoding, note)
            except UnicodeDecodeError:
                return None
    return None


def _guess(data: bytes, broken_at: int) -> Decoded:
    text = data.decode("utf-8", errors="replace")
    broken, whole = text.count("\ufffd"), len(_MULTIBYTE.findall(data))
    if whole >= 3 * broken:
        note = f"read as UTF-8 with {broken} broken bytes, the first at byte {broken_at}, shown as \ufffd"
        return Decoded(text, "utf-8", note)
    # English that is not UTF-8 is nearly always cp1252; a detector fed a few accents and quotes guesses at random.
    foreign = sum(byte > 127 for byte in data)
    if foreign <= len(data) * 0.3:
        try:
            note = f"read as cp1252: byte {broken_at} is not UTF-8 and every byte is in cp1252"
            return Decoded(data.decode("cp1252"), "cp1252", note)
        except UnicodeDecodeError:
            pass
    best = from_bytes(data[:200_000]).best()
    if best is not None and best.encoding != "utf_8":
        try:
            note = f"read as {best.encoding}, guessed from the bytes: byte {broken_at} is not UTF-8"
            return Decoded(data.decode(best.encoding), best.encoding, note)
        except UnicodeDecodeError:
            pass
    return Decoded(fault=f"byte {broken_at} is not UTF-8, and no other encoding fits the bytes")


def line_ends(text: str, *, breaks: bool = True) -> str:
    """The text with one sign for a line's end; form feeds of PDF text and word processors' separators are ends too."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return (
        text if not breaks or (text.isascii() and "\f" not in text and "\v" not in text) else _LINE_END.sub("\n", text)
    )
