"""What is denied, refused or contrary to fact: no event, or one that is alleged."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.find.events import Find, finder


@pytest.fixture(scope="module")
def find() -> Find:
    return finder()


@pytest.mark.parametrize(
    "text",
    [
        "No troops crossed the border on Monday, the army said.",
        "Nobody died in the fire on Friday.",
        "None of the soldiers left on Monday.",
        "Not one soldier left the camp on Monday.",
        "Not a single ship sailed on Monday.",
        "The talks never took place on Monday.",
        "The parties did not hold talks on Monday.",
        "There was no attack on Monday, Kyiv said.",
        "The army made no arrests on Friday.",
        "The army killed nobody on Monday.",
        "He hardly spoke on Monday.",
        "He left without meeting the envoy on Monday.",
        "Instead of meeting the envoy on Monday, he left.",
        "The police prevented the men from leaving on Monday.",
        "He neither resigned nor apologised on Monday.",
        "He did not resign or apologise on Monday.",
        "He is not expected to arrive on Sunday.",
        "Had Russia invaded on Monday, the US would have acted.",
        "If Russia had invaded on Monday, the US would have acted.",
        "The mayor would have left on Monday.",
        "He wishes he had met the envoy on Monday.",
    ],
)
def test_what_did_not_take_place_is_no_event(text: str, find: Find) -> None:
    assert [(e.trigger, e.status) for e in find(text)] == []


@pytest.mark.parametrize(
    ("text", "trigger", "cue"),
    [
        ("Moscow denied that its troops entered Ukraine on Thursday.", "entered", "denied"),
        ("Denying that he had met the envoy on Monday, he left.", "met", "Denying"),
        ("He denied having met the envoy on Monday.", "met", "denied"),
        ("Police ruled out that she was killed on Sunday.", "killed", "ruled"),
        ("The ministry rejected claims that troops crossed the border on Monday.", "crossed", "rejected"),
        ("It is false that he resigned on Monday.", "resigned", "false"),
        ("It is not true that he resigned on Monday.", "resigned", "not true"),
        ("Ukraine said the report that Russia attacked on Monday was untrue.", "attacked", "untrue"),
        ("Reports that he fled on Monday are false.", "fled", "false"),
        ("The Kremlin called reports that it shelled Kharkiv on Monday lies.", "shelled", "lies"),
        ("There is no evidence that he fled on Monday.", "fled", "no evidence"),
        ("He asked whether the mayor had resigned on Monday.", "resigned", "whether"),
    ],
)
def test_what_is_denied_or_left_open_is_alleged(text: str, trigger: str, cue: str, find: Find) -> None:
    (event,) = find(text)
    assert (event.trigger, event.status) == (trigger, "alleged")
    assert f"“{cue}”" in event.why


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("They failed to sign the deal on Monday.", "failed"),
        ("They did not fail to sign the deal on Monday.", "sign"),
        ("He did not hesitate to attack on Monday.", "attack"),
        ("He not only resigned on Monday but left the country.", "resigned"),
        ("He did not sign the deal and left on Monday.", "left"),
        ("No one but the mayor spoke on Monday.", "spoke"),
        ("No fewer than ten people died on Monday.", "died"),
        ("No 10 said on Monday that the talks would go on.", "said"),
        ("Officials reported no casualties on Monday.", "reported"),
        ("They did not attend the talks on Monday.", "talks"),
        ("Iran rejected the deal that was signed on Monday.", "signed"),
        ("He denied responsibility for the attack on Monday.", "attack"),
        ("The summit was cancelled on Monday.", "cancelled"),
    ],
)
def test_words_of_denial_leave_what_did_take_place(text: str, trigger: str, find: Find) -> None:
    assert [(e.trigger, e.status) for e in find(text)] == [(trigger, "happened")]


def test_not_on_one_day_but_on_another(find: Find) -> None:
    (event,) = find("He resigned not on Monday but on Tuesday.")
    assert (event.trigger, event.date_start) == ("resigned", dt.date(2022, 2, 1))


def test_a_refusal_does_not_date_what_is_still_ahead(find: Find) -> None:
    """'refused to meet him on Monday' looks ahead, so Monday is the day of the meeting that will not be."""
    assert find("He refused to meet the envoy on Monday.") == []
