"""No input stops a reader: any bytes under any suffix give articles or problems, never an exception."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.read import READERS, RawArticle, read
from lib.read.decode import decode
from lib.schema import PUBLISHED_HOW, SOURCE_HOW, Problem
from tests.read import making

SUFFIXES = [suffix for suffixes, _ in READERS for suffix in suffixes]
BODY = "The ministers met on Thursday and said that the talks would go on for the rest of the week. "
KEYS = st.sampled_from(["text", "date", "source", "articles", "x"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just(BODY),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode), JSON.map(json.dumps).map(str.encode))
)
def test_any_bytes_under_any_suffix(tmp_path: Path, data: bytes) -> None:
    for suffix in SUFFIXES:
        path = tmp_path / f"input{suffix}"
        path.write_bytes(data)
        items = list(read(path))
        assert items or data.strip() in (b"[]",)
        for item in items:
            if isinstance(item, Problem):
                assert item.what
                assert item.why
                assert item.remedy
            else:
                assert item.source_how in SOURCE_HOW
                assert item.published_how in PUBLISHED_HOW
                assert item.text.strip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_give_the_same_text(encoding: str) -> None:
    text = "The café’s “owner” said €5 was too much — and left."
    assert decode(text.encode(encoding)).text == text


def test_a_few_broken_bytes_in_utf8_are_noted_and_not_guessed() -> None:
    decoded = decode(("“Four routes” — “two ports” " * 5).encode() + b"\xe2\x80")
    assert decoded.encoding == "utf-8"
    assert "broken" in decoded.note
    assert decoded.text.startswith("“Four routes”")


def test_line_ends_are_the_only_thing_rewritten(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"  {BODY}\r\n\r\n\t{BODY}\u00ad \u00a0\r\n".encode())
    (article,) = read(path)
    assert isinstance(article, RawArticle)
    assert article.text == f"  {BODY}\n\n\t{BODY}\u00ad \u00a0\n"


def test_a_line_that_is_a_string_is_a_problem_with_words(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('""\n{"text": "The ministers met."}\n{broken\n', encoding="utf-8")
    items = list(read(path))
    assert [isinstance(item, Problem) for item in items] == [True, False, True]
    assert all(item.what for item in items if isinstance(item, Problem))


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    for suffix in SUFFIXES:
        (item,) = read(tmp_path / f"none{suffix}")
        assert isinstance(item, Problem)


def test_a_long_line_is_read_in_time(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY * 50_000, encoding="utf-8")
    start = time.process_time()
    (article,) = read(path)
    assert isinstance(article, RawArticle)
    assert time.process_time() - start < 10


def test_a_huge_csv_field_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'text\n"{BODY * 5000}"\n', encoding="utf-8")
    (article,) = read(path)
    assert isinstance(article, RawArticle)
    assert len(article.text) == len(BODY) * 5000


WHOLE = {
    ".xlsx": making.workbook({"A": [["text", "date"], [making.FIRST, "2022-02-03"]]}),
    ".docx": making.document(making.FIRST, title=making.TITLE),
    ".pdf": making.pdf([making.TITLE, making.FIRST], [making.SECOND]),
    ".eml": making.letter(html=f"<p>{making.FIRST}</p>", attached=("a.pdf",)),
    ".mhtml": making.saved_page(),
    ".rss": making.rss(),
    ".warc": making.warc([(making.URL, "200 OK", "text/html", making.page())]),
    ".warc.gz": making.warc([(making.URL, "200 OK", "text/html", making.page())], gzip=True),
    ".zip": making.packed({"a.txt": making.FIRST.encode(), "b.csv": b"text\nThe talks go on.\n"}),
}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    suffix=st.sampled_from(sorted(WHOLE)), at=st.floats(0, 1), cut=st.booleans(), put=st.binary(min_size=1, max_size=8)
)
def test_a_damaged_file_never_raises(tmp_path: Path, suffix: str, at: float, cut: bool, put: bytes) -> None:
    data = WHOLE[suffix]
    place = int(at * len(data))
    path = tmp_path / f"input{suffix}"
    path.write_bytes(data[:place] if cut else data[:place] + put + data[place + len(put) :])
    items = list(read(path))
    assert items
    assert all(item.text.strip() if isinstance(item, RawArticle) else item.what for item in items)
