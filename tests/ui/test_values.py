"""What a build writes for machines is said in words."""

from __future__ import annotations

import pytest

from lib.ui.values import say_value


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("date", "2021-12", "Dec 2021"),
        ("date", "2022-01-24", "24 Jan 2022"),
        ("date", "2009-06-01T12:00Z", "1 Jun 2009, 12:00"),
        ("date", "1997-09-13TMO", "13 Sep 1997, morning"),
        ("date", "2021-W02", "week of 11 Jan 2021"),
        ("date", "2021-W02-WE", "weekend of 16 Jan 2021"),
        ("date", "2021-W60", "2021-W60"),
        ("date", "2021-Q3", "third quarter of 2021"),
        ("date", "2022", "2022"),
        ("date", "2022-13", "2022-13"),
        ("date", "2022-02-31", "2022-02-31"),
        ("date", "1–4 Feb 2022", "1–4 Feb 2022"),
        ("number", "127000", "127,000"),
        ("number", "100000–", "100,000 or more"),
        ("number", "–8500 percent", "up to 8,500 percent"),
        ("number", "100000–127000", "100,000–127,000"),
        ("number", "70", "70"),
        ("hedge", "at least 3000 km", "at least 3,000 km"),
        ("number", "1.23456", "1.23456"),
        ("attribution", "named: John Kirby", "John Kirby (a named person)"),
        ("attribution", "anonymous: officials: two of them", "officials: two of them (an anonymous source)"),
        ("attribution", "anonymous", "anonymous"),
        ("certainty", "hedged", "hedged"),
    ],
)
def test_a_value_is_said_in_words(kind: str, value: str, said: str) -> None:
    assert say_value(kind, value) == said
