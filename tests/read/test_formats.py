"""Every format that is not plain text: what is read of it, and what is said where it cannot be."""

import datetime as dt
import io
import json
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from lib.read import RawArticle, read
from lib.read.columns import Columns, columns_of
from lib.read.limits import Limits
from lib.schema import Problem
from tests.read import making
from tests.read.making import FIRST, SECOND, TITLE, URL


def items_of(folder: Path, name: str, data: bytes, **given) -> tuple[list[RawArticle], list[Problem]]:
    path = folder / name
    path.write_bytes(data)
    items = list(read(path, **given))
    problems = [item for item in items if isinstance(item, Problem)]
    assert all(found.what and found.why and found.remedy for found in problems)
    return [item for item in items if isinstance(item, RawArticle)], problems


def only_problem(folder: Path, name: str, data: bytes, **given) -> Problem:
    articles, (found,) = items_of(folder, name, data, **given)
    assert articles == []
    return found


def locked_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(making.pdf([FIRST]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def locked_zip() -> bytes:
    data = bytearray(making.packed({"a.txt": FIRST.encode()}, zipfile.ZIP_STORED))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the flag that says 'encrypted'
        data[data.index(mark) + at] |= 1
    return bytes(data)


def bomb(name: str) -> bytes:
    return making.packed({name: b"\0" * 30_000_000})


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.pdf", making.pdf([], []), "they are pictures"),
        ("a.pdf", locked_pdf(), "password"),
        ("a.pdf", making.pdf([FIRST])[:200], "cannot be read"),
        ("a.pdf", b"", "empty (0 bytes)"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 2000, "password"),
        ("a.docx", making.document(FIRST)[:500], "cannot be unpacked"),
        ("a.docx", making.document(""), "the text is empty"),
        ("a.docx", bomb("word/document.xml"), "as a bomb does"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + b"\0" * 2000, "password"),
        ("a.xlsx", making.workbook({"One": [], "Two": []}), "every sheet is empty"),
        ("a.xlsx", making.workbook({"One": [["Name", "Price"], ["x", 3]]}), "the columns are: Name"),
        ("a.xlsx", making.workbook({"One": [["text"]]}), "no rows"),
        ("a.xlsx", bomb("xl/workbook.xml"), "as a bomb does"),
        ("a.eml", b"just words, no header", "no message"),
        ("a.eml", b"Subject: Talks\n\n \n", "no words"),
        ("a.mhtml", b"Subject: Talks\n\nno page here\n", "no page"),
        ("a.rss", b"<rss><channel></channel></rss>", "has no entries"),
        ("a.xml", b"<catalogue><book/></catalogue>", "no RSS or Atom feed"),
        ("a.warc", b"", "empty"),
        ("a.warc", b"no web archive at all", "no WARC"),
        ("a.warc.gz", b"no web archive at all", "no WARC"),
        ("a.warc", making.warc([(URL, "404 Not Found", "text/html", making.page())]), "none of the archive's 1 rec"),
        ("a.zip", b"PK\x03\x04 and no more", "cannot be unpacked"),
        ("a.zip", making.packed({}), "no files"),
        ("a.zip", locked_zip(), "password"),
        ("a.zip", bomb("a.txt"), "as a bomb does"),
        ("a.zip", making.packed({"in.zip": making.packed({"a.txt": FIRST.encode()})}), "inside an archive"),
        ("a.zip", making.packed({"/etc/a.txt": FIRST.encode()}), "leads out of the archive"),
        ("a.zip", making.packed({"..\\a.txt": FIRST.encode()}), "leads out of the archive"),
        ("a.zip", making.packed({"C:\\a.txt": FIRST.encode()}), "leads out of the archive"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(tmp_path, name, data, says):
    assert says in only_problem(tmp_path, name, data).what


BILLION = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("head", [BILLION, OUTSIDE])
def test_entities_of_a_feed_are_refused(tmp_path, head):
    data = making.rss(f"<item><title>&a;</title><description>{FIRST}</description></item>", head=head)
    assert "entities of its own" in only_problem(tmp_path, "a.rss", data).what


def test_a_symbolic_link_in_an_archive_is_refused(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/hostname")
    assert "a link" in only_problem(tmp_path, "a.zip", out.getvalue()).what


def test_an_archive_that_states_less_than_it_holds_is_stopped(tmp_path):
    data = bytearray(making.packed({"a.txt": (FIRST * 100).encode()}, zipfile.ZIP_DEFLATED))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (50).to_bytes(4, "little")
    articles, problems = items_of(tmp_path, "a.zip", bytes(data))
    assert problems
    assert all(len(article.text) <= 50 for article in articles)


def test_limits_are_said_with_the_option_that_raises_them(tmp_path):
    tight = Limits(file_bytes=1000, document_bytes=1000, unpacked_bytes=1500, members=2, articles=3, pages=1)
    big = (FIRST * 20).encode()
    found = only_problem(tmp_path, "a.txt", big, limits=tight)
    assert (found.what, "--limit-mb 1" in found.remedy) == (f"the file has {len(big):,} bytes", True)
    assert "the file has" in only_problem(tmp_path, "a.csv", b"text\n" + big, limits=tight).what
    files = {f"{n}.txt": FIRST.encode() for n in range(3)}
    assert "holds 3 files" in only_problem(tmp_path, "a.zip", making.packed(files), limits=tight).what
    two = {"a.txt": big, "b.txt": b"x"}
    assert "unpacks to" in only_problem(tmp_path, "a.zip", making.packed(two), limits=tight).what
    articles, problems = items_of(tmp_path, "a.csv", b"text\n" + b"The talks go on.\n" * 9, limits=tight)
    assert (len(articles), "more than 3 rows" in problems[-1].what) == (3, True)
    pages = making.pdf(["The talks go on."], ["They do."])
    assert "2 pages" in only_problem(tmp_path, "a.pdf", pages, limits=Limits(pages=1)).what


def test_many_small_articles_come_one_at_a_time(tmp_path):
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("text,date\n")
        file.writelines(f"The talks went on for day {n} of the week.,2022-02-03\n" for n in range(100_000))
    coming = read(path)
    first = next(coming)
    assert isinstance(first, RawArticle)
    assert first.where == "row 1"
    assert sum(1 for _ in coming) == 99_999


def test_a_title_of_markup_stays_words(tmp_path):
    title = "<script>alert(1)</script> & =HYPERLINK()"
    (article,), _ = items_of(tmp_path, "a.xlsx", making.workbook({"A": [["title", "text"], [title, FIRST]]}))
    assert article.title == title


def test_dates_of_cells_are_days(tmp_path):
    rows = [["text", "date"], [FIRST, dt.datetime(2022, 2, 3, 9, 30)]]
    (article,), problems = items_of(tmp_path, "a.xlsx", making.workbook({"A": rows}))
    assert (article.published, problems) == (dt.date(2022, 2, 3), [])


def test_a_pdf_keeps_its_lines(tmp_path):
    data = making.pdf([TITLE, FIRST[:50], FIRST[50:]], [SECOND])
    (article,), problems = items_of(tmp_path, "a.pdf", data)
    assert article.text.split("\n") == [TITLE, FIRST[:50].rstrip(), FIRST[50:], "", SECOND] or TITLE in article.text
    assert problems == []


def test_a_newsletter_in_html_only(tmp_path):
    page = f"<html><style>p {{}}</style><body><h1>{TITLE}</h1><p>{FIRST}<p>{SECOND}</body></html>"
    (article,), _ = items_of(tmp_path, "a.eml", making.letter("See the web.", page))
    assert article.text == f"{TITLE}\n\n{FIRST}\n\n{SECOND}"
    assert (article.source, article.published) == ("Harbor Wire", dt.date(2022, 2, 3))


def test_a_saved_page_is_not_dated_by_the_day_of_saving(tmp_path):
    html = making.page().replace('<meta property="article:published_time" content="2022-02-03">', "")
    (article,), _ = items_of(tmp_path, "a.mht", making.saved_page(html))
    assert article.published_how != "metadata" or article.published != dt.date(2022, 5, 2)
    assert article.url == URL


def test_a_feed_cut_off_gives_what_came(tmp_path):
    item = f"<item><title>{TITLE}</title><description>{FIRST}</description></item>"
    data = making.rss(item * 3)
    articles, problems = items_of(tmp_path, "a.rss", data[: -len("</description></item></channel></rss>") - 20])
    assert len(articles) >= 2
    assert "cut off" in problems[0].what


def test_a_gzipped_web_archive(tmp_path):
    pages = [(URL, "200 OK", "text/html; charset=utf-8", making.page())]
    (article,), problems = items_of(tmp_path, "a.warc.gz", making.warc(pages, gzip=True))
    assert (article.url, article.title, problems) == (URL, TITLE, [])


@pytest.mark.parametrize("lost", [20, 300, 590, 605])
def test_a_damaged_web_archive_keeps_what_came_before(tmp_path, lost):
    pages = [(f"{URL}/{n}", "200 OK", "text/html", making.page(f"{TITLE} {n}")) for n in range(3)]
    data = making.warc(pages, gzip=True)
    articles, problems = items_of(tmp_path, "a.warc.gz", data[:-lost])
    assert len(articles) >= 2
    assert "cut off" in problems[0].what


def test_a_web_archive_cut_between_records_is_whole(tmp_path):
    pages = [(f"{URL}/{n}", "200 OK", "text/html", making.page(f"{TITLE} {n}")) for n in range(2)]
    data = b"".join(making.warc([page], gzip=True) for page in pages)
    articles, problems = items_of(tmp_path, "a.warc.gz", data)
    assert (len(articles), problems) == (2, [])


MAPPED = {"text": "words", "published": "day", "source": "paper"}
ROWS = [["words", "day", "paper", "title"], [FIRST, "3 February 2022", "Bay Post", TITLE]]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", f'words,day,paper,title\n"{FIRST}",3 February 2022,Bay Post,{TITLE}\n'.encode()),
        ("a.tsv", f"words\tday\tpaper\ttitle\n{FIRST}\t3 February 2022\tBay Post\t{TITLE}\n".encode()),
        ("a.xlsx", making.workbook({"A": ROWS})),
        ("a.jsonl", json.dumps(dict(zip(*ROWS, strict=True))).encode()),
        ("a.json", json.dumps([dict(zip(*ROWS, strict=True))]).encode()),
    ],
)  # fmt: skip
def test_columns_are_shown_and_mapped(tmp_path, name, data):
    assert "--map text=COLUMN" in only_problem(tmp_path, name, data).remedy
    shown = columns_of(tmp_path / name)
    assert isinstance(shown, Columns)
    assert shown.names == ("words", "day", "paper", "title")
    assert shown.rows == ((FIRST, "3 February 2022", "Bay Post", TITLE),)
    assert shown.guessed == {"title": "title"}
    (article,), problems = items_of(tmp_path, name, data, columns=MAPPED)
    assert (article.text, article.source, article.title) == (FIRST, "Bay Post", TITLE)
    assert (article.published, problems) == (dt.date(2022, 2, 3), [])


def test_a_mapped_column_that_is_not_there_is_said_and_guessed(tmp_path):
    (article,), (found,) = items_of(tmp_path, "a.csv", f"text\n{FIRST}\n".encode(), columns={"text": "body"})
    assert article.text == FIRST
    assert "no column 'body'" in found.what


def test_what_is_no_table_has_no_columns(tmp_path):
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    assert isinstance(columns_of(tmp_path / "a.txt"), Problem)
    (tmp_path / "a.csv").write_bytes(b"")
    assert isinstance(columns_of(tmp_path / "a.csv"), Problem)
