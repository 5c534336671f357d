"""Dated events: what is dated, who takes part, where, and whether it happened."""

from __future__ import annotations

import datetime as dt

import pytest

from lib.schema import Event
from tests.find.events import Find, finder


@pytest.fixture(scope="module")
def find() -> Find:
    return finder()


def people(text: str, event: Event) -> list[str]:
    spans = [reference.removeprefix("@").split("-") for reference in event.participants]
    return [text[int(start) : int(end)] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The ministers met in Riga on Thursday.", "met"),
        ("The 2014 annexation led to sanctions.", "annexation"),
        ("Talks are set for next Tuesday in Geneva.", "Talks"),
        ("The council held a vote on Wednesday.", "vote"),
        ("The envoy is expected to arrive on Sunday.", "arrive"),
        ("The meeting took place on Monday.", "meeting"),
        ("Monday's summit ended early.", "summit"),
        ("The mayor said on Thursday that the bridge is safe.", "said"),
        ("The mill burned down yesterday.", "burned"),
        ("The rally was on Saturday.", "rally"),
    ],
)
def test_the_trigger_is_the_word_that_the_date_dates(text: str, trigger: str, find: Find) -> None:
    assert [e.trigger for e in find(text)] == [trigger]


def test_saying_and_said_each_have_their_date(find: Find) -> None:
    text = "Jon Bell told Reuters on Thursday that Peru will send helmets to Chile next week."
    said, sent = find(text, [("Jon Bell", "PERSON"), ("Reuters", "ORG"), ("Peru", "COUNTRY"), ("Chile", "COUNTRY")])
    assert (said.trigger, people(text, said), said.status) == ("told", ["Jon Bell", "Reuters"], "happened")
    assert (sent.trigger, people(text, sent), sent.status) == ("send", ["Peru", "Chile"], "planned")
    assert (sent.date_start, sent.date_end, sent.precision) == (dt.date(2022, 2, 7), dt.date(2022, 2, 14), "week")


def test_subject_first_place_apart(find: Find) -> None:
    text = "In Geneva, Ann Bell met Bo Reed on Thursday."
    (event,) = find(text, [("Geneva", "PLACE"), ("Ann Bell", "PERSON"), ("Bo Reed", "PERSON")])
    assert people(text, event) == ["Ann Bell", "Bo Reed"]
    assert event.place == "@3-9"


def test_an_attribute_of_a_person_takes_no_part(find: Find) -> None:
    text = "Chinese President Xi Jinping visited Moscow on Thursday."
    (event,) = find(text, [("Chinese", "COUNTRY"), ("Xi Jinping", "PERSON"), ("Moscow", "PLACE")])
    assert people(text, event) == ["Xi Jinping"]
    assert event.place == "@37-43"


def test_another_clause_takes_no_part(find: Find) -> None:
    text = "Peru closed its embassy on Thursday after Chile warned that Bolivia was arming."
    (event,) = find(text, [("Peru", "COUNTRY"), ("Chile", "COUNTRY"), ("Bolivia", "COUNTRY")])
    assert people(text, event) == ["Peru"]


def test_a_noun_with_names_of_its_own_leaves_the_subject_out(find: Find) -> None:
    text = "Peru opposed Chile's 2014 annexation of the islands."
    (event,) = find(text, [("Peru", "COUNTRY"), ("Chile", "COUNTRY")])
    assert (event.trigger, people(text, event)) == ("annexation", ["Chile"])
    text = "Peru held talks with Chile on Thursday."
    (event,) = find(text, [("Peru", "COUNTRY"), ("Chile", "COUNTRY")])
    assert (event.trigger, people(text, event)) == ("talks", ["Peru", "Chile"])


def test_what_a_quarrel_is_over_is_no_place(find: Find) -> None:
    text = "Peru and Chile argued over Bolivia on Thursday."
    (event,) = find(text, [("Peru", "COUNTRY"), ("Chile", "COUNTRY"), ("Bolivia", "COUNTRY")])
    assert event.place is None


def test_a_shared_subject_is_found_above(find: Find) -> None:
    text = "Ann Bell is expected to meet Bo Reed on Sunday."
    (event,) = find(text, [("Ann Bell", "PERSON"), ("Bo Reed", "PERSON")])
    assert (event.trigger, people(text, event)) == ("meet", ["Ann Bell", "Bo Reed"])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The envoys met on Thursday.", "happened"),
        ("The envoys will meet on Sunday.", "planned"),
        ("The envoys are expected to meet on Sunday.", "planned"),
        ("The envoys plan to meet on Sunday.", "planned"),
        ("The envoys allegedly met on Thursday.", "alleged"),
        ("The ministry alleges that the envoys met on Thursday.", "alleged"),
        ("Prosecutors accused the envoy of shooting a guard last Wednesday.", "alleged"),
        ("The envoys met on Thursday, according to intelligence.", "alleged"),
        ("The envoys could meet on Sunday, the report claims.", "alleged"),
        ("The envoys met on Nov. 3, 2021.", "background"),
        ("The envoys met in 2014.", "background"),
        ("The envoys met on Jan. 3.", "happened"),
    ],
)
def test_status(text: str, status: str, find: Find) -> None:
    assert [e.status for e in find(text)] == [status]


def test_why_names_the_words_it_rests_on(find: Find) -> None:
    (event,) = find("The envoys will meet on Sunday.")
    assert event.why == "Dated by “Sunday”; planned because of “will meet”."


def test_durations_sets_and_references_make_no_event(find: Find) -> None:
    assert find("They met for two hours, meet every Thursday, met recently and now meet in the last 30 years.") == []


def test_two_dates_that_bound_a_stretch_make_one_event(find: Find) -> None:
    (event,) = find("The summit ran from Monday to Wednesday.")
    assert (event.date_start, event.date_end, event.precision) == (dt.date(2022, 1, 31), dt.date(2022, 2, 3), "range")


def test_two_dates_on_one_trigger_are_two_events_with_ids_of_their_own(find: Find) -> None:
    events = find("The envoys met on Tuesday and on Thursday.")
    assert [e.date_start for e in events] == [dt.date(2022, 2, 1), dt.date(2022, 2, 3)]


def test_without_an_anchor_only_written_dates_make_events(find: Find) -> None:
    events = find("They met on Thursday. They had met on 3 May 1990.", (), None)
    assert [(e.date_start, e.status) for e in events] == [(dt.date(1990, 5, 3), "happened")]


@pytest.mark.parametrize(
    "text",
    ["Thursday", "Thursday. " * 300, "Feb. 3, 2022 " * 200, "On Thursday on Friday on Monday met met met", "2014"],
)
def test_hostile_text(text: str, find: Find) -> None:
    find(text, [("Thursday", "PERSON")])


@pytest.mark.parametrize(
    "text",
    [
        "It was not clear on Thursday whether the strike would end.",
        "The bishop has owned the orchard since 2014.",
        "The museum did not reopen on Thursday.",
        "The clerk was ill on Tuesday.",
    ],
)
def test_states_and_what_did_not_happen_make_no_event(text: str, find: Find) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("The clerk gave the tribunal written answers on Wednesday.", ["gave"]),
        ("The choir flew to Oslo on Tuesday, when the hall reopened.", ["flew", "reopened"]),
        ("The warden stayed at home after testing positive on Monday.", ["testing"]),
        ("The mayor told the bishop in a phone call on Tuesday that he would resign.", ["told"]),
        ("The rebels will invade the valley, as they did in 2014.", ["invade"]),
    ],
)
def test_the_word_that_the_date_is_of(text: str, triggers: list[str], find: Find) -> None:
    assert [event.trigger for event in find(text)] == triggers


def test_a_place_that_something_is_done_to_is_where(find: Find) -> None:
    text = "Ankara strongly opposed the Duchy's 2014 annexation of Velmark."
    (event,) = find(text, [("Ankara", "COUNTRY"), ("Duchy", "COUNTRY"), ("Velmark", "PLACE")])
    assert (event.trigger, event.status, people(text, event)) == ("annexation", "background", ["Duchy"])
    assert event.place == f"@{text.index('Velmark')}-{text.index('Velmark') + 7}"


def test_the_next_day_of_an_old_story_is_not_planned(find: Find) -> None:
    (_, event) = find("The dam broke on 3 May 2015. The next day the mayor resigned.")
    assert (event.trigger, event.date_start, event.status) == ("resigned", dt.date(2015, 5, 4), "background")


def test_a_plan_that_was_overtaken_is_planned(find: Find) -> None:
    (event, *_) = find("The bishop had been due to preach on Monday, but stayed at home.")
    assert (event.trigger, event.date_start, event.status) == ("preach", dt.date(2022, 1, 31), "planned")


@pytest.mark.parametrize(
    "text",
    [
        "The consul was stabbed on March 15, 44 BC, in the senate.",
        "The town was buried on Aug. 24, A.D. 79.",
        "On 29 February 2021 the ship sank.",
        "They signed the pact on February 30, 2022.",
    ],
)
def test_a_day_that_no_calendar_of_ours_has_dates_no_event(text: str, find: Find) -> None:
    assert find(text) == []


def test_a_night_that_is_named_by_both_of_its_days_is_one_event(find: Find) -> None:
    (event,) = find("On the night of Feb. 3-4 they shelled the town.")
    assert (event.trigger, event.date_start, event.date_end) == (
        "shelled",
        dt.date(2022, 2, 3),
        dt.date(2022, 2, 5),
    )
