"""Web archives (WARC, plain or gzipped): every HTML page that a crawler was given, each under its own address.

list(read_warc(Path("crawl.warc.gz"), "crawl.warc.gz", Given()))[0].url
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from lib.read.decode import charset_of, decode, stated_in
from lib.read.files import check_size
from lib.read.html import read_html_text
from lib.read.raw import Given, RawArticle, problem
from lib.schema import Problem

_PAGES = ("text/html", "application/xhtml+xml")
_CUT = "the archive is cut off"


def read_warc(path: Path, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    """An article or a problem a page; pictures, scripts and answers other than 200 are passed over."""
    if fault := check_size(path, shown, given.limits.file_bytes):
        yield fault
        return
    n_records = n_pages = n_articles = 0
    told = False
    left = min(given.limits.unpacked_bytes, max(path.stat().st_size, 50_000) * given.limits.ratio)
    try:
        with path.open("rb") as file:
            archive = ArchiveIterator(file)
            for record in archive:
                n_records += 1
                stated = max(int(record.rec_headers.get_header("Content-Length") or 0), 0)
                left -= stated
                data = b""
                if left >= 0 and _is_page(record):
                    data = record.content_stream().read(given.limits.document_bytes + 1)
                    # A page may be packed within its record, whose length is then that of the packed page.
                    left -= max(len(data) - stated, 0)
                if left < 0:
                    yield _too_much(path, shown, given, n_records)
                    return
                if not _is_page(record):
                    continue
                n_pages += 1
                for item in _page(record, data, shown, given):
                    if n_articles == given.limits.articles:
                        what, why = f"the archive holds more than {n_articles:,} pages", "the others were not read"
                        yield problem(shown, what, why, "raise the limit with --limit-articles")
                        return
                    n_articles += isinstance(item, RawArticle)
                    told = isinstance(item, Problem) and _CUT in item.what
                    yield item
            if n_records and not told and (archive.offset < path.stat().st_size or _is_cut(record)):
                what = f"{_CUT} after {n_records:,} records; what follows is lost"
                yield problem(shown, what, "a whole WARC file", "copy it again; what came before was read")
    except Exception as error:  # a damaged archive makes the library stumble in many ways
        said = " ".join(str(error).split())[:160] or type(error).__name__
        where = f"record {n_records + 1}" if n_records else ""
        what = f"the archive breaks there: {said}" if n_records else f"the file is no WARC: {said}"
        yield problem(shown, what, "a whole WARC file", "copy it again; what came before was read", where)
        return
    if not n_pages and n_records <= 1 and not _is_warc(path):
        yield problem(shown, "the file is no WARC", "a web archive", "check where the file comes from")
    elif not n_pages:
        what = f"none of the archive's {n_records:,} records is a page" if n_records else "the file holds no records"
        yield problem(shown, what, "answers (status 200) with HTML", "check what was crawled")


def _too_much(path: Path, shown: str, given: Given, n_records: int) -> Problem:
    what = f"the archive unpacks to more than its {path.stat().st_size:,} bytes allow"
    why = f"at most {given.limits.unpacked_bytes:,} bytes and {given.limits.ratio} times the file"
    return problem(shown, f"{what}; what follows was not read", why, "split it", f"record {n_records}")


def _is_cut(record: Any) -> bool:
    """Whether the file ends within this record, its last: in its content or before it has said its length."""
    length = record.rec_headers.get_header("Content-Length") or ""
    return (record.format == "warc" and not length.isdigit()) or getattr(record.raw_stream, "limit", 0) > 0


def _is_warc(path: Path) -> bool:
    """Whether a file begins as one: warcio takes any bytes for one record in an older format."""
    with path.open("rb") as file:
        head = file.read(5)
    return head.startswith((b"WARC/", b"\x1f\x8b"))


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip().casefold()
    return kind in _PAGES and record.http_headers.get_statuscode() == "200"


def _page(record: Any, data: bytes, shown: str, given: Given) -> Iterator[RawArticle | Problem]:
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    where = url[:200]
    # What the record states of its length and did not hold; warcio itself says nothing of it.
    if getattr(record.raw_stream, "limit", 0) > 0 and len(data) <= given.limits.document_bytes:
        what = f"{_CUT} within this page; what follows is lost"
        yield problem(shown, what, "a whole WARC file", "copy it again; what came before was read", where)
        return
    if len(data) > given.limits.document_bytes:
        what, why = "the page is longer than one article may be", f"{given.limits.document_bytes:,} bytes"
        yield problem(shown, what, why, "nothing, unless it is an article", where)
        return
    kind = record.http_headers.get_header("Content-Type") or ""
    decoded = decode(data, charset_of(kind) or stated_in(data))
    if decoded.fault or not decoded.text.strip():
        what = decoded.fault or "the page is empty"
        yield problem(shown, what, "HTML with words in it", "nothing, unless it is an article", where)
        return
    notes = (decoded.note,) if decoded.note else ()
    yield from read_html_text(decoded.text, shown, given, notes, url=url, where=where)
