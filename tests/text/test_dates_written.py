"""Written dates as days, ambiguous ones with both readings, impossible ones as none."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.text.dates_written import find_date, parse_date, reads_day_first

DAY = dt.date(2022, 2, 3)


@pytest.mark.parametrize(
    "words",
    [
        "2022-02-03", "2022-02-03T23:30:00-05:00", "2022-02-03 23:59:59+00:00", "2022/2/3", "20220203",
        "20220203T101500Z", "Thu, 03 Feb 2022 23:10:00 -0500", "Feb. 3, 2022", "February 3rd, 2022", "3 February 2022",
        "3rd of February 2022", "Thursday 3 February 2022 10.31 GMT", "3-Feb-2022", "FEB 3 2022", "3.2.2022",
        "FEB 3, 202202:47Watch: The talks",
        "3 Feb 20221:07:30 Live",
        "1643846400", 1643846400, 1643846400000, "1643846400.5", DAY, dt.datetime(2022, 2, 3, 23, 59),
    ],
)  # fmt: skip
def test_reads_the_stated_local_day(words: object) -> None:
    read = parse_date(words)
    assert read is not None
    assert (read.day, read.ambiguous) == (DAY, False)


@pytest.mark.parametrize(
    "words",
    [None, "", "soon", "2022-02-30", "31 February 2022", "99/99/2022", True, "Feb 2022", "12", "Feb 3, 20220247"],
)
def test_no_calendar_day_is_none(words: object) -> None:
    assert parse_date(words) is None


def test_ambiguous_day_has_both_readings() -> None:
    read = parse_date("3/2/2022")
    assert read is not None
    assert (read.day, read.ambiguous, read.other) == (DAY, True, dt.date(2022, 3, 2))


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (["3/2/2022", "13/2/2022"], True),
        (["3/2/2022", "2/13/2022"], False),
        (["3/2/2022", None, "2022-02-03"], None),
        (["13/2/2022", "2/13/2022"], None),
    ],
)
def test_a_column_proves_its_order(column: list[object], expected: bool | None) -> None:
    assert reads_day_first(column) is expected


def test_a_proven_column_settles_its_rows() -> None:
    month_first = parse_date("3/2/2022", day_first=False)
    assert month_first is not None
    assert (month_first.day, month_first.ambiguous) == (dt.date(2022, 3, 2), False)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_every_day_survives_being_written(day: dt.date) -> None:
    for words in (day.isoformat(), f"{day:%d %B %Y}", f"{day:%b %d, %Y}", f"{day:%a, %d %b %Y}"):
        read = parse_date(words)
        assert read is not None
        assert read.day == day


@given(st.text(max_size=200))
def test_any_text_is_read_or_not(text: str) -> None:
    read = find_date(text)
    assert read is None or text[read.start : read.end] == read.words
