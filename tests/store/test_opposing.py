"""Differences of a claim stand as long as another outlet's sentence is left that they differ from."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from lib.interval import DateInterval
from lib.store.opposing import Differing, Stating, standing

_FIRST = "Harbor Wire dates it 1 Feb 2022: “Tuesday”. “Tuesday” is Tue 1 Feb 2022: the last one. Said of U.S. talks."
_SECOND = "Northgate dates it 2 Feb 2022: “Wednesday”. “Wednesday” is Wed 2 Feb 2022."
_THIRD = "The Post dates it 1 Feb 2022: “1 February”. “1 February” is Tue 1 Feb 2022."


def _date(number: int, outlet: str, words: str, value: str, why: str) -> Differing:
    return Differing("date", number, number, 0, outlet, words, value, why)


def test_a_reason_names_a_side_that_is_left() -> None:
    first = _date(1, "Harbor Wire", "Tuesday", "2022-02-01", f"{_FIRST} {_SECOND}")
    second = _date(2, "Northgate", "Wednesday", "2022-02-02", f"{_FIRST} {_SECOND}")
    third = _date(3, "The Post", "1 February", "2022-02-01", f"{_SECOND} {_THIRD}")
    every = [first, second, third]
    assert dict(standing(every, every, [])) == {row: row.why for row in every}
    assert dict(standing(every, [second, third], [])) == {second: f"{_SECOND} {_THIRD}", third: third.why}
    assert dict(standing(every, [first, third], [])) == {}


def _corrected(row: Differing, day: int) -> Differing:
    days = DateInterval.day(dt.date(2022, 2, day))
    return replace(row, value=days.start.isoformat(), days=days, corrected=True)


def test_a_corrected_day_ends_a_conflict_or_is_told_in_it() -> None:
    first_of_february = DateInterval.day(dt.date(2022, 2, 1))
    first = _date(1, "Harbor Wire", "Tuesday", "2022-02-01", f"{_FIRST} {_SECOND}")
    second = _date(2, "Northgate", "Wednesday", "2022-02-02", f"{_FIRST} {_SECOND}")
    before, first = [first, second], replace(first, days=first_of_february)
    assert dict(standing(before, [first, _corrected(second, 1)], [])) == {}
    still = _corrected(second, 5)
    half = "Northgate dates it 5 Feb 2022: “Wednesday”. Corrected by hand."
    assert dict(standing(before, [first, still], [])) == {first: f"{_FIRST} {half}", still: f"{half} {_FIRST}"}


def test_a_corrected_day_leaves_the_conflict_of_the_others() -> None:
    first = _date(1, "Harbor Wire", "Tuesday", "2022-02-01", f"{_FIRST} {_SECOND}")
    second = _date(2, "Northgate", "Wednesday", "2022-02-02", f"{_FIRST} {_SECOND}")
    third = _date(3, "The Post", "1 February", "2022-02-01", f"{_SECOND} {_THIRD}")
    second = replace(second, days=DateInterval.day(dt.date(2022, 2, 2)))
    told = dict(standing([first, second, third], [_corrected(first, 2), second, third], []))
    assert told == {second: f"{_SECOND} {_THIRD}", third: third.why}


def test_who_answers_is_compared_with_the_sentences_that_are_left() -> None:
    why = "Here named: Ada Marsh; elsewhere anonymous: Officials; outlet."
    row = Differing("attribution", 1, 1, 0, "Harbor Wire", "Marsh", "named: Ada Marsh", why)
    own = Stating(1, "Harbor Wire", "named", "Ada Marsh", "stated")
    outlet = Stating(2, "Northgate", "outlet", "", "stated")
    same = Stating(3, "The Post", "named", "Ada Marsh", "stated")
    assert dict(standing([row], [row], [own, outlet])) == {row: "Here named: Ada Marsh; elsewhere outlet."}
    assert dict(standing([row], [row], [own, same])) == {}


def test_a_speaker_is_told_under_the_name_of_now() -> None:
    why = "Here named: Marsh; elsewhere outlet."
    row = Differing("attribution", 1, 1, 0, "Harbor Wire", "Marsh", "named: Ada Marsh", why)
    own = Stating(1, "Harbor Wire", "named", "Ada Marsh", "stated")
    outlet = Stating(2, "Northgate", "outlet", "", "stated")
    assert dict(standing([row], [row], [own, outlet])) == {row: "Here named: Ada Marsh; elsewhere outlet."}


def test_a_hedge_differs_only_from_what_another_outlet_states() -> None:
    row = Differing("certainty", 1, 1, 0, "Harbor Wire", "may", "hedged", "Here it is hedged; elsewhere it is stated.")
    own = Stating(1, "Harbor Wire", "outlet", "", "hedged")
    sure, unsure = (Stating(2, "Northgate", "outlet", "", how) for how in ("stated", "hedged"))
    assert dict(standing([row], [row], [own, sure])) == {row: row.why}
    assert dict(standing([row], [row], [own, unsure])) == {}


def test_an_opposite_stands_while_the_other_side_is_left() -> None:
    why = "Harbor Wire says “collapsed”, Northgate says “did not collapse”."
    so = Differing("opposite", 1, 1, 0, "Harbor Wire", "collapsed", "it is so", why)
    not_so = Differing("opposite", 2, 2, 0, "Northgate", "did not collapse", "it is not so", why)
    assert dict(standing([so, not_so], [so, not_so], [])) == {so: why, not_so: why}
    assert dict(standing([so, not_so], [so], [])) == {}
