"""Tables of text: no column is lost."""

from lib.read import read
from lib.read.columns import columns_of
from tests.read.making import FIRST, SECOND


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
