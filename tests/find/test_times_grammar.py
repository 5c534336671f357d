"""The grammar of times on bare text: which phrases it offers, and what its triggers leave out."""

from __future__ import annotations

import pytest

from lib.find.times.grammar import candidates, patterns, triggers, triggers_in


def offered(text: str) -> set[tuple[str, str]]:
    return {(match.kind, match.text) for match in candidates(text)}


@pytest.mark.parametrize(
    ("text", "kind", "phrase"),
    [
        ("down 2 percent on the day, at 3,544", "the-day", "the day"),
        ("at the day's low", "the-day", "the day"),
        ("growth this year and next.", "this-unit", "next"),
        ("in the week of aug. 22", "week-of-day", "the week of aug. 22"),
        ("over the easter weekend", "holiday-weekend", "the easter weekend"),
        ("since black monday", "named-day", "black monday"),
        ("signed 40 years ago this month", "ago-at", "40 years ago this month"),
        ("on friday week.", "week-from-weekday", "friday week"),
        ("lower at 0915 on tuesday", "clock", "0915"),
        ("woken at 5 this morning", "clock", "5"),
        ("in q3 2009", "quarter", "q3 2009"),
        ("from april 4 to 8", "day-beside", "8"),
        ("on april 4-8", "day-range", "april 4-8"),
    ],
)
def test_a_phrase_is_offered(text: str, kind: str, phrase: str) -> None:
    assert (kind, phrase) in offered(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on the day of the vote", "the-day"),
        ("the driver of the year", "this-unit"),
        ("this year and next month", "week-of-day"),
        ("room 0915b", "clock"),
        ("from april 4 to 8", "day-range"),
        ("the quality of the house", "quarter"),
    ],
)
def test_another_phrase_is_not(text: str, kind: str) -> None:
    assert kind not in {k for k, _ in offered(text)}


def test_patterns_name_triggers_that_exist() -> None:
    names = {name for name, _ in triggers()}
    assert all(pattern.needs | pattern.all <= names for pattern in patterns())


def test_given_triggers_change_nothing() -> None:
    text = "sales in the quarter ended march 31, 2009 fell"
    assert candidates(text, triggers_in(text)) == candidates(text)
    assert candidates(text, frozenset(name for name, _ in triggers())) == candidates(text)
