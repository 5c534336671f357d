"""Dates that exclude each other are those of outlets in view; every one that is listed is opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.ask.conflicts import Conflicts, conflicts
from lib.store.engine import Store
from lib.store.facts import evidence
from lib.view import View
from tests.ask.told import Date, dates

MAY, JUNE = dt.date(2021, 5, 3), dt.date(2021, 6, 7)
ASH = "Ash Post dates it 3 May 2021: “on 3 May”. It says 3 May."
BIRCH = "Birch Echo dates it 7 Jun 2021: “on 7 June”. It says 7 June."
COVE = "Cove Mail dates it Jun 2021: “in June”."
TOLD = [
    Date("Ash Post", "on 3 May", MAY, MAY, f"{ASH} {BIRCH}"),
    Date("Birch Echo", "on 7 June", JUNE, JUNE, f"{ASH} {BIRCH}"),
    Date("Cove Mail", "in June", dt.date(2021, 6, 1), dt.date(2021, 6, 30), f"{ASH} {COVE}"),
    Date("Birch Echo", "a month later", JUNE, JUNE, f"{ASH} {BIRCH}"),
]  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = dates(tmp_path, TOLD)
    yield opened
    opened.close()


@pytest.mark.parametrize(("sources", "n"), [((), 4), (("ash-post", "birch-echo"), 3), (("ash-post", "cove-mail"), 2)])
def test_only_dates_in_view_are_listed_and_all_of_them_are_opened(
    store: Store, sources: tuple[str, ...], n: int
) -> None:
    view = View(sources=sources)
    (found,) = conflicts(store, view).shown
    opened = evidence(store, view, found.mark)
    assert n == found.n == len(found.dates) == len(opened)
    assert {(d.article_id, d.start, d.end) for d in found.dates} == {(e.article_id, e.start, e.end) for e in opened}
    assert {d.words for d in found.dates} == {e.parts[1] for e in opened}
    assert all(d.url == f"https://example.test/{int(d.article_id, 16)}" for d in found.dates)


@pytest.mark.parametrize("view", [View(sources=("ash-post",)), View(text="June"), View(text="xyzzy")])
def test_dates_without_another_that_they_exclude_are_no_conflict(store: Store, view: View) -> None:
    assert conflicts(store, view) == Conflicts((), 0)


def test_each_date_has_its_own_reason(store: Store) -> None:
    (found,) = conflicts(store, View(sources=("ash-post", "cove-mail"))).shown
    assert [d.why for d in found.dates] == [ASH, COVE]


def test_an_outlet_whose_name_has_a_full_stop_takes_nothing_of_the_other_reason(tmp_path: Path) -> None:
    st = BIRCH.replace("Birch Echo", "St. Orn Echo")
    store = dates(
        tmp_path,
        [
            Date("Ash Post", "on 3 May", MAY, MAY, f"{ASH} {st}"),
            Date("St. Orn Echo", "on 7 June", JUNE, JUNE, f"{ASH} {st}"),
        ],
    )
    (found,) = conflicts(store, View()).shown
    assert [d.why for d in found.dates] == [ASH, st]
    store.close()
