"""Encodings that a page or its server states, and line ends where they stand in strings."""

import json

import pytest

from lib.read import read
from lib.read.decode import decode, stated_in
from tests.read.making import FIRST, SECOND, TITLE, page, warc

NAMES = "Wałęsa spoke in Łódź with Kaczyński about the piers, and said that they would open in June."


def polish(head=""):
    return page().replace("<head>", f"<head>{head}").replace(SECOND, NAMES)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="iso-8859-2">', "iso-8859-2"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">', "cp1250"),
        ("<meta charset=iso-8859-2>", "utf-8"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_states_unless_it_is_utf_8(tmp_path, head, encoding):
    path = tmp_path / "page.html"
    path.write_bytes(polish(head).encode(encoding))
    (article,) = read(path)
    assert NAMES in article.text
    assert not article.notes


def test_turkish_letters_of_a_page_that_says_latin_5():
    data = '<meta charset="iso-8859-9"><p>Erdoğan met İmamoğlu in Muş – “soon”.</p>'.encode("cp1254")
    assert "Erdoğan met İmamoğlu in Muş – “soon”" in decode(data, stated_in(data)).text


@pytest.mark.parametrize("stated", ["utf-8", "iso-2022-jp-9", "punycode", "base64", "undefined", ""])
def test_a_stated_encoding_that_fits_not_is_passed_over(stated):
    decoded = decode("Ms. Núñez said “no”.".encode("cp1252"), stated)
    assert (decoded.text, decoded.encoding) == ("Ms. Núñez said “no”.", "cp1252")


def test_a_crawled_page_is_read_in_the_encoding_that_its_server_states(tmp_path):
    path = tmp_path / "crawl.warc"
    data = warc([("https://a.example/x", "200 OK", "text/html; charset=iso-8859-2", polish())])
    latin = data.replace(NAMES.encode(), NAMES.encode("iso-8859-2"))
    lost = len(data) - len(latin)
    for line in [line for line in data.split(b"\r\n") if line.startswith(b"Content-Length: ")]:
        latin = latin.replace(line, b"Content-Length: %d" % (int(line.split()[1]) - lost))
    path.write_bytes(latin)
    (article,) = [item for item in read(path) if hasattr(item, "text")]
    assert NAMES in article.text


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
@pytest.mark.parametrize("name", ["news.json", "news.jsonl", "utf16.json"])
def test_line_separators_in_json_strings_lose_nothing(tmp_path, sign, name):
    path = tmp_path / name
    row = json.dumps({"title": TITLE, "text": f"{FIRST}{sign}{SECOND}"}, ensure_ascii=False)
    path.write_text(row if name == "news.jsonl" else f"[{row}]", encoding="utf-16" if "utf16" in name else "utf-8")
    (article,) = read(path)
    assert article.text == f"{FIRST}\n{SECOND}"


def test_words_for_nothing_are_no_headline_outlet_or_author(tmp_path):
    path = tmp_path / "news.csv"
    rows = ["title,text,source,author,date", f'nan,"{FIRST}",None,NULL,NaT', f'N/A,"{SECOND}",n/a,-,', "A,NaN,B,C,"]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    *articles, fault = read(path)
    assert [(article.title, article.source, article.author) for article in articles] == [("", "", "")] * 2
    assert (fault.where, fault.what) == ("row 3", "the text is empty")


@pytest.mark.parametrize(
    "value", ["20220203231500", "202202032315", 20220203231500.0, 1643846400000.0, "1643846400000", 1643846400.0]
)
def test_days_in_one_number(tmp_path, value):
    path = tmp_path / "news.json"
    path.write_text(json.dumps([{"text": FIRST, "published": value}]), encoding="utf-8")
    (article,) = read(path)
    assert article.published.isoformat() == "2022-02-03"
