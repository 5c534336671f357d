"""Days of publication in words."""

import datetime as dt

import pytest

from lib.ui.span import say_published

FIRST, END = dt.date(2022, 1, 28), dt.date(2025, 1, 1)


@pytest.mark.parametrize(
    ("published", "start", "end", "how", "said"),
    [
        (FIRST, FIRST, None, "metadata", "28 Jan 2022"),
        (FIRST, FIRST, END, "inferred", "28 Jan 2022 (inferred)"),
        (None, FIRST, END, "unknown", "day not known; between 28 Jan 2022 – 31 Dec 2024"),
        (None, FIRST, None, "unknown", "day not known; not before 28 Jan 2022"),
        (None, None, END, "unknown", "day not known; not after 31 Dec 2024"),
        (None, None, None, "unknown", "day not known"),
    ],
)
def test_a_day_of_publication_is_said_with_what_is_known_of_it(published, start, end, how, said):
    assert say_published(published, start, end, how) == said
