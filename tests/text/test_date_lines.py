"""Lines that say when a page was published, glued as pages leave them."""

import pytest

from lib.text.date_lines import is_stamp, only_clock, only_dates


@pytest.mark.parametrize(
    ("line", "stamps"),
    [
        ("Published 9:36 AM EST, Thu March 2, 2023", True),
        ("Tue 28 MayTuesday 28 May 2024 at 4:35am", True),
        ("PUBLISHED TUE, APR 25 20237:30 AM EDTUPDATED TUE, APR 25 20239:14 AM EDT", True),
        ("04/18/2024April 18, 2024", True),
        ("June 6, 2024 2:14 PM GMT+2 · Updated 3 hours ago", True),
        ("2 hours ago", False),
        ("The treaty of 3 March 2023 is dead", False),
        ("Published on 3 March 2023, the report blames the company.", False),
    ],
)
def test_is_stamp(line: str, stamps: bool) -> None:
    assert is_stamp(line) is stamps


@pytest.mark.parametrize(
    ("line", "clock"),
    [("17.48 BST", True), ("4:05 p.m. ET", True), ("4:05 pm", True), ("10:31", False), ("At 4:05", False)],
)
def test_only_clock(line: str, clock: bool) -> None:
    assert only_clock(line) is clock


def test_words_are_no_date() -> None:
    assert not only_dates("12 ships")
    assert not only_dates("May")
