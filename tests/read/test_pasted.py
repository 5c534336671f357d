"""Texts as programs hand them over: UTF-16 without its mark, odd line ends, one line, several articles in one file."""

from pathlib import Path

from lib.read import RawArticle, read
from lib.read.decode import decode

BODY = "The ministers met on Thursday in the old customs house and said that the talks would go on. "


def article(path: Path, data: bytes) -> RawArticle:
    path.write_bytes(data)
    (one,) = read(path)
    assert isinstance(one, RawArticle)
    return one


def test_utf_16_without_a_mark(tmp_path: Path) -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        one = article(tmp_path / "a.txt", f"Talks open\n\n{BODY}“So be it”.".encode(encoding))
        assert "“So be it”." in one.text
        assert any(encoding in note for note in one.notes)


def test_nul_bytes_are_still_no_text() -> None:
    assert decode(b"The talks\0opened." * 20).fault
    assert decode(b"\0" * 100).fault


def test_line_ends_of_word_processors_and_pdf() -> None:
    assert decode("a\u2028b\u2029c\fd\x85e\r\nf\rg".encode()).text == "a\nb\nc\nd\ne\nf\ng"


def test_a_page_in_one_line_says_so(tmp_path: Path) -> None:
    assert any("one line" in note for note in article(tmp_path / "a.txt", (BODY * 20).encode()).notes)
    assert not article(tmp_path / "b.txt", (BODY * 20 + "\n" + BODY).encode()).notes


def test_two_articles_in_a_file_are_told(tmp_path: Path) -> None:
    both = f"\n\n{BODY * 6}\n\n=====\n\n{BODY * 6}"
    (note,) = article(tmp_path / "a.txt", both.encode()).notes
    assert "line 5, =====," in note
    assert not article(tmp_path / "b.txt", f"Talks open\n=====\n\n{BODY * 6}".encode()).notes


def test_days_of_the_week_are_no_authors(tmp_path: Path) -> None:
    body = "The ministers met on Thursday and said that four ferry routes would open again in June, officials said."
    text = f"Ferry talks open in Ansel\n\nBy {{}}\n\n{body}\n\n{body}\n"
    assert article(tmp_path / "a.txt", text.format("Monday and Tuesday").encode()).author == ""
    assert article(tmp_path / "b.txt", text.format("April Berg and June May").encode()).author == "April Berg, June May"
