"""Numbers that stand in each other's place in sentences of one claim: one row, whatever noun they come with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from lib.relate.ledger import find_ledger
from lib.relate.story import Account, StoryAccounts
from lib.relate.things import part_of
from lib.schema import ClaimSentence, LedgerRow, Quantity
from tests.relate.counts import DAY, account, blank, said


def claim(name: str, *places: tuple[Account, int]) -> list[ClaimSentence]:
    """Sentences of articles, by number, that state the same."""
    return [
        blank(ClaimSentence, {"claim_id": name, "article_id": one.article.article_id, "sentence_id": number})
        for one, number in places
    ]


def rows(accounts: Sequence[Account], *claims: list[ClaimSentence]) -> Sequence[LedgerRow]:
    return find_ledger(StoryAccounts("story", accounts), [one for some in claims for one in some]).rows


def test_one_number_in_one_statement_shares_a_row_whatever_it_is_said_to_count() -> None:
    one = account("Gazette", said("The brake failed in [70 accidents].", 70, 70, counted="accident"))
    two = account("Herald", said("In all, [70 crashes] go back to it.", 70, 70, counted="crash"))
    assert sorted(row.n_sources for row in rows([one, two])) == [1, 1]
    (row,) = rows([one, two], claim("c", (one, 0), (two, 0)))
    assert (row.n_sources, row.low, row.high, row.differs) == (2, 70, 70, False)
    assert "in sentences of one claim" in row.why


def test_a_large_number_takes_the_unit_of_its_counterpart() -> None:
    one = account("Gazette", said("The contract is worth [68 million].", 68e6, 68e6))
    two = account("Herald", said("They pay [68 million euros].", 68e6, 68e6, unit="EUR"))
    (row,) = rows([one, two], claim("c", (one, 0), (two, 0)))
    assert (row.n_sources, row.unit) == (2, "EUR")


def test_two_of_one_size_in_a_sentence_are_not_guessed_at() -> None:
    one = account("Gazette", said("It closed [40 schools].", 40, 40, counted="school"))
    sentence = "It shut [40 classes] and sent 40 teachers home."
    two = account("Herald", said(sentence, 40, 40, counted="class"))
    other = blank(Quantity, {"article_id": two.article.article_id, "low": 40.0, "high": 40.0, "hedge": "exactly",
                             "counted": "teacher", "status": "happened", "attribution": "outlet",
                             "start": 25, "end": 36, "text": "40 teachers"})  # fmt: skip
    two = replace(two, quantities=[*two.quantities, other])
    assert [row.n_sources for row in rows([one, two], claim("c", (one, 0), (two, 0)))] == [1, 1, 1]


@pytest.mark.parametrize(("size", "together"), [(2, False), (3, True)])
def test_two_officials_and_two_allies_are_not_the_same_two(size: int, together: bool) -> None:
    one = account("Gazette", said(f"The [{size} officials] spoke.", size, size, counted="official"))
    two = account("Herald", said(f"They told [{size} envoys].", size, size, counted="envoy"))
    found = rows([one, two], claim("c", (one, 0), (two, 0)))
    assert [row.n_sources for row in found] == ([2] if together else [])


def test_the_dead_are_not_the_injured_of_the_same_number() -> None:
    one = account("Gazette", said("The fire killed [14 people].", 14, 14, counted="people"))
    two = account("Herald", said("The fire injured [14 people].", 14, 14, counted="people"))
    assert sorted(row.n_sources for row in rows([one, two], claim("c", (one, 0), (two, 0)))) == [1, 1]


def test_what_nobody_counts_has_no_row() -> None:
    none = said("There were [no raids].", 0, 0, counted="raid")
    one, two = account("Gazette", none), account("Herald", none)
    assert rows([one, two], claim("c", (one, 0), (two, 0))) == ()
    three = account("Courier", said("There were [40 raids].", 40, 40, counted="raid"))
    assert sorted(row.high or 0 for row in rows([one, two, three], claim("c", (one, 0), (two, 0)))) == [0, 40]


def test_numbers_of_one_thing_in_one_statement_differ() -> None:
    one = account("Gazette", said("There were [14 vessels] waiting.", 14, 14, counted="vessel"))
    two = account("Herald", said("By noon [19 ships] lay off the coast.", 19, 19, counted="ship"))
    assert not any(row.differs for row in rows([one, two]))
    (row,) = rows([one, two], claim("c", (one, 0), (two, 0)))
    assert (row.low, row.high, row.differs) == (14, 19, True)


def test_one_statement_alone_does_not_compare_those_rescued_with_others() -> None:
    one = account("Gazette", said("The hull held [200 people] at most.", 200, 200, counted="people"))
    two = account("Herald", said("Boats took in [119 people]; all survived.", 119, 119, counted="people"))
    assert not any(row.differs for row in rows([one, two], claim("c", (one, 0), (two, 0))))


def test_a_rate_and_what_comes_on_top_do_not_differ_from_a_total() -> None:
    one = account("Gazette", said("The plant lost [800 cars].", 800, 800, counted="car"))
    two = account("Herald", said("The plant makes [450 cars] a day.", 450, 450, counted="car"))
    three = account("Courier", said("It will lose [500 more cars].", 500, 500, counted="car"))
    found = rows([one, two, three], claim("c", (one, 0), (two, 0), (three, 0)))
    assert not any(row.differs for row in found)
    assert any("so much each time" in row.why for row in found)


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("They found [five more bodies] there.", "more"),
        ("They found [five bodies] there.", ""),
        ("[More than 500 residents] left.", ""),
        ("[Two of the four men] were caught.", "part"),
        ("[Eight of those who died] came from here.", "part"),
        ("The plant makes [450 cars] a day.", "rate"),
        ("The toll rose from [40 dead] to 50.", "earlier"),
        ("They came from [40 towns].", ""),
        ("It kept [half of the harvest].", ""),
    ],
)
def test_what_makes_a_number_another_one(sentence: str, part: str) -> None:
    plain = sentence.replace("[", "").replace("]", "")
    start, end = sentence.index("["), sentence.index("]") - 1
    unit = "percent" if "half" in sentence else ""
    q = blank(Quantity, {"start": start, "end": end, "text": plain[start:end], "unit": unit})
    assert part_of(plain, q, (0, len(plain))) == part


@pytest.mark.parametrize(("unit", "together"), [("m", True), ("GBP", True), ("percent", False), ("", False)])
def test_the_only_amounts_of_a_unit_in_one_statement_share_a_row_and_differ(unit: str, together: bool) -> None:
    one = account("Gazette", said("The river reached [620] at the bridge.", 620, 620, counted="river", unit=unit))
    two = account("Herald", said("The water rose to [680] overnight.", 680, 680, counted="water", unit=unit))
    found = rows([one, two], claim("c", (one, 0), (two, 0)))
    assert [(row.n_sources, row.differs) for row in found] == ([(2, True)] if together else [(1, False)] * 2)


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Seven died and [2,400] were moved from their homes.", "displaced"),
        ("Seven died and some [2,400] have been evacuated.", "displaced"),
        ("The fire killed and wounded [2,400] on Sunday.", "injured"),
    ],
)
def test_what_happened_to_others_before_and_did_not_happen_to_those_with_a_verb_of_their_own(
    sentence: str, outcome: str
) -> None:
    (row,) = rows([account("Gazette", said(sentence, 2400, 2400, counted="people"))])
    assert row.thing == f"people, {outcome}"


@pytest.mark.parametrize(
    ("sentence", "status", "told"),
    [
        ("[Five people] are still missing.", "planned", True),
        ("[Five people] have not been found.", "alleged", True),
        ("[Five people] could be missing.", "planned", False),
    ],
)
def test_to_be_missing_is_neither_planned_nor_denied(sentence: str, status: str, told: bool) -> None:
    one = account("Gazette", said(sentence, 5, 5, counted="people") | {"status": status})
    two = account("Herald", said("[Five people] were missing.", 5, 5, counted="people"))
    assert len(rows([one, two])) == (1 if told else 2)


def test_numbers_that_are_days_apart_are_said_to_be() -> None:
    one = account("Gazette", said("The fund is worth [20 million].", 20e6, 20e6, counted="fund", unit="EUR"))
    later = DAY + dt.timedelta(days=2)
    two = account("Herald", said("The pot holds [30 million].", 30e6, 30e6, counted="pot", unit="EUR"), day=later)
    whys = [row.why for row in rows([one, two], claim("c", (one, 0), (two, 0))) if row.differs]
    assert len(whys) == 1
    assert "exclude each other, reported 2 days apart" in whys[0]
