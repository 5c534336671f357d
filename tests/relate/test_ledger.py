"""The quantity ledger: which numbers share a row, which differ, and which only share a topic."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from time import perf_counter
from typing import Any

import pytest

from lib.relate.ledger import find_ledger
from lib.relate.ledger.intervals import excludes, interval
from lib.relate.story import Account, StoryAccounts
from lib.schema import LedgerRow, Quantity
from lib.tables import to_table
from tests.relate.counts import DAY, account, blank, said


def ledger(*accounts: Account) -> Sequence[LedgerRow]:
    found = find_ledger(StoryAccounts("story", accounts))
    to_table(LedgerRow, found.rows)
    ids = [row.ledger_id for row in found.rows]
    assert len(set(ids)) == len(ids)
    assert set(found.row_of.values()) == set(ids)
    for row in found.rows:
        sources = {a.article.source for a in accounts for q in a.quantities
                   if found.row_of.get((a.article.article_id, q.start, q.end)) == row.ledger_id}  # fmt: skip
        assert row.n_sources == len(sources)
    return found.rows


def troops(text: str, low: float | None, high: float | None, hedge: str = "exactly", **more: Any) -> dict[str, Any]:
    here = {"counted": "troop", "actor_entity_id": "ruritania", "place_entity_id": "zenda"}
    return said(text, low, high, hedge, **(here | more))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("about", 100000, 100000), ("exactly", 127000, 127000), True),
        (("at least", 100000, None), ("exactly", 127000, 127000), False),
        (("at least", 127000, None), ("about", 100000, 100000), True),
        (("about", 3000, 3000), ("about", 2900, 2900), False),
        (("exactly", 127000, 127000), ("exactly", 127400, 127400), False),
        (("exactly", 8, 8), ("exactly", 9, 9), True),
        (("at most", None, 175000), ("exactly", 175000, 175000), False),
        (("about", 14000, 14000), ("at least", 14000, None), False),
        (("about", 24, 99), ("about", 70, 70), False),
        (("between", 5, 7), ("exactly", 8, 8), True),
    ],
)
def test_intervals(a: tuple[str, Any, Any], b: tuple[str, Any, Any], expected: bool) -> None:
    one, two = (interval(blank(Quantity, {"hedge": h, "low": low, "high": high})) for h, low, high in (a, b))
    assert excludes(one, two) is expected
    assert excludes(two, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "unit", "expected"),
    [
        (48.0, 48.1, "percent", False),
        (5.0, 5.2, "percent", False),
        (5.6, 5.2, "percent", True),
        (60.0, 62.0, "percent", True),
        (60.0, 62.0, "", True),
        (250.0, 250.5, "km", False),
        (0.0, 0.5, "percent", True),
    ],
)
def test_what_is_measured_may_be_rounded_to_its_last_digit(one, other, unit, expected) -> None:
    a, b = (interval(blank(Quantity, {"hedge": "exactly", "low": x, "high": x, "unit": unit})) for x in (one, other))
    assert excludes(a, b) is expected


def test_two_counts_of_the_same_troops_differ() -> None:
    (row,) = ledger(
        account("Gazette", troops("Ruritania has [about 100,000 troops] near Zenda.", 1e5, 1e5, "about")),
        account("Herald", troops("Ruritania has [127,000 soldiers] near Zenda.", 127000, 127000, counted="soldier")),
    )
    assert (row.low, row.high, row.n_sources, row.differs) == (1e5, 127000, 2, True)
    assert "about 100,000 troops" in row.why
    assert "127,000 soldiers" in row.why


def test_more_than_does_not_exclude() -> None:
    (row,) = ledger(
        account("Gazette", troops("Ruritania has [more than 100,000 troops] near Zenda.", 1e5, None, "at least")),
        account("Herald", troops("Ruritania has [127,000 troops] near Zenda.", 127000, 127000)),
    )
    assert (row.n_sources, row.differs) == (2, False)


def test_projected_and_present_are_no_contradiction() -> None:
    first, second = ledger(
        account("Gazette", troops("Ruritania has [100,000 troops] near Zenda.", 1e5, 1e5)),
        account("Herald", troops("Ruritania may send [175,000 troops] to Zenda.", 175000, 175000, status="planned")),
    )
    assert first.topic == second.topic
    assert not first.differs
    assert not second.differs
    assert "planned" in first.why + second.why


def test_another_place_another_actor_and_parts_are_only_related() -> None:
    rows = ledger(
        account("Gazette", troops("Ruritania has [100,000 troops] near Zenda.", 1e5, 1e5)),
        account("Herald", troops("Ruritania has [80,000 troops] near Strelsau.", 8e4, 8e4, place_entity_id="strelsau")),
        account("Courier", troops("Among them [90,000 troops] near Zenda are conscripts.", 9e4, 9e4)),
    )
    assert len(rows) == 3
    assert len({row.topic for row in rows}) == 1
    assert not any(row.differs for row in rows)
    assert any("another place" in row.why for row in rows)


def test_numbers_weeks_apart_do_not_differ() -> None:
    rows = ledger(
        account("Gazette", troops("Ruritania has [100,000 troops] near Zenda.", 1e5, 1e5)),
        account("Herald", troops("Ruritania has [127,000 troops] near Zenda.", 127000, 127000),
                day=DAY + dt.timedelta(days=30)),
    )  # fmt: skip
    assert not any(row.differs for row in rows)


def test_copies_of_one_story_are_named() -> None:
    (row,) = ledger(
        account("Gazette", troops("Ruritania has [100,000 troops] near Zenda.", 1e5, 1e5), origin="wire"),
        account("Herald", troops("Ruritania has [100,000 troops] near Zenda.", 1e5, 1e5), origin="wire"),
    )
    assert row.n_sources == 2
    assert "copies" in row.why


def test_the_dead_and_the_injured_stay_apart() -> None:
    rows = ledger(
        account("Gazette", said("The fire killed [14 people].", 14, 14, counted="people"),
                said("It left [20 people] injured.", 20, 20, counted="people")),
        account("Herald",
                said("At least [17 people] were killed in the fire.", 17, None, "at least", counted="people")),
    )  # fmt: skip
    dead = next(row for row in rows if "killed" in row.thing)
    assert (dead.low, dead.high, dead.n_sources, dead.differs) == (14, 14, 2, True)
    assert any("injured" in row.thing and row.n_sources == 1 for row in rows)


def test_those_rescued_are_not_those_aboard() -> None:
    rows = ledger(
        account("Gazette", said("Fishermen rescued [119 people] off Zenda.", 119, 119, counted="people",
                                place_entity_id="zenda")),
        account("Herald", said("The ferry sank off Zenda with [200 people] aboard.", 200, 200, counted="people",
                               place_entity_id="zenda")),
    )  # fmt: skip
    assert sorted(row.thing for row in rows) == ["people, on board (Zenda)", "people, rescued or survived (Zenda)"]
    assert not any(row.differs for row in rows)


def test_those_killed_aboard_are_killed() -> None:
    (row,) = ledger(
        account("Gazette", said("All [44 people] aboard were killed.", 44, 44, counted="people")),
        account("Herald", said("The crash killed [44 people].", 44, 44, counted="people")),
    )
    assert (row.n_sources, row.differs) == (2, False)
    assert "killed" in row.thing


def test_outlets_that_nobody_knows_are_as_many_as_their_articles() -> None:
    one = account("", said("The fire killed [14 people].", 14, 14, counted="people"))
    two = account("", said("The fire killed [17 people].", 17, 17, counted="people"), day=DAY + dt.timedelta(days=1))
    (row,) = find_ledger(StoryAccounts("story", [one, two])).rows
    assert (row.n_sources, row.differs) == (2, True)
    assert f"“17 people” ({two.article.article_id})" in row.why


def test_civilians_killed_are_not_all_killed() -> None:
    rows = ledger(
        account("Gazette", said("The fire killed [14 people].", 14, 14, counted="people")),
        account("Herald", said("The fire killed [9 civilians].", 9, 9, counted="civilian")),
    )
    assert len(rows) == 2
    assert not any(row.differs for row in rows)


def test_a_lonely_number_has_a_row_and_a_lonely_pair_none() -> None:
    rows = ledger(
        account("Gazette", said("They built [500 tents].", 500, 500, counted="tent"),
                said("The [two presidents] met.", 2, 2, counted="president")),
    )  # fmt: skip
    assert [(row.thing, row.n_sources, row.differs) for row in rows] == [("tent", 1, False)]


def test_nothing_to_compare() -> None:
    assert find_ledger(StoryAccounts("story", [])).rows == ()
    assert ledger(account("Gazette", said("There were [many].", 40, 40))) == ()


def test_many_numbers_cost_little() -> None:
    rows = [said(f"They saw [{n} birds] in the valley.", n, n, counted="bird") for n in range(10, 410)]
    accounts = [account(f"Paper {n}", *rows[n * 10 : n * 10 + 40]) for n in range(37)]
    start = perf_counter()
    ledger(*accounts)
    assert perf_counter() - start < 20
