"""Days of one happening that exclude each other, and days that tell of two happenings."""

from __future__ import annotations

import datetime as dt

import pytest

from lib.relate.claims import find_claims
from lib.relate.claims.days import dates, fresh_days, two_happenings
from lib.relate.claims.said import Said
from lib.relate.claims.statements import Statement, statements_of
from lib.relate.claims.voices import Voices
from tests.relate.accounts import article_of, story_of

DAY = dt.date(2022, 3, 9)


def stated(*told: tuple[str, dt.date]) -> list[Said]:
    """The last sentence of each text, as sentences of one claim, each of another outlet."""
    story = story_of(*(article_of(f"Outlet {n}", text, day) for n, (text, day) in enumerate(told)))
    voices = Voices(story.accounts)
    found = []
    for account in story.accounts:
        statement: Statement = list(statements_of(account))[-1]
        span = (statement.sentence.start, statement.sentence.end)
        found.append(Said(statement, span, voices.voice_of(statement, span), "stated", span))
    return found


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        pytest.param(
            "Anna Breck and Lev Toman spoke by telephone for an hour on Tuesday.",
            "Prime Minister Ole Hark spoke with Jan Vint by telephone on Monday.",
            set(),
            id="others spoke",
        ),
        pytest.param(
            "Anna Breck and Lev Toman spoke by telephone for an hour on Tuesday.",
            "Lev Toman spoke with Anna Breck by telephone on Monday.",
            {"2022-03-08", "2022-03-07"},
            id="the same two spoke",
        ),
        pytest.param(
            "Ole Hark spoke with Jan Vint by telephone on Monday.",
            "Ole Hark spoke with Jan Vint by telephone on Tuesday, two days later than planned.",
            {"2022-03-07", "2022-03-08"},
            id="days from another day",
        ),
        pytest.param(
            "The alliance wants troops out of countries that joined after 1997.",
            "The alliance wants troops out of countries that joined in 2004.",
            set(),
            id="a day that bounds",
        ),
        pytest.param(
            "The alliance wants troops out of countries that joined in 1997.",
            "The alliance wants troops out of countries that joined in 2004.",
            {"1997", "2004"},
            id="a day that does not",
        ),
        pytest.param(
            "The sixth victim, a tram driver, died on Monday.",
            "The seventh victim, a cook, died on Sunday.",
            set(),
            id="two that are counted",
        ),
        pytest.param(
            "The sixth victim, a tram driver, died on Monday.",
            "The sixth victim, a driver of trams, died on Sunday.",
            {"2022-03-07", "2022-03-06"},
            id="one that is counted",
        ),
        pytest.param(
            "Lorania and Narva signed the treaty on 3/2/2022.",
            "Lorania and Narva signed the treaty on 3 February 2022.",
            set(),
            id="a date that can be read so",
        ),
        pytest.param(
            "Lorania and Narva signed the treaty on 3/2/2022.",
            "Lorania and Narva signed the treaty on 5 February 2022.",
            {"2022-03-02", "2022-02-05"},
            id="a date that cannot",
        ),
        pytest.param(
            "The dam broke on Sunday. Some 130 neighbours spent the night in the sports hall.",
            "The dam broke on Tuesday. Some 130 neighbours spent the night in the sports hall.",
            set(),
            id="a night of no named day",
        ),
    ],
)
def test_days_differ_where_the_words_name_them_for_one_happening(one, other, values):
    found = list(dates("c", stated((one, DAY), (other, DAY))))
    assert {d.value for d in found} == values


@pytest.mark.parametrize(
    ("other", "day", "two"),
    [
        ("The envoys of Lorania and Narva met on Friday for an hour.", dt.date(2022, 3, 19), True),
        ("The envoys of Lorania and Narva met on Wednesday for an hour.", dt.date(2022, 3, 9), False),
        ("The envoys of Lorania and Narva met on 18 February for an hour.", dt.date(2022, 3, 19), False),
        ("The envoys of Lorania and Narva met on Thursday and on Friday.", dt.date(2022, 3, 19), False),
        ("The envoys of Lorania and Narva said so on Friday after dinner.", dt.date(2022, 3, 19), False),
        ("The envoys of Lorania and Narva resigned on Friday after dinner.", dt.date(2022, 3, 19), False),
    ],
)
def test_one_act_that_is_news_on_days_far_apart_is_two_happenings(other, day, two):
    first = "The envoys of Lorania and Narva met on Monday for eight hours."
    one, late = fresh_days([said.statement for said in stated((first, dt.date(2022, 3, 8)), (other, day))])
    assert one
    assert two_happenings(one, late) is two_happenings(late, one) is two


def test_two_meetings_are_two_claims(vectors):
    story = story_of(
        article_of("Post", "Envoys of Lorania and Narva met in Geneva on Monday.", dt.date(2022, 3, 8)),
        article_of("Wire", "Envoys of Lorania and Narva met in Geneva on Monday.", dt.date(2022, 3, 7)),
        article_of("Courier", "Envoys of Lorania and Narva met in Geneva on Friday.", dt.date(2022, 3, 18)),
    )
    (claim,) = find_claims(story, vectors).claims
    assert claim.n_sources == 2


def test_a_copy_that_is_printed_days_later_tells_of_one_meeting(vectors):
    text = "Envoys of Lorania and Narva met in Geneva on Monday."
    story = story_of(
        article_of("Post", text, dt.date(2022, 3, 8), origin="wire"),
        article_of("Courier", text, dt.date(2022, 3, 14), origin="wire"),
    )
    (claim,) = find_claims(story, vectors).claims
    assert claim.n_sources == 2
