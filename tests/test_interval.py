"""A vague date is an interval: never empty, never a midnight, and it says itself without ambiguity."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.interval import DateInterval, read_day, say_day

DAYS = st.dates(dt.date(1583, 1, 1), dt.date(9998, 12, 1))


@given(day=DAYS)
def test_every_kind_holds_its_day(day: dt.date) -> None:
    for interval, days in (
        (DateInterval.day(day), {1}),
        (DateInterval.week(day), {7}),
        (DateInterval.month(day.year, day.month), {28, 29, 30, 31}),
        (DateInterval.year(day.year), {365, 366}),
    ):
        assert day in interval
        assert interval.start in interval
        assert interval.last in interval
        assert interval.end not in interval
        assert interval.days in days
    assert DateInterval.week(day).start.weekday() == 0


@given(a=DAYS, b=DAYS, c=DAYS, d=DAYS)
def test_overlap_is_sharing_a_day(a: dt.date, b: dt.date, c: dt.date, d: dt.date) -> None:
    one, other = DateInterval.between(min(a, b), max(a, b)), DateInterval.between(min(c, d), max(c, d))
    assert one.overlaps(other) == other.overlaps(one) == (max(one.start, other.start) <= min(one.last, other.last))


@given(first=DAYS, n=st.integers(0, 800))
def test_different_intervals_say_different_things(first: dt.date, n: int) -> None:
    one = DateInterval.between(first, first + dt.timedelta(days=n))
    longer = DateInterval.between(first, first + dt.timedelta(days=n + 1))
    assert str(one) != str(longer)


def test_an_empty_or_reversed_interval_is_refused() -> None:
    day = dt.date(2022, 2, 3)
    for end in (day, day - dt.timedelta(days=1)):
        with pytest.raises(ValueError, match="at least one day"):
            DateInterval(day, end)


@pytest.mark.parametrize(
    ("interval", "said"),
    [
        (DateInterval.day(dt.date(2022, 2, 3)), "3 Feb 2022"),
        (DateInterval.between(dt.date(2022, 2, 3), dt.date(2022, 2, 3)), "3 Feb 2022"),
        (DateInterval.between(dt.date(2022, 2, 3), dt.date(2022, 2, 7)), "3–7 Feb 2022"),
        (DateInterval.between(dt.date(2022, 1, 30), dt.date(2022, 2, 2)), "30 Jan – 2 Feb 2022"),
        (DateInterval.between(dt.date(2021, 12, 30), dt.date(2022, 1, 2)), "30 Dec 2021 – 2 Jan 2022"),
        (DateInterval.month(2022, 2), "Feb 2022"),
        (DateInterval.month(2021, 12), "Dec 2021"),
        (DateInterval.year(2022), "2022"),
        (DateInterval.between(dt.date(2020, 1, 1), dt.date(2022, 12, 31)), "2020–2022"),
    ],
)
def test_an_interval_in_words(interval: DateInterval, said: str) -> None:
    assert str(interval) == said


def test_a_day_in_words_has_no_leading_zero() -> None:
    assert say_day(dt.date(2022, 2, 3)) == "3 Feb 2022"


@given(st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)))
def test_a_day_is_read_as_it_is_written(day: dt.date) -> None:
    assert read_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    ["20220203", "2022-W05-1", "2022-02-31", "2022-2-3", " 2022-02-03", "0999-12-31", "3000-01-01", "٢٠٢٢-٠٢-٠٣"],
)
def test_no_other_day_is_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"\d|day|month"):
        read_day(text)
