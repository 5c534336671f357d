"""The scorer of time expressions, on an invented TimeML text and an invented CAT file."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from lib.find.parse import load_model
from lib.quality.timeml import read_cat, read_folder, read_timeml
from lib.quality.times import count, f1, main, pairs, score_times
from lib.schema import TimeExpression

TML = """<?xml version="1.0" ?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2022-02-04"
functionInDocument="CREATION_TIME">2022-02-04</TIMEX3></DCT><TEXT>
The mill <EVENT eid="e1" class="OCCURRENCE">burned</EVENT> down on <TIMEX3 tid="t1" type="DATE"
value="2022-02-03">Thursday</TIMEX3>, after
<TIMEX3 tid="t2" type="DURATION" value="P2Y">two years</TIMEX3> of drought.

It burned for <TIMEX3 tid="t3" type="DURATION" value="PT9H">nine whole hours</TIMEX3>.
</TEXT></TimeML>"""

CAT = """<Document doc_name="x"><token number="0" sentence="0" t_id="1">Mill</token>
<token number="1" sentence="0" t_id="2">burns</token><token number="2" sentence="1" t_id="3">February</token>
<token number="3" sentence="1" t_id="4">4</token><token number="4" sentence="1" t_id="5">,</token>
<token number="5" sentence="1" t_id="6">2022</token><token number="6" sentence="2" t_id="7">It</token>
<token number="7" sentence="2" t_id="8">burned</token><token number="8" sentence="2" t_id="9">Thursday</token>
<token number="9" sentence="2" t_id="10">.</token><token number="10" sentence="6" t_id="11">Friday</token>
<Markables><TIMEX3 m_id="1" type="DATE" value="2022-02-04" functionInDocument="CREATION_TIME"><token_anchor t_id="3"/>
<token_anchor t_id="6"/></TIMEX3><TIMEX3 m_id="2" type="DATE" value="2022-02-03" functionInDocument="NONE">
<token_anchor t_id="9"/></TIMEX3></Markables></Document>"""


def row(start: int, end: int, value: str = "2022-02-03") -> TimeExpression:
    return TimeExpression(
        "a", 0, start, end, "x", "DATE", value, None, None, "day", None, "none", "year", "“x” is.", (), 1.0
    )


def test_timeml_gives_text_offsets_and_the_creation_time() -> None:
    doc = read_timeml(ET.fromstring(TML), "x")
    assert doc.published == dt.date(2022, 2, 4)
    assert [(doc.text[t.start : t.end], t.value) for t in doc.times] == [
        ("Thursday", "2022-02-03"),
        ("two years", "P2Y"),
        ("nine whole hours", "PT9H"),
    ]
    assert "after two years" in doc.text  # a wrapped line is no paragraph


def test_cat_gives_running_text_and_its_annotated_part() -> None:
    doc = read_cat(ET.fromstring(CAT), "x")
    assert doc.text == "Mill burns\nFebruary 4, 2022\nIt burned Thursday. Friday"
    assert doc.published == dt.date(2022, 2, 4)
    assert [(doc.text[t.start : t.end], t.value) for t in doc.times] == [("Thursday", "2022-02-03")]
    assert doc.text[doc.until :].strip() == "Friday"
    assert [doc.text[s:e] for s, e in doc.ignored] == ["February 4, 2022"]


def test_spans_are_paired_once_by_overlap() -> None:
    doc = read_timeml(ET.fromstring(TML), "x")
    first = doc.times[0]
    rows = [row(first.start, first.start + 1), row(first.start + 1, first.end)]
    assert pairs(doc.times, rows) == [(first, rows[1])]


def test_counts_tell_strict_relaxed_and_value_apart() -> None:
    doc = read_timeml(ET.fromstring(TML), "x")
    one, two, _ = doc.times
    counts, errors = count(doc, [row(one.start, one.end), row(two.start, two.end - 1, "P3Y"), row(0, 3, "1999")])
    assert counts.right == {"strict": 1, "relaxed": 2, "type": 1, "value": 1, "calendar": 1}
    assert counts.given["calendar"] == 2
    assert counts.wanted == {"strict": 3, "relaxed": 3, "type": 3, "value": 3, "calendar": 1}
    assert f1([counts], "relaxed") == pytest.approx(2 / 3)
    assert sorted(line.split(" |")[0] for line in errors) == ["extra", "missed", "value"]


def test_the_whole_path_scores_an_easy_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.tml").write_text(TML, encoding="utf-8")
    (tmp_path / "y.xml").write_text(CAT, encoding="utf-8")
    result = score_times(read_folder(tmp_path), load_model(), resamples=20)
    assert result["documents"] == 2
    assert result["value"]["f1"] == 1.0
    assert result["value"]["low"] == 1.0
    main([str(tmp_path)])
    assert "value     F1 1.000" in capsys.readouterr().out


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nothing-here"):
        list(read_folder(tmp_path / "nothing-here"))


def test_meantime_stays_good() -> None:
    folder = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpora" / "meantime"
    if not folder.exists():
        pytest.skip("the folder ../shared with the MEANTIME corpus is absent")
    result = score_times(read_folder(folder), load_model(), resamples=10)
    assert result["documents"] == 90
    assert result["relaxed"]["f1"] > 0.89
    assert result["value"]["f1"] > 0.75
    assert result["calendar"]["f1"] > 0.84
