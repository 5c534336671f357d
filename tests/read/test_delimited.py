"""Tables of text: no column is lost, and no row because of another."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.read import read
from lib.read.columns import columns_of
from lib.schema import Problem
from tests.read.making import FIRST, SECOND, workbook


def test_of_two_columns_of_one_name_neither_is_lost(tmp_path):
    path = tmp_path / "news.csv"
    path.write_text(f"text,date,text,,\n{FIRST},2022-02-03,{SECOND},,\n", encoding="utf-8")
    columns = columns_of(path)
    assert columns.names == ("text", "date", "text (2)", "")
    assert columns.rows[0][:3] == (FIRST, "2022-02-03", SECOND)
    (article,) = read(path)
    assert article.text == FIRST
    (article,) = read(path, columns={"text": "text (2)"})
    assert article.text == SECOND


ROWS = [("First", FIRST, "2022-02-01"), ("Second", SECOND, "2022-02-02"), ("Third", FIRST, "2022-02-03")]


def table(delimiter, rows, name="news.csv", folder=None):
    path = folder / name
    lines = [delimiter.join(row) for row in (("title", "text", "date"), *rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def split(items):
    items = list(items)
    return (
        [item for item in items if not isinstance(item, Problem)],
        [item for item in items if isinstance(item, Problem)],
    )


@pytest.mark.parametrize("delimiter", ["\t", ";"])
@pytest.mark.parametrize("place", [0, 1])
def test_a_stray_quote_costs_no_other_row(tmp_path, delimiter, place):
    stray = list(ROWS[1])
    stray[place] = f'"We stay. {stray[place]}'
    path = table(delimiter, [ROWS[0], stray, ROWS[2], ROWS[0], ROWS[2]], folder=tmp_path)
    articles, (fault,) = split(read(path))
    assert [(article.title, article.published.day) for article in articles] == [
        ("First", 1), (stray[0], 2), ("Third", 3), ("First", 1), ("Third", 3),
    ]  # fmt: skip
    assert articles[1].text == stray[1]
    assert (fault.where, "nothing closes it" in fault.what) == ("row 2", True)


def test_a_stray_quote_in_the_last_row_costs_nothing(tmp_path):
    path = table("\t", [ROWS[0], ('"We stay', SECOND, "2022-02-02")], folder=tmp_path)
    articles, (fault,) = split(read(path))
    assert [(article.title, article.text) for article in articles] == [("First", FIRST), ('"We stay', SECOND)]
    assert fault.where == "row 2"


def test_two_stray_quotes_close_nothing_of_each_other_in_a_table_by_tabs(tmp_path):
    stray = ('"We stay', SECOND, "2022-02-02")
    path = table("\t", [stray, ROWS[0], ROWS[2], stray, ROWS[2]], "news.tsv", tmp_path)
    articles, faults = split(read(path))
    assert [article.published.day for article in articles] == [2, 1, 3, 2, 3]
    assert [fault.where for fault in faults] == ["row 1", "row 4"]


def test_a_quoted_text_of_many_lines_is_one_text(tmp_path):
    text = f'{FIRST}\n\n“No,” he said, and left.\nA ""line"", with commas, too, and more.\n{SECOND}'
    path = table(",", [("First", f'"{text}"'), (*ROWS[1][:1], f'"{text}"', "2022-02-02")], folder=tmp_path)
    articles, faults = split(read(path))
    assert [article.text for article in articles] == [text.replace('""', '"')] * 2
    assert not faults


def test_a_table_that_is_cut_off_says_so_and_keeps_what_there_is(tmp_path):
    path = table(";", [ROWS[0], ("Second", f'"{FIRST}\n\nHe said that\nthe piers')], folder=tmp_path)
    articles, (fault,) = split(read(path))
    assert [article.title for article in articles] == ["First", "Second"]
    assert articles[1].text.startswith(f"{FIRST}\n\nHe said that")
    assert (fault.where, "cut off" in fault.what) == ("row 2", True)


def test_excels_line_with_the_delimiter_is_no_header(tmp_path):
    path = tmp_path / "news.csv"
    path.write_text(f"sep=;\ntitle;text\nTalks, and more;{FIRST}\n", encoding="utf-8")
    (article,) = read(path)
    assert (article.title, article.text, article.where) == ("Talks, and more", FIRST, "row 1")


def test_of_two_columns_of_one_name_the_one_with_words_counts(tmp_path):
    (tmp_path / "a.csv").write_text(f"text,title,text\n,Talks,{FIRST}\n", encoding="utf-8")
    (tmp_path / "pandas.csv").write_text(f"text,title,text.1\n,Talks,{FIRST}\n", encoding="utf-8")
    rows = [["text", "title", "text"], [FIRST, "Talks", None], [None, "Talks", SECOND]]
    (tmp_path / "a.xlsx").write_bytes(workbook({"A": rows}))
    columns = [pa.array([FIRST, None]), pa.array(["Talks", "Talks"]), pa.array([None, SECOND])]
    pq.write_table(pa.table(columns, names=["text", "title", "text"]), tmp_path / "a.parquet")
    for name in ("a.csv", "pandas.csv"):
        assert [article.text for article in read(tmp_path / name)] == [FIRST]
    for name in ("a.xlsx", "a.parquet"):
        assert [article.text for article in read(tmp_path / name)] == [FIRST, SECOND]
        assert columns_of(tmp_path / name).names == ("text", "title", "text (2)")
