"""Words that look like times and are none: counts before a time, the verb 'last', a clock and a day of two clauses."""

from __future__ import annotations

import datetime as dt

import pytest
from spacy.language import Language

from lib.find.parse import load_model, parse
from lib.find.times import find_times
from lib.schema import Article

FRIDAY = dt.date(2022, 2, 4)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model()


def values(text: str, nlp: Language) -> list[tuple[str, str]]:
    article = Article(
        "a" * 16, "Test", "given", "", "", FRIDAY, FRIDAY, None, "given", "", "", "", "en", text, 0, "a" * 16, "", "t"
    )
    return [(row.text, row.value) for row in find_times(parse(article, (), nlp))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The share price fell by 3 on Monday morning.", ("Monday morning", "2022-01-31TMO")),
        ("They lost by 2 last night against the champions.", ("last night", "2022-02-03TNI")),
        ("The toll stood at 12 this morning, up from nine.", ("this morning", "2022-02-04TMO")),
        ("Guests must leave by 8 on Monday morning.", ("8 on Monday morning", "2022-02-07T08:00")),
        ("They were woken at 5 this morning.", ("5 this morning", "2022-02-04T05:00")),
    ],
)
def test_a_count_before_a_time_is_no_hour(text: str, expected: tuple[str, str], nlp: Language) -> None:
    assert values(text, nlp) == [expected]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The talks start next week and last until Friday.", "last"),
        ("The ban may begin this month and last for years.", "last"),
        ("Exports fell this year and next to nothing was sold.", "next"),
    ],
)
def test_what_goes_on_is_no_unit(text: str, told: str, nlp: Language) -> None:
    assert told not in [found for found, _ in values(text, nlp)]


def test_a_unit_and_the_one_beside_it(nlp: Language) -> None:
    assert values("Growth will slow this year and next.", nlp) == [("this year", "2022"), ("next", "2023")]
    assert values("It was cold this week and last.", nlp) == [("this week", "2022-W05"), ("last", "2022-W04")]


def test_the_day_beside_the_night_is_no_date(nlp: Language) -> None:
    assert values("They worked through the day and night.", nlp) == []
    assert values("Stocks closed lower on the day.", nlp) == [("the day", "2022-02-04")]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("Voting ended at 8 p.m. and results are due on Thursday.", "2022-02-04T20:00"),
        ("Polls closed at 8 p.m. and the party will choose its leader on Sunday.", "2022-02-04T20:00"),
        ("The fire began at 3 a.m. and was out when ministers met on Wednesday.", "2022-02-04T03:00"),
        ("At 5:30 a.m. a bomb went off in the market on Saturday.", "2022-01-29T05:30"),
    ],
)
def test_a_clock_takes_the_day_of_its_own_clause(text: str, clock: str, nlp: Language) -> None:
    assert values(text, nlp)[0][1] == clock


@pytest.mark.parametrize(
    ("other", "value"),
    [
        ("The deadline was 25/12/2021.", "2022-02-03"),
        ("The deadline was 12/25/2021.", "2022-03-02"),
        ("The deadline was 25/12/2021, or 12/25/2021.", "2022-03-02"),
        ("The deadline was 25.12.2021.", "2022-03-02"),
        ("About 25/12/20210 of them came.", "2022-03-02"),
    ],
)
def test_figures_are_read_in_the_order_that_the_article_shows(other: str, value: str, nlp: Language) -> None:
    assert values(f"The form is dated 3/2/2022. {other}", nlp)[0] == ("3/2/2022", value)
    assert values(f"{other} The form is dated 3/2/2022.", nlp)[-1] == ("3/2/2022", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minutes of a board meeting of 5 December, which the paper has read, record two warnings.", "2021-12-05"),
        ("The election of 5 December will decide it.", "2022-12-05"),
        ("The summit of 5 March brings them together.", "2022-03-05"),
    ],
)
def test_a_verb_in_the_present_tells_nothing_of_a_day_that_a_noun_has(text: str, value: str, nlp: Language) -> None:
    assert [found for _, found in values(text, nlp)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The treaty ends on 15 December 2150.", [("15 December 2150", "2150-12-15")]),
        ("Seas will rise by a metre by 2100.", [("2100", "2100")]),
        ("Police stopped 2150 cars in 2019.", [("2019", "2019")]),
        ("Troops left at 2115 hours.", [("2115 hours", "2022-02-04T21:15")]),
    ],
)
def test_a_year_of_the_next_century_is_a_year(text: str, expected: list[tuple[str, str]], nlp: Language) -> None:
    assert values(text, nlp) == expected
