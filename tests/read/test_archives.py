"""ZIPs and web archives: one bad file never stops the others, and no more is unpacked than is allowed."""

import gzip
import io
import zipfile

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from lib.read import RawArticle, read, registry
from lib.read.limits import Limits
from tests.read import making

FILES = {f"{name}.txt": f"{making.TITLE}\n\n{making.FIRST}\n\n{name} {making.SECOND}\n".encode() for name in "abc"}


def _damaged(method):
    """A ZIP of three files, the second one damaged."""
    data = bytearray(making.packed(FILES, method))
    start = data.find(b"b.txt") + len("b.txt")
    for place in range(start + 12, start + 60):
        data[place] ^= 0xFF
    return bytes(data)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_file_in_an_archive_does_not_stop_the_others(tmp_path, method):
    path = tmp_path / "news.zip"
    path.write_bytes(_damaged(method))
    first, problem, last = read(path, shown="news.zip")
    assert [first.path, problem.path, last.path] == [f"news.zip/{name}" for name in FILES]
    assert "cannot be unpacked" in problem.what


def test_a_reader_that_stumbles_does_not_stop_the_others(tmp_path, monkeypatch):
    def stumbles(path, shown, given):
        raise KeyError("no such style")
        yield

    monkeypatch.setattr(registry, "READERS", [((".docx",), stumbles), *registry.READERS])
    path = tmp_path / "news.zip"
    path.write_bytes(making.packed({"0.docx": b"PK", **FILES}))
    problem, *articles = read(path, shown="news.zip")
    assert (problem.path, len(articles)) == ("news.zip/0.docx", 3)
    assert "cannot be read: 'no such style'" in problem.what


def test_a_web_archive_in_an_archive_is_read(tmp_path):
    path = tmp_path / "news.zip"
    web = making.warc([(making.URL, "200 OK", "text/html", making.page())], gzip=True)
    path.write_bytes(making.packed({"crawl.warc.gz": web}))
    (article,) = read(path, shown="news.zip")
    assert (article.url, article.path) == (making.URL, "news.zip/crawl.warc.gz")


def _packed_pages(n):
    """A web archive whose ``n`` pages are gzipped within their records, and the bytes of one page."""
    out, body = io.BytesIO(), making.page().replace("</body>", "<p></p>" * 20_000 + "</body>").encode()
    writer, kind = WARCWriter(out, gzip=True), [("Content-Type", "text/html"), ("Content-Encoding", "gzip")]
    for number in range(n):
        headers = StatusAndHeaders("200 OK", kind, protocol="HTTP/1.1")
        payload = io.BytesIO(gzip.compress(body))
        url = f"{making.URL}/{number}"
        writer.write_record(writer.create_warc_record(url, "response", payload=payload, http_headers=headers))
    return out.getvalue(), len(body)


def test_pages_packed_within_a_web_archive_count_as_unpacked(tmp_path):
    path = tmp_path / "crawl.warc.gz"
    data, size = _packed_pages(5)
    path.write_bytes(data)
    whole = list(read(path))
    assert [type(item) for item in whole] == [RawArticle] * 5
    *articles, problem = read(path, limits=Limits(unpacked_bytes=3 * size + size // 2))
    assert [type(item) for item in articles] == [RawArticle] * 3
    assert "unpacks to more than" in problem.what
    assert problem.where == "record 4"
