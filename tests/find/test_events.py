"""Dated events: what is dated, who takes part, where, and whether it happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import pytest

from lib.find.events import find_events
from lib.find.parse import load_model, parse
from lib.find.times import find_times
from lib.schema import Article, Event, Mention
from lib.tables import to_table

FRIDAY = dt.date(2022, 2, 4)
Names = Sequence[tuple[str, str]]
Find = Callable[..., list[Event]]


def mentions_of(text: str, names: Names) -> list[Mention]:
    """Every place of the names given, so that these tests do not hang on the name finder."""
    found = []
    for name, label in names:
        at = text.find(name)
        while at >= 0:
            found.append(Mention("a" * 16, 0, at, at + len(name), name, label, "", "name", "test", 1.0))
            at = text.find(name, at + 1)
    return sorted(found, key=lambda m: m.start)


@pytest.fixture(scope="module")
def find() -> Find:
    nlp = load_model()

    def run(text: str, names: Names = (), published: dt.date | None = FRIDAY) -> list[Event]:
        article = Article(
            "a" * 16,
            "T",
            "given",
            "",
            "",
            published,
            published,
            None,
            "given",
            "",
            "",
            "",
            "en",
            text,
            0,
            "a" * 16,
            "",
            "t",
        )
        document = parse(article, [], nlp)
        events = find_events(document, find_times(document), mentions_of(text, names))
        assert len({e.event_id for e in events}) == len(events)
        for event in events:
            assert text[event.start : event.end] == event.trigger
        to_table(Event, events)
        return events

    return run


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
