"""Quantities: numbers with hedge, unit, what they count, whose, where, when, and who says so."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence
from itertools import pairwise
from time import perf_counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.find.numbers import number
from lib.find.parse import load_model, parse
from lib.find.quantities import find_quantities
from lib.find.quantities.spoken import spoken
from lib.find.quotes import find_quotes
from lib.find.times import find_times
from lib.schema import Article, Mention, Quantity
from lib.tables import to_table

FRIDAY = dt.date(2022, 2, 4)
Names = Sequence[tuple[str, str]]
Find = Callable[..., list[Quantity]]
Read = tuple[float | None, float | None, str, str]


def article(text: str) -> Article:
    """An article of which only the text and the day matter here."""
    known: dict[str, Any] = {
        "article_id": "a" * 16, "source": "T", "source_how": "given", "published": FRIDAY, "published_start": FRIDAY,
        "published_how": "given", "language": "en", "text": text,
    }  # fmt: skip
    blank = {"str": "", "int": 0, "bool": False}
    fields = {f.name: known.get(f.name, blank.get(str(f.type))) for f in dataclasses.fields(Article)}
    return Article(**fields)


@pytest.fixture(scope="module")
def find() -> Find:
    nlp = load_model()

    def run(text: str, names: Names = ()) -> list[Quantity]:
        document = parse(article(text), [], nlp)
        mentions = sorted(
            (
                Mention("a" * 16, 0, at, at + len(name), name, label, "", "name", "test", 1.0)
                for name, label in names
                for at in range(len(text))
                if text.startswith(name, at)
            ),
            key=lambda m: m.start,
        )
        rows = find_quantities(document, mentions, find_times(document), find_quotes(document, mentions))
        to_table(Quantity, rows)
        assert all(text[row.start : row.end] == row.text for row in rows)
        assert all(a.end <= b.start for a, b in pairwise(rows))
        return rows

    return run


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("60", 60), ("1,000", 1000), ("twenty-five thousand", 25000), ("a hundred and fifty thousand", 150000),
        ("two and a half million", 2.5e6), ("1.2bn", 1.2e9), ("3.5m", 3.5e6), ("a dozen", 12), ("two dozen", 24),
        ("several", None), ("0", 0), ("117.5bn", 117.5e9), ("one hundred twenty-three", 123), ("0.4 million", 4e5),
    ],
)  # fmt: skip
def test_numbers_in_words_and_digits(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as many as 175,000 troops", (None, 175000, "", "at most")),
        ("more than 100,000 troops", (100000, None, "", "at least")),
        ("no more than 50 tents", (None, 50, "", "at most")),
        ("no fewer than 50 tents", (50, None, "", "at least")),
        ("nearly 3,000 tents", (3000, 3000, "", "about")),
        ("at least some 70 sites", (70, None, "", "at least")),
        ("between 5 and 7 million voters", (5e6, 7e6, "", "between")),
        ("5 to 7 percent", (5, 7, "percent", "between")),
        ("2-3 million doses", (2e6, 3e6, "", "between")),
        ("one or two boats", (1, 2, "", "between")),
        ("From 40 to 60 farms", (40, 60, "", "between")),
        ("dozens of tanks", (24, 99, "", "about")),
        ("tens of thousands of people", (20000, 99999, "", "about")),
        ("several hundred people", (300, 900, "", "about")),
        ("half of the fleet", (50, 50, "percent", "exactly")),
        ("two-thirds of the fleet", (66.667, 66.667, "percent", "exactly")),
        ("half a million people", (500000, 500000, "", "exactly")),
        ("€1.2bn", (1.2e9, 1.2e9, "EUR", "exactly")),
        ("between $5bn and $7bn", (5e9, 7e9, "USD", "between")),
        ("about 10bn cubic metres", (1e10, 1e10, "m³", "about")),
        ("five million pounds", (5e6, 5e6, "GBP", "exactly")),
        ("150 pounds", (150, 150, "pound", "exactly")),
        ("40km", (40, 40, "km", "exactly")),
        ("a 700-mile pipeline", (700, 700, "mile", "exactly")),
        ("the 100m race", (100, 100, "m", "exactly")),
        ("3.5m people", (3.5e6, 3.5e6, "", "exactly")),
        ("300 or more", (300, None, "", "at least")),
        ("20 or so", (20, 20, "", "about")),
        ("billions of dollars", (2e9, 9999999999, "USD", "about")),
        ("half a percentage point", (0.5, 0.5, "percentage point", "exactly")),
        ("less than half of 1 percent", (None, 0.5, "percent", "at most")),
        ("nearly eight in ten people", (80, 80, "percent", "about")),
        ("one out of every five voters", (20, 20, "percent", "exactly")),
        ("two in two villages", (2, 2, "", "exactly")),
        ("100 000 troops", (100000, 100000, "", "exactly")),
        ("10,00,000 people", (1000000, 1000000, "", "exactly")),
        ("2½ million people", (2.5e6, 2.5e6, "", "exactly")),
        ("Rs 500 crore", (5e9, 5e9, "INR", "exactly")),
        ("3.5 lakh people", (350000, 350000, "", "exactly")),
        ("about minus 9 degrees", (-9, -9, "degree", "about")),
        ("-5 degrees", (-5, -5, "degree", "exactly")),
        (">100 people", (100, None, "", "at least")),
        ("≤ 40 micrograms", (None, 40, "", "at most")),
        ("over two rounds", (2, 2, "", "exactly")),
        ("over 20 rounds", (20, None, "", "at least")),
    ],
)  # fmt: skip
def test_amounts_with_hedge_and_unit(text: str, expected: Read) -> None:
    (one,) = spoken(text)
    assert (one.low, one.high, one.unit, one.hedge) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares rose 5.2 percent to 14.31 euros.", [(5.2, "percent"), (14.31, "EUR")]),
        ("Profit climbed 12% to 340 million.", [(12, "percent"), (340e6, "")]),
        ("Brent fell $1.20 to $80.30.", [(1.2, "USD"), (80.3, "USD")]),
        ("The toll rose by five to 14.", [(5, ""), (14, "")]),
        ("The fund grew by another 3 million to 14 million euros.", [(3e6, ""), (14e6, "EUR")]),
        ("Rents rose 5 percent to 6 percent.", [(None, "percent")]),
        ("Rents rose 2 to 5 percent.", [(None, "percent")]),
        ("It costs 3 to 14 million euros.", [(None, "EUR")]),
    ],
)
def test_a_change_and_what_it_led_to_are_no_range(text: str, expected: list[tuple[float | None, str]]) -> None:
    """``None`` stands for a range."""
    assert [(one.low if one.low == one.high else None, one.unit) for one in spoken(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "It blew up at ten to six.", "Gas ignited shortly before six on Monday.", "They met at six in the morning.",
        "The doors open at nine on Friday.",
    ],
)  # fmt: skip
def test_hours_of_a_clock_count_nothing(text: str, find: Find) -> None:
    assert find(text) == []


def test_other_numbers_before_parts_of_the_day_count(find: Find) -> None:
    assert [row.text for row in find("They met at six schools in the morning.")] == ["six schools"]


@pytest.mark.parametrize(
    "text",
    ["Su-35", "F-35s", "TB2", "the 82nd", "737s", "24/7", "14:30", "1.2.3", "13/01/2022", "call 555-1234", "MH17"],
)
def test_what_is_no_amount(text: str) -> None:
    assert list(spoken(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thousands of Russian soldiers moved west.", [("Thousands of Russian soldiers", "soldier")]),
        ("They lost 100 pieces of equipment.", [("100 pieces of equipment", "equipment")]),
        ("The force could grow to as many as 175,000.", [("as many as 175,000", "force")]),
        ("The ministry put the number of soldiers at 127,000 this week.", [("127,000", "soldier")]),
        ("The number rose from 100,000 to 175,000.", [("100,000", ""), ("175,000", "")]),
        ("The neighbours signed eight agreements.", [("eight agreements", "agreement")]),
        ("Oil fell to $14 a barrel.", [("$14 a barrel", "barrel")]),
        ("The flood left 14 dead.", [("14 dead", "dead")]),
        ("The blast did about $10 billion in damage.", [("about $10 billion", "damage")]),
        ("About 3,000 troops will move: 2,000 from Kent and 1,000 from Bath.",
         [("About 3,000 troops", "troop"), ("2,000", "troop"), ("1,000", "troop")]),
        ("Seventy percent of the mills have closed.", [("Seventy percent", "mill")]),
        ("He spoke to the 57-member council.", [("57-member", "member")]),
        ("Inflation rose to 5.5 percent.", [("5.5 percent", "inflation")]),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, expected: list[tuple[str, str]], find: Find) -> None:
    assert [(row.text, row.counted) for row in find(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "They met on 3 February 2022 at 14:30.", "She is 42 and lives in Kent.", "Ana Ruiz, 45, was born in 1976.",
        "A man of 71 was rescued.", "It was the third time in two years.", "Article 5 was invoked.",
        "He lives at 10 Downing Street.", "1. Wash the rice.", "The home side won 3-1.", "Nord Stream 2 was stopped.",
        "There are no plans to leave.", "No one saw it.", "One of them left.", "One day it will end.",
        "The two sides met twice.", "A two-state solution is far.", "The twenty-first century began.",
    ],
)  # fmt: skip
def test_what_is_no_quantity(text: str, find: Find) -> None:
    assert find(text) == []


def test_numbers_in_names_are_skipped(find: Find) -> None:
    assert find("Group of 20 ministers met.", [("Group of 20", "ORG")]) == []
    assert [row.text for row in find("Group of 20 ministers met 30 bankers.", [("Group of 20", "ORG")])] == [
        "30 bankers"
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ruritania has moved 5,000 troops.", "happened"),
        ("Ruritania plans to send 5,000 troops.", "planned"),
        ("Ruritania will send 5,000 troops.", "planned"),
        ("An assault could kill 5,000 civilians.", "planned"),
        ("If Ruritania sends 5,000 troops, we leave.", "planned"),
        ("Officials spoke of plans for up to 5,000 troops.", "planned"),
        ("Ruritania did not send 5,000 troops.", "alleged"),
        ("Ruritania allegedly sent 5,000 troops.", "alleged"),
    ],
)
def test_status(text: str, status: str, find: Find) -> None:
    (row,) = find(text)
    assert row.status == status


def test_whose_where_when_and_who_says_so(find: Find) -> None:
    text = "Ruritania has massed more than 5,000 troops near Zenda since December, the mayor, Ana Ruiz, said."
    (row,) = find(text, [("Ruritania", "COUNTRY"), ("Zenda", "PLACE"), ("Ana Ruiz", "PERSON")])
    assert row.actor_entity_id == "@0-9"
    assert row.place_entity_id == f"@{text.index('Zenda')}-{text.index('Zenda') + 5}"
    assert (row.date_start, row.date_end) == (dt.date(2021, 12, 1), dt.date(2022, 2, 5))
    assert (row.attribution, row.status) == ("named", "happened")
    assert "Ana Ruiz" in row.speaker_text


def test_the_subject_of_puts_answers_for_the_number(find: Find) -> None:
    (row,) = find("Zenda puts the force at 127,000.", [("Zenda", "PLACE")])
    assert (row.counted, row.speaker_text, row.speaker_entity_id) == ("force", "Zenda", "@0-5")


def test_a_table_of_numbers_gives_no_bare_numbers(find: Find) -> None:
    assert find("12 45 67 23 98 11 34 56 78 90") == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["5", "1,000", "$", "€3", "%", "-", "–", " to ", " and ", "between ", "more than ", "no ", "a dozen",
             "half", " of ", "troops", "\n", ".", ",", "(", ")", "\u00ad", "\u202f", "א", "👍", "e\u0301", "“",
             "'", "bn", "m", "twenty", "-five", " million", "ONE", " in ", "said", "2022", "⅔", "٣", "Ⅷ", "1/2",
             "\t", "\x00", "ﬁ", "İ"]
        ),
        max_size=40,
    ).map("".join)
    | st.text(max_size=80)
)  # fmt: skip
def test_any_text(find: Find, text: str) -> None:
    find(text)


@pytest.mark.parametrize(
    "piece", ["5 ", "between 1 and ", "two hundred ", "$5-", "more than ", "one or two, ", "9,999"]
)
def test_linear_time(piece: str) -> None:
    long, longer = piece * 2000, piece * 16000
    start = perf_counter()
    list(spoken(long))
    middle = perf_counter()
    list(spoken(longer))
    assert perf_counter() - middle < 30 * (middle - start) + 0.5
